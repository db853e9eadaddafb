// What a pane shows of its runs: console, timeline, marks in the editor, and the line that tells how it is going; all at
// the moment at which the playhead is.

import { ConsoleView, type PromptOptions, type PromptView } from "../../console/console.ts";
import type { Cast } from "../../talk/cast.ts";
import { TimelineView } from "../../timeline/timeline.ts";
import type { Place } from "../../trace/events/events.ts";
import { type LineMark, lineMarks } from "../../trace/moment/line-marks.ts";
import { momentAt } from "../../trace/moment/moment.ts";
import type { Times } from "../../trace/words/times.ts";
import type { PlannedRun } from "../markup/planned-runs.ts";
import type { ShownRun } from "../runs/kept-runs.ts";
import type { PaneRuns } from "../runs/pane-runs.ts";
import { ShownRuns } from "../runs/shown-runs.ts";
import { Budget } from "./budget.ts";
import { PaneNotices } from "./pane-notices.ts";
import { paneStatus, recordedStatus } from "./pane-status.ts";
import { Playhead } from "./playhead.ts";

/** The elements that are drawn into. */
export interface ResultParts {
  readonly console: HTMLElement;
  readonly timeline: HTMLElement;
  readonly status: HTMLElement;
}

export interface ResultOptions {
  /** The pane's id. */
  readonly pane: string;
  /** The console shows the first of these. */
  readonly planned: readonly PlannedRun[];
  /** The present texts of the pane's files. */
  readonly files: () => ReadonlyMap<string, string>;
  readonly times: Times;
  /** How tasks, requests and printed text look. */
  readonly cast: Cast;
  readonly onPlace: (place: Place) => void;
  readonly prompt: PromptOptions;
  /** True while something that was entered at the prompt has not ended. */
  readonly isPromptBusy: () => boolean;
  /** True while what is shown of runs is the deck's recording. */
  readonly isRecorded: () => boolean;
  /** The lines at which the tasks of the shown run stand, and the texts that these are lines of. */
  readonly onLineMarks: (marks: readonly LineMark[], files: ReadonlyMap<string, string>) => void;
  /** The line of what the viewer points at in the timeline. */
  readonly onLight: (place: Place | undefined) => void;
  /** The playhead is somewhere else, or other runs are kept. */
  readonly onChange: () => void;
  /** In every frame in which something is drawn. */
  readonly onDraw: () => void;
}

/**
 * Milliseconds from the beginning of a drawing to when the next one is asked for that time alone needs: at 60 frames a second it
 * comes in every second frame. Bars grow as smoothly to the eye, for half the work.
 */
const pace = 25;

/** Draws the runs of one pane: in the next frame when something happened, and some 30 times a second while time passes. */
export class PaneResults {
  readonly timeline: TimelineView;
  readonly playhead: Playhead;
  readonly notices: PaneNotices;
  readonly #shownRuns: ShownRuns;
  readonly #runs: PaneRuns;
  readonly #options: ResultOptions;
  readonly #console: ConsoleView;
  readonly #status: HTMLElement;
  readonly #marking = new Budget();
  #wasGoing = false;
  #frame = 0;
  #timer = 0;

