// <live-pane>: the element of a live pane. What is in it is composed when somebody comes near it or asks for it.

import type { Recording } from "../trace/recording.ts";
import type { Trace } from "../trace/trace.ts";
import { Pane } from "./pane.ts";

export { paneTextEvent, paneTraceEvent } from "./pane.ts";

/** A live-coding pane. Its markup is made at build time by pane-template.ts. */
export class LivePane extends HTMLElement {
  #composed: Pane | undefined;

  connectedCallback(): void {
    this.tabIndex = -1;
    // A finger that scrolls the code must not turn the slide (an attribute of reveal.js).
    this.setAttribute("data-prevent-swipe", "");
    const entries = ["src", "against"].flatMap((name) => this.getAttribute(name) ?? []);
    this.setAttribute("role", "group");
    this.setAttribute("aria-label", `Live code: ${entries.join(" against ")}`);
  }

  // A deck has many panes, of which one is looked at.
  get #pane(): Pane {
    this.#composed ??= new Pane(this);
    return this.#composed;
  }

  /** Makes it ready to be used. */
  compose(): void {
    void this.#pane;
  }

  /** The text of the file that is shown. */
  get text(): string {
    return this.#pane.text;
  }

  set text(text: string) {
    this.#pane.text = text;
  }

  /** The name of the file that is shown. */
  get file(): string {
    return this.#pane.file;
  }

  set file(file: string) {
    this.#pane.file = file;
  }

  /** The present text of each file by its name. */
  get files(): ReadonlyMap<string, string> {
    return this.#pane.files;
  }

  /** The newest run, or those of a race and of workers; they grow while they run. */
  get traces(): readonly Trace[] {
    return this.#pane.traces;
  }

  /** What the newest runs have recorded so far, as plain JSON. */
  get trace(): Recording {
    return this.#pane.trace;
  }

  /** Replaces a file's text, as one step that can be undone where the editor is open. */
  setText(file: string, text: string): void {
    this.#pane.setText(file, text);
  }

  /**
   * Runs the pane's program and resolves with its recording when it has ended, however it ended. Where it did not even
   * begin, because of errors in the code or another call of `run`, the recording has no runs.
   */
  run(): Promise<Recording> {
    return this.#pane.run();
  }

  /**
   * Runs the pane's program in deterministic mode: time passes at once, and the same text, network and seed give the same
   * recording to the last character, here and in Node. Nothing of it is shown.
   * @param seed whole number
   */
  record(seed = 1): Promise<Recording> {
    return this.#pane.record(seed);
  }

  /**
   * Ends the run whatever it is doing; where the program is over, lets go of what was entered at the prompt, or ends what
   * that left behind.
   */
  stop(): void {
    this.#pane.stop();
  }

  /** Lets the clock of what runs stand still, or go on. */
  togglePause(): void {
    this.#pane.togglePause();
  }

  /** Lets the next thing that is due happen, and the clock stand still from there; pauses what runs first. */
  step(): void {
    this.#pane.step();
  }

  /** Puts back the author's text, after asking where the audience's would be lost; clears output and timeline. */
  reset(): Promise<void> {
    return this.#pane.reset();
  }

  /** What the deck's keys do to it. */
  get keys(): Pick<Pane, "edit" | "prompt" | "scrub" | "keep" | "nextCue" | "lastCue" | "rescue"> {
    return this.#pane;
  }

  /** Opens the editor in place of the highlighted text: called when the pane's slide comes near. */
  wake(): Promise<void> {
    return this.#pane.wake();
  }

  /** Nobody sees the pane any more: what is played again stands still. */
  rest(): void {
    this.#composed?.rest();
  }

  /** Closes the editor and the prompt: called when the slide is far. Texts and results stay. */
  sleep(): void {
    this.#composed?.sleep();
  }

  /** Shows the recording that ships with the deck in place of runs. */
  showRecorded(): Promise<void> {
    return this.#pane.showRecorded();
  }

  /** Shows it at once where there is nothing else to show: called when the page is about to be printed. */
  showForPrint(): void {
    this.#pane.showForPrint();
  }

  /** Called when the page has been printed. */
  endPrint(): void {
    this.#composed?.endPrint();
  }
}
