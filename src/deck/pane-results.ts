// What a pane shows of its runs: console, timeline, marks in the editor, and the line that tells how it is going; all at
// the moment at which the playhead is.

import { ConsoleView, type Notice, type PromptOptions } from "../console/console.ts";
import { TimelineView } from "../timeline/timeline.ts";
import type { Place } from "../trace/events.ts";
import { type LineMark, lineMarks } from "../trace/line-marks.ts";
import { momentAt } from "../trace/moment.ts";
import { promptOf } from "../trace/prompt-place.ts";
import type { Times } from "../trace/times.ts";
import type { Trace } from "../trace/trace.ts";
import { colourAnimals, requestLook, taskLook } from "./animals.ts";
import { Budget } from "./budget.ts";
import { KeptRuns, type RunGroup, type ShownRun } from "./kept-runs.ts";
import type { CompileReport, PaneRuns } from "./pane-runs.ts";
import { paneStatus, recordedStatus } from "./pane-status.ts";
import type { PlannedRun } from "./planned-runs.ts";
import { Playhead } from "./playhead.ts";
import { loadKept, saveKept } from "./results.ts";

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

/** Draws the runs of one pane, at most once per frame, and in every frame while they go on. */
export class PaneResults {
  readonly timeline: TimelineView;
  readonly playhead: Playhead;
  readonly #kept = new KeptRuns();
  readonly #runs: PaneRuns;
  readonly #options: ResultOptions;
  readonly #console: ConsoleView;
  readonly #status: HTMLElement;
  /** The number of the newest run that is shown; of a kept one, how many before the newest it is. */
  #shown = 0;
  #guesses: ReadonlyMap<string, number> = new Map();
  #report: CompileReport = { ok: true, diagnostics: [] };
  /** What the pane has to say, by what it is about. */
  readonly #notices: Record<"hint" | "problem" | "report", readonly Notice[]> = {
    hint: [],
    problem: [],
    report: [],
  };
  readonly #marking = new Budget();
  #frame = 0;

  constructor(parts: ResultParts, runs: PaneRuns, options: ResultOptions) {
    this.#runs = runs;
    this.#options = options;
    this.#status = parts.status;
    this.playhead = new Playhead({
      trace: () => this.#shownRun()?.trace,
      onMove: () => this.#change(),
    });
    const { onPlace, prompt } = options;
    this.#console = new ConsoleView(parts.console, {
      name: "Console",
      onPlace,
      decorate: colourAnimals,
      prompt,
    });
    this.timeline = new TimelineView(parts.timeline, {
      name: "Timeline",
      look: requestLook,
      taskLook,
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
    return Math.max(0, this.#shown);
  }

  /** What is on the timeline: kept runs, then the newest. */
  get runs(): readonly ShownRun[] {
    return this.#kept.shown(this.#newest());
  }

  get hasKept(): boolean {
    return !this.#kept.isEmpty;
  }

  /** Keeps what has run, to be compared with what runs next. */
  keep(): void {
    this.#kept.keep(this.#newest());
    saveKept(this.#options.pane, this.#kept.groups);
    this.#change();
  }

  /** Lets go of the kept runs. */
  forgetKept(): void {
    this.#kept.clear();
    saveKept(this.#options.pane, []);
    this.#turnTo(Math.max(0, this.#shown));
    this.#change();
  }

  /** Brings back what was kept before this page was loaded. */
  restoreKept(): void {
    this.#kept.restore(loadKept(this.#options.pane));
    if (!this.#kept.isEmpty) this.#change();
  }

  /** Marks on the timeline when runs were expected to end, in milliseconds, by what they are called. */
  expect(guesses: ReadonlyMap<string, number>): void {
    this.#guesses = guesses;
    this.schedule();
  }

  /** The runs have been replaced: what is shown is the newest moment of the newest run. */
  restart(): void {
    this.#shown = Math.max(0, this.#shown);
    this.playhead.seek(undefined);
  }

  focusPrompt(): void {
    this.#console.prompt.focus();
  }

  /** Puts what was entered back into the prompt, unless something else is being typed there. */
  giveBack(text: string): void {
    const { prompt } = this.#console;
    if (prompt.text === "") prompt.setText(text);
  }

  /** Shows a text in the prompt as if it were typed there. */
  typePrompt(text: string): void {
    this.#console.prompt.setText(text);
  }

  /** Takes back what is being typed at the prompt; false where nothing is. */
  clearPrompt(): boolean {
    const { prompt } = this.#console;
    if (prompt.text === "") return false;
    prompt.setText("");
    return true;
  }

  /** Puts an earlier entry into the prompt, to be changed. */
  editEntry(entry: number): void {
    const text = this.#shownRun()?.trace.prompts[entry]?.text;
    if (text !== undefined) this.#console.prompt.setText(text);
    this.focusPrompt();
  }

  /** True where the prompt itself has a use for a key that was pressed in it. */
  promptTakesKey(event: KeyboardEvent): boolean {
    return this.#console.prompt.takesKey(event);
  }

  /** Draws in the next frame. */
  schedule(): void {
    if (this.#frame !== 0) return;
    this.#frame = requestAnimationFrame(() => {
      this.#frame = 0;
      this.#draw();
      if (this.#runs.isGoing) this.schedule();
    });
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

  /** Shows what the compiler said to a new run, in place of all that was said before. */
  tellReport(report: CompileReport): void {
    this.#report = report;
    const notices = report.diagnostics.map(({ severity, text, place }) => {
      const tone = severity === "error" ? "error" : "hint";
      return place ? ({ tone, text, place } as const) : ({ tone, text } as const);
    });
    this.#tell({ hint: [], problem: [], report: notices });
    this.schedule();
  }

  /** Shows what went wrong with the pane itself, in a sentence; undefined where it has been mended. */
  tellProblem(error: unknown): void {
    const text = error instanceof Error ? error.message : String(error);
    this.#tell({ problem: error === undefined ? [] : [{ tone: "error", text }] });
  }

  tellHint(text: string): void {
    this.#tell({ hint: [{ tone: "hint", text }] });
  }

  #tell(notices: Partial<Record<"hint" | "problem" | "report", readonly Notice[]>>): void {
    Object.assign(this.#notices, notices);
    const { hint, problem, report } = this.#notices;
    this.#console.tell([...hint, ...problem, ...report]);
  }

  #change(): void {
    this.#options.onChange();
    this.schedule();
  }

  #newest(): RunGroup {
    const { traces, files } = this.#runs;
    const { planned } = this.#options;
    const labels = traces.map((trace, index) => labelOf(trace, index, planned));
    const sets = traces.map((_, index) => planned[index]?.set ?? "");
    return { traces, labels, sets, files };
  }

  #choose(index: number): void {
    const first = this.runs.length - this.#runs.traces.length;
    this.#turnTo(index - first);
    this.#change();
  }

  /** Shows another run, at the time at which the playhead is. */
  #turnTo(shown: number): void {
    if (shown === this.#shown) return;
    this.#shown = shown;
    this.playhead.turnTo(this.#shownRun()?.trace);
  }

  /** The number of the shown run among all. */
  #shownIndex(): number {
    return this.runs.length - this.#runs.traces.length + this.#shown;
  }

  #shownRun(): ShownRun | undefined {
    return this.runs[this.#shownIndex()];
  }

  /** The place, unless its text has been changed since: the line would be another one. */
  #present(run: number, place: Place | undefined): Place | undefined {
    if (!place || promptOf(place) !== undefined) return place;
    const ran = this.runs[run]?.files.get(place.file);
    return ran !== undefined && ran === this.#options.files().get(place.file) ? place : undefined;
  }

  #goTo(run: number, place: Place): void {
    const present = this.#present(run, place);
    if (present) this.#options.onPlace(present);
    else
      this.tellHint(
        `${place.file} has been changed since this ran: its line ${place.line} is another one now.`,
      );
  }

  #draw(): void {
    const { runs } = this;
    const now = this.#runs.now();
    const { position } = this.playhead;
    const shown = this.#shownIndex();
    this.timeline.draw(runs, now, { position, shown, guesses: this.#shownGuesses(runs) });
    this.#showPrompt();
    if (!this.#marking.spend(() => this.#markLines(runs[shown]))) this.schedule();
    this.#showStatus(now);
    this.#options.onDraw();
    // Last: to follow the newest line it makes the page lay itself out, for all that was changed before.
    this.#console.draw(runs[shown]?.trace, position?.seq);
  }

  /** The guesses are about the newest runs, which are called otherwise while others are kept. */
  #shownGuesses(runs: readonly ShownRun[]): ReadonlyMap<string, number> {
    const { labels } = this.#newest();
    const first = runs.length - labels.length;
    return new Map(
      labels.flatMap((label, index) => {
        const [guess, shown] = [this.#guesses.get(label), runs[first + index]];
        return guess === undefined || !shown ? [] : [[shown.label, guess] as const];
      }),
    );
  }

  #showStatus(now: number | undefined): void {
    const { times, isRecorded } = this.#options;
    const state = this.#runs.isPaused ? "paused" : this.#runs.state;
    const { position } = this.playhead;
    const newest = paneStatus(state, this.#runs.traces, this.#report, now, times);
    const told = isRecorded() ? recordedStatus(newest) : newest;
    const status = position ? `At ${times.text(position.t)}` : told;
    // Text that is set is read out, also where it is the same; of a moment the playhead tells itself.
    this.#status.setAttribute("aria-live", position ? "off" : "polite");
    if (this.#status.textContent !== status) this.#status.textContent = status;
  }

  #markLines(run: ShownRun | undefined): void {
    if (!run) {
      this.#options.onLineMarks([], new Map());
      return;
    }
    const { position } = this.playhead;
    const { trace, files } = run;
    const now = position ? position.t : this.#runs.session(this.#shown)?.now();
    const moment = momentAt(trace, position?.seq ?? trace.events.length - 1);
    this.#options.onLineMarks(lineMarks(trace, moment, now, this.#options.times), files);
  }

  #showPrompt(): void {
    if (this.#options.isPromptBusy()) this.#console.prompt.setState("busy");
    else this.#console.prompt.setState("ready", this.#promptHint());
  }

  /** Says what Enter will do. */
  #promptHint(): string | undefined {
    if (this.#runs.session(this.shown)) return undefined;
    return this.#runs.traces.length > 0 ? "Enter runs the program again" : "Enter runs the program first";
  }
}

/** A recording that was opened may be of another program than the pane's. */
function labelOf({ entry }: Trace, index: number, planned: readonly PlannedRun[]): string {
  const own = planned[index];
  if (own && (entry === own.entry || entry === "")) return own.label;
  const name = entry.replace(/\.ts$/, "");
  return index === 0 ? name : `${name} ${index + 1}`;
}
