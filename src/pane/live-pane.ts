// <live-pane>: an example that can be edited and run. What is in it is composed when somebody comes near it or asks for it.

import { ask } from "../controls/ask.ts";
import { networkOf, type Talk } from "../talk/talk.ts";
import { type Recording, record } from "../trace/recording/recording.ts";
import type { Trace } from "../trace/trace.ts";
import { entryFiles, languageIn, partOf, runsOf } from "./markup/pane-host.ts";
import { type DeckKeys, deckKeys, listenForKeys } from "./pane-keys.ts";
import { PaneParts } from "./pane-parts.ts";
import { keptProgram, type PaneProgram, presentProgram, recordingName } from "./runs/pane-program.ts";
import { areUnable, recordRuns, whenUnable } from "./runs/pane-runs.ts";
import { loadResults } from "./runs/results.ts";

/** A live-coding pane. Its markup is made at build time by pane-template.ts. */
export class LivePane extends HTMLElement {
  /** The talk that it belongs to; who defines the element gives it one. */
  readonly talk: Talk = {};
  readonly #actions = {
    run: () => this.run(),
    stop: () => this.stop(),
    reset: () => void this.reset(),
    pause: () => this.togglePause(),
    step: () => this.step(),
  };
  #composed: PaneParts | undefined;
  #isRestored = false;

  connectedCallback(): void {
    this.tabIndex = -1;
    // A finger that scrolls the code must not turn the slide (an attribute of reveal.js).
    this.setAttribute("data-prevent-swipe", "");
    this.setAttribute("role", "group");
    this.setAttribute("aria-label", `Live code: ${entryFiles(this).join(" against ")}`);
  }

  /** Makes it ready to be used. */
  compose(): void {
    void this.#parts;
  }

  // A deck has many panes, of which one is looked at.
  get #parts(): PaneParts {
    this.#composed ??= this.#makeParts();
    return this.#composed;
  }

  #makeParts(): PaneParts {
    const parts = new PaneParts(this, this.talk, this.#actions);
    listenForKeys(this, parts);
    return parts;
  }

  /** The text of the file that is shown. */
  get text(): string {
    return this.files.get(this.file) ?? "";
  }

  set text(text: string) {
    this.setText(this.file, text);
  }

  /** The name of the file that is shown. */
  get file(): string {
    return this.#parts.code.file;
  }

  set file(file: string) {
    this.#parts.code.file = file;
  }

  /** The language of its files, such as "typescript". */
  get language(): string {
    return languageIn(this).id;
  }

  /** @throws {RangeError} for a language that the pane does not have */
  set language(language: string) {
    if (language === this.language) return;
    throw new RangeError(`The pane has no files in "${language}", only in "${this.language}".`);
  }

  /** The present text of each file by its name. */
  get files(): ReadonlyMap<string, string> {
    return this.#parts.code.files;
  }

  /** The newest run, or those of a race and of workers; they grow while they run. */
  get traces(): readonly Trace[] {
    return this.#parts.runs.traces;
  }

  /** What the newest runs have recorded so far, as plain JSON. */
  get trace(): Recording {
    return record(this.traces);
  }

  /** Replaces a file's text, as one step that can be undone where the editor is open. */
  setText(file: string, text: string): void {
    this.#parts.code.setText(file, text);
  }

  /**
   * Runs the pane's program and resolves with its recording when it has ended, however it ended. Where it did not even
   * begin, because of errors in the code or another call of `run`, the recording has no runs.
   */
  async run(): Promise<Recording> {
    const { code, network, recorded, runs, timeline } = this.#parts;
    // The box of the network would cover what it was set for.
    partOf(this, "network-panel").hidePopover();
    timeline.begin();
    const { conditions, speed } = network.settings;
    const clock = { kind: "live", speed } as const;
    const traces = await runs.start(code.files, runsOf(this), { network: conditions, clock });
    // Without workers the compiler does not start either; what is shown may then be the recording of another text.
    const isUnable = areUnable(traces) || (traces.length === 0 && recorded.isShown);
    if (isUnable) void whenUnable(languageIn(this)).then((problem) => recorded.standIn(problem));
    // A reset may have come in between.
    else if (traces.length > 0 && traces[0] === runs.traces[0]) this.#parts.saveResults();
    return record(traces);
  }

  /**
   * Runs the pane's program in deterministic mode: time passes at once, and the same text, network and seed give the same
   * recording to the last character, here and in Node. Nothing of it is shown, and nothing is composed for it.
   * @param seed whole number
   */
  async record(seed = 1): Promise<Recording> {
    const { files, network } = this.#program;
    return record(await recordRuns(files, runsOf(this), network, seed));
  }

  /** The name of the deck's recording of what `record` runs; undefined where the text is the audience's own. */
  get recordingName(): string | undefined {
    return recordingName(this, this.#program);
  }

  get #program(): PaneProgram {
    return this.#composed ? presentProgram(this.#composed) : keptProgram(this, networkOf(this.talk));
  }

  /**
   * Ends the run whatever it is doing; where the program is over, lets go of what was entered at the prompt, or ends what
   * that left behind.
   */
  stop(): void {
    const { prompt, runs } = this.#parts;
    if (runs.state !== "idle") runs.stop();
    else if (!prompt.interrupt() && runs.isGoing) runs.close();
  }

  /** Lets the clock of what runs stand still, or go on. */
  togglePause(): void {
    const { network, runs } = this.#parts;
    if (runs.isPaused) runs.setSpeed(network.settings.speed);
    else if (runs.isRunning) runs.setSpeed(0);
  }

  /** Lets the next thing that is due happen, and the clock stand still from there; pauses what runs first. */
  step(): void {
    const { runs } = this.#parts;
    if (runs.isPaused) runs.step();
    else this.togglePause();
  }

  /** Puts back the author's text, after asking where the audience's would be lost; clears output and timeline. */
  async reset(): Promise<void> {
    const { code, cues, draft, layout, network, results, runs, timeline, usualSettings } = this.#parts;
    const changed = Object.keys(code.changed);
    if (changed.length > 0 && !(await confirmReset(changed))) return;
    for (const file of changed) code.setText(file, code.originals.get(file) ?? "");
    results.forgetKept();
    timeline.reset();
    cues?.player.reset();
    runs.clear();
    this.#parts.saveResults();
    network.settings = usualSettings;
    layout.reset();
    code.file = entryFiles(this)[0] ?? "";
    this.#parts.showReport({ ok: true, diagnostics: [] });
    draft.keep({ files: {}, network: usualSettings.conditions, speed: usualSettings.speed, split: {} });
  }

  /** What the deck's keys do to it. */
  get keys(): DeckKeys {
    return deckKeys(this.#parts);
  }

  /** Opens the editor in place of the highlighted text: called when the pane's slide comes near. */
  wake(): Promise<void> {
    this.restore();
    return this.#parts.code.editor.open();
  }

  /** Shows what it kept of earlier runs; where programs cannot run, the recording that ships with the deck. */
  restore(): void {
    if (this.#isRestored) return;
    this.#isRestored = true;
    const { recorded, results, runs } = this.#parts;
    runs.restore(loadResults(this.id));
    results.restoreKept();
    void whenUnable(languageIn(this)).then((problem) => recorded.standIn(problem));
  }

  /** Nobody sees the pane any more: what is played again stands still. */
  rest(): void {
    this.#composed?.results.playhead.pause();
  }

  /** Closes the editor and the prompt: called when the slide is far. Texts and results stay. */
  sleep(): void {
    if (!this.#composed) return;
    const { code, runs } = this.#composed;
    code.editor.close();
    if (runs.state === "idle") runs.close();
  }

  /** Shows the recording that ships with the deck in place of runs. */
  showRecorded(): Promise<void> {
    return this.#parts.recorded.show();
  }

  /** Shows it at once where there is nothing else to show: called when the page is about to be printed. */
  showForPrint(): void {
    const { recorded, results } = this.#parts;
    recorded.showForPrint();
    results.drawNow();
  }

  /** Called when the page has been printed. */
  endPrint(): void {
    this.#composed?.recorded.hide();
  }
}

function confirmReset(files: readonly string[]): Promise<boolean> {
  return ask({
    title: "Reset this pane?",
    text: `Your changes to ${files.join(" and ")} will be replaced by the original text.`,
    yes: "Reset",
    no: "Keep my changes",
  });
}
