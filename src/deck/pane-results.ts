// What a pane shows of its runs: console, timeline and the line that tells how it is going.

import { ConsoleView, type Notice, type PromptOptions } from "../console/console.ts";
import { TimelineView } from "../timeline/timeline.ts";
import type { Place } from "../trace/events.ts";
import { type LineMark, lineMarks } from "../trace/line-marks.ts";
import { momentAt } from "../trace/moment.ts";
import { colourAnimals, requestLook, taskLook } from "./animals.ts";
import type { CompileReport, PaneRuns } from "./pane-runs.ts";
import { paneStatus } from "./pane-status.ts";
import type { PlannedRun } from "./planned-runs.ts";

/** The elements that are drawn into. */
export interface ResultParts {
  readonly console: HTMLElement;
  readonly timeline: HTMLElement;
  readonly status: HTMLElement;
}

export interface ResultOptions {
  /** The console shows the first of these. */
  readonly planned: readonly PlannedRun[];
  readonly onPlace: (place: Place) => void;
  readonly prompt: PromptOptions;
  /** True while something that was entered at the prompt has not ended. */
  readonly isPromptBusy: () => boolean;
  /** The lines at which the tasks of the shown run stand now. */
  readonly onLineMarks: (marks: readonly LineMark[]) => void;
}

/** Draws the runs of one pane, at most once per frame, and in every frame while they go on. */
export class PaneResults {
  readonly #runs: PaneRuns;
  readonly #planned: readonly PlannedRun[];
  readonly #onLineMarks: ResultOptions["onLineMarks"];
  readonly #isPromptBusy: () => boolean;
  readonly #console: ConsoleView;
  readonly #timeline: TimelineView;
  readonly #status: HTMLElement;
  #shown = 0;
  #report: CompileReport = { ok: true, diagnostics: [] };
  /** What the pane has to say, by what it is about. */
  readonly #notices: Record<"hint" | "problem" | "report", readonly Notice[]> = {
    hint: [],
    problem: [],
    report: [],
  };
  #frame = 0;

  constructor(
    parts: ResultParts,
    runs: PaneRuns,
    { planned, onPlace, prompt, isPromptBusy, onLineMarks }: ResultOptions,
  ) {
    this.#runs = runs;
    this.#planned = planned;
    this.#onLineMarks = onLineMarks;
    this.#isPromptBusy = isPromptBusy;
    this.#status = parts.status;
    this.#console = new ConsoleView(parts.console, {
      name: "Console",
      onPlace,
      decorate: colourAnimals,
      prompt,
    });
    this.#timeline = new TimelineView(parts.timeline, {
      name: "Timeline",
      look: requestLook,
      taskLook,
    });
  }

  /** The number of the run that the console shows. */
  get shown(): number {
    return this.#shown;
  }

  focusPrompt(): void {
    this.#console.prompt.focus();
  }

  /** Puts what was entered back into the prompt, unless something else is being typed there. */
  giveBack(text: string): void {
    const { prompt } = this.#console;
    if (prompt.text === "") prompt.setText(text);
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
    const text = this.#runs.traces[this.#shown]?.prompts[entry]?.text;
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

  /** The console shows the first run of the file that is open; of a file that is no entry, the run shown before. */
  showFile(file: string): void {
    const first = this.#planned.findIndex(({ entry }) => entry === file);
    if (first >= 0) this.#shown = first;
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

  #draw(): void {
    const { traces } = this.#runs;
    const runs = traces.map((trace, index) => ({ label: this.#label(index), trace }));
    this.#timeline.draw(runs, this.#runs.now());
    this.#console.draw(traces[this.#shown]);
    this.#showPrompt();
    this.#markLines();
    const state = this.#runs.isPaused ? "paused" : this.#runs.state;
    const status = paneStatus(state, traces, this.#report, this.#runs.now());
    // Text that is set is read out, also where it is the same.
    if (this.#status.textContent !== status) this.#status.textContent = status;
  }

  #markLines(): void {
    const trace = this.#runs.traces[this.#shown];
    const now = this.#runs.session(this.#shown)?.now();
    this.#onLineMarks(trace ? lineMarks(trace, momentAt(trace, trace.events.length - 1), now) : []);
  }

  #showPrompt(): void {
    if (this.#isPromptBusy()) this.#console.prompt.setState("busy");
    else this.#console.prompt.setState("ready", this.#promptHint());
  }

  /** Says what Enter will do. */
  #promptHint(): string | undefined {
    if (this.#runs.session(this.#shown)) return undefined;
    return this.#runs.traces.length > 0 ? "Enter runs the program again" : "Enter runs the program first";
  }

  #label(index: number): string {
    return this.#planned[index]?.label ?? "";
  }
}