  constructor(parts: ResultParts, runs: PaneRuns, options: ResultOptions) {
    this.#runs = runs;
    this.#options = options;
    this.#status = parts.status;
    const { pane, planned } = options;
    this.#shownRuns = new ShownRuns({ pane, runs, planned });
    this.playhead = new Playhead({
      trace: () => this.#shownRuns.current?.trace,
      onMove: () => this.#change(),
    });
    const { cast, onPlace, prompt } = options;
    this.#console = new ConsoleView(parts.console, {
      name: "Console",
      onPlace,
      decorate: cast.text,
      prompt,
    });
    this.notices = new PaneNotices((notices) => {
      this.#console.tell(notices);
      this.schedule();
    });
    this.timeline = new TimelineView(parts.timeline, {
      name: "Timeline",
      look: cast.request,
      taskLook: cast.task,
      times: options.times,
      onPoint: (place, run) => options.onLight(this.#present(run, place)),
      onPlace: (place, run) => this.#goTo(run, place),
      onChoose: (run) => this.#choose(run),
      position: () => this.playhead.position,
      onSeek: (position) => this.playhead.seek(position),
      onPlay: () => this.playhead.toggle(),
    });
  }

  /** The number of the newest run that the console shows; the first one's while it shows a kept one. */
  get shown(): number {
    return Math.max(0, this.#shownRuns.shown);
  }

  /** What is on the timeline: kept runs, then the newest. */
  get runs(): readonly ShownRun[] {
    return this.#shownRuns.all;
  }

  get hasKept(): boolean {
    return this.#shownRuns.hasKept;
  }

  /** Keeps what has run, to be compared with what runs next. */
  keep(): void {
    this.#shownRuns.keep();
    this.#change();
  }

  /** Lets go of the kept runs. */
  forgetKept(): void {
    this.#shownRuns.forgetKept();
    this.#turnTo(this.shown);
    this.#change();
  }

  /** Brings back what was kept before this page was loaded. */
  restoreKept(): void {
    this.#shownRuns.restoreKept();
    if (this.hasKept) this.#change();
  }

  /** Marks on the timeline when runs were expected to end, in milliseconds, by what they are called. */
  expect(guesses: ReadonlyMap<string, number>): void {
    this.#shownRuns.expect(guesses);
    this.schedule();
  }

  /** The runs have been replaced: what is shown is the newest moment of the newest run. */
  restart(): void {
    this.#shownRuns.turnTo(this.shown);
    this.playhead.seek(undefined);
  }

  /** The line at which the viewer goes on typing. */
  get promptView(): PromptView {
    return this.#console.prompt;
  }

  /** Puts an earlier entry into the prompt, to be changed. */
  editEntry(entry: number): void {
    const text = this.#shownRuns.current?.trace.prompts[entry]?.text;
    if (text !== undefined) this.promptView.setText(text);
    this.promptView.focus();
  }

  /** Draws in the next frame. */
  schedule(): void {
    if (this.#frame !== 0) return;
    this.#frame = requestAnimationFrame(() => {
      this.#frame = 0;
      if (this.#runs.isGoing) this.#scheduleLater();
      this.#draw();
    });
  }

  /** Draws again though nothing happens but time. */
  #scheduleLater(): void {
    clearTimeout(this.#timer);
    this.#timer = window.setTimeout(() => this.schedule(), pace);
  }

  /** Draws at once: for a picture that is taken before the next frame. */
  drawNow(): void {
    this.#draw();
  }

  /** The console shows the first run of the file that is open; of a file that is no entry, the run shown before. */
  showFile(file: string): void {
    const first = this.#options.planned.findIndex(({ entry }) => entry === file);
    if (first >= 0) this.#turnTo(first);
    this.schedule();
  }

  #change(): void {
    this.#options.onChange();
    this.schedule();
  }

  #choose(index: number): void {
    if (this.#shownRuns.choose(index)) this.#turned();
    this.#change();
  }

  #turnTo(shown: number): void {
    if (this.#shownRuns.turnTo(shown)) this.#turned();
  }

  // Another run is shown at the same time.
  #turned(): void {
    this.playhead.turnTo(this.#shownRuns.current?.trace);
  }

  #present(run: number, place: Place | undefined): Place | undefined {
    return place && this.#shownRuns.isPresent(run, place, this.#options.files()) ? place : undefined;
  }

  #goTo(run: number, place: Place): void {
    const { file, line } = place;
    if (this.#present(run, place)) this.#options.onPlace(place);
    else
      this.notices.tellHint(`${file} has been changed since this ran: its line ${line} is another one now.`);
  }

  #draw(): void {
    const { runs } = this;
    const now = this.#runs.now();
    const { position } = this.playhead;
    const shown = this.#shownRuns.index;
    this.timeline.draw(runs, now, { position, shown, guesses: this.#shownRuns.guesses });
    this.#showPrompt();
    this.#markInTime(runs[shown]);
    this.#showStatus(now);
    this.#options.onDraw();
    // Last: to follow the newest line it makes the page lay itself out, for all that was changed before.
    this.#console.draw(runs[shown]?.trace, position?.seq);
  }

  #showStatus(now: number | undefined): void {
    const { times, isRecorded } = this.#options;
    const state = this.#runs.isPaused ? "paused" : this.#runs.state;
    const { position } = this.playhead;
    const newest = paneStatus(state, this.#runs.traces, this.notices.report, now, times);
    const told = isRecorded() ? recordedStatus(newest) : newest;
    const status = position ? `At ${times.text(position.t)}` : told;
    // Text that is set is read out, also where it is the same; of a moment the playhead tells itself.
    this.#status.setAttribute("aria-live", position ? "off" : "polite");
    if (this.#status.textContent !== status) this.#status.textContent = status;
  }

  #markInTime(run: ShownRun | undefined): void {
    const { isGoing } = this.#runs;
    // A program that has ended would be said to wait at a line, the longer the slower the machine.
    if (this.#wasGoing && !isGoing) this.#marking.renew();
    this.#wasGoing = isGoing;
    if (!this.#marking.spend(() => this.#markLines(run))) this.#scheduleLater();
  }

  #markLines(run: ShownRun | undefined): void {
    if (!run) {
      this.#options.onLineMarks([], new Map());
      return;
    }
    const { position } = this.playhead;
    const { trace, files } = run;
    const now = position ? position.t : this.#runs.session(this.#shownRuns.shown)?.now();
    const moment = momentAt(trace, position?.seq ?? trace.events.length - 1);
    this.#options.onLineMarks(lineMarks(trace, moment, now, this.#options.times), files);
  }

  #showPrompt(): void {
    if (this.#options.isPromptBusy()) this.promptView.setState("busy");
    else this.promptView.setState("ready", this.#promptHint());
  }

  /** Says what Enter will do. */
  #promptHint(): string | undefined {
    if (this.#runs.session(this.shown)) return undefined;
    return this.#runs.traces.length > 0 ? "Enter runs the program again" : "Enter runs the program first";
  }
}
