// Plays a pane's cues: types what a presenter would type, takes it back, and brings the pane to where a cue leads.

import { applyEdit, type Cue, stateAfter, typedEdit } from "./cue.ts";
import { growing, type TypingPace, type } from "./typing.ts";

/** What the player does to its pane. */
export interface CueStage {
  readonly originals: () => ReadonlyMap<string, string>;
  readonly text: (file: string) => string;
  readonly setText: (file: string, text: string) => void;
  /** Shows a file in the editor. */
  readonly show: (file: string) => void;
  /** Runs the program; resolves when it has ended, or could not begin. */
  readonly run: () => Promise<unknown>;
  /** Whether what is entered at the prompt goes on with a program, and need not run it first. */
  readonly hasSession: () => boolean;
  /** Keeps what has run, to be compared. */
  readonly keep: () => void;
  readonly typePrompt: (text: string) => void;
  readonly enterPrompt: (text: string) => void;
  /** The player is elsewhere in its list. */
  readonly onMove: () => void;
  /** Something is in the way: a sentence for the viewer. */
  readonly onProblem: (error: unknown) => void;
}

/** Milliseconds after which a program that goes on is taken to be ready for what is entered. */
const longestRun = 8000;

/** The cues of one pane. */
export class CuePlayer {
  readonly cues: readonly Cue[];
  pace: TypingPace = "usual";
  readonly #stage: CueStage;
  #done = 0;
  /** Counts what was begun: what was overtaken goes no further. */
  #turn = 0;
  #isPlaying = false;

  constructor(cues: readonly Cue[], stage: CueStage) {
    this.cues = cues;
    this.#stage = stage;
  }

  /** How many cues were played. */
  get done(): number {
    return this.#done;
  }

  get isPlaying(): boolean {
    return this.#isPlaying;
  }

  /** Plays the next cue; what is still being typed is done at once first. */
  async next(): Promise<void> {
    const cue = this.cues[this.#done];
    if (!cue) return;
    if (this.#isPlaying) return this.goTo(this.#done);
    const turn = this.#begin();
    this.#done += 1;
    this.#stage.onMove();
    await this.#play(cue, () => turn === this.#turn);
    if (turn === this.#turn) this.#end();
  }

  /** Takes the last cue back. */
  async back(): Promise<void> {
    const last = this.cues[this.#done - 1];
    if (last) await this.goTo(this.#done - 1);
  }

  /** Brings the pane to where it is after so many cues, whatever was typed. */
  async goTo(count: number): Promise<void> {
    const turn = this.#begin();
    this.#done = Math.max(0, Math.min(count, this.cues.length));
    this.#stage.onMove();
    try {
      await this.#restore(() => turn === this.#turn);
    } catch (error) {
      this.#stage.onProblem(error);
    }
    if (turn === this.#turn) this.#end();
  }

  /** The pane was reset: nothing has been played. */
  reset(): void {
    this.#turn += 1;
    this.#isPlaying = false;
    this.#done = 0;
    this.#stage.onMove();
  }

  #begin(): number {
    this.#turn += 1;
    this.#isPlaying = true;
    return this.#turn;
  }

  #end(): void {
    this.#isPlaying = false;
    this.#stage.onMove();
  }

  async #play(cue: Cue, isWanted: () => boolean): Promise<void> {
    switch (cue.kind) {
      case "run":
        void this.#stage.run();
        return;
      case "keep":
        this.#stage.keep();
        return;
      case "prompt":
        await this.#enter(cue.text, isWanted);
        return;
      case "edit":
        await this.#edit(cue, isWanted);
        return;
      default:
        cue satisfies never;
    }
  }

  async #enter(text: string, isWanted: () => boolean): Promise<void> {
    const { hasSession, typePrompt, enterPrompt } = this.#stage;
    // What was entered before is gone with the session, when the slide was far or the page was loaded again.
    if (!hasSession()) return this.#restore(isWanted);
    if (!(await type(growing(text), this.pace, typePrompt, isWanted))) return;
    typePrompt("");
    enterPrompt(text);
  }

  async #edit(cue: Extract<Cue, { kind: "edit" }>, isWanted: () => boolean): Promise<void> {
    const { text, setText, show } = this.#stage;
    const present = text(cue.file);
    show(cue.file);
    // What was typed meanwhile may be in the way: then the cue leads where it leads in the talk.
    if (applyEdit(present, cue) === undefined) return this.#restore(isWanted);
    await type(typedEdit(present, cue), this.pace, (step) => setText(cue.file, step), isWanted);
  }

  async #restore(isWanted: () => boolean): Promise<void> {
    const { originals, text, setText, run, typePrompt, enterPrompt } = this.#stage;
    const { texts, runs, entries } = stateAfter(this.cues, this.#done, originals());
    for (const [file, wanted] of texts) if (text(file) !== wanted) setText(file, wanted);
    typePrompt("");
    if (!runs) return;
    await Promise.race([run(), new Promise((resolve) => setTimeout(resolve, longestRun))]);
    for (const entry of entries) if (isWanted()) enterPrompt(entry);
  }
}
