// Shows the console of a pane: the shown run's output, notices (hints, problems, diagnostics), and the prompt.

import { ConsoleView, type Notice, type PromptOptions, type PromptView } from "../../console/console.ts";
import type { Cast } from "../../talk/cast.ts";
import { seeing } from "../state/deeds.ts";
import { isPromptBusy, sessionOf } from "../state/going-on.ts";
import type { PaneEvent } from "../state/pane-event.ts";
import type { PaneState } from "../state/pane-state.ts";
import type { Store } from "../state/pane-store.ts";
import { shownRun } from "../state/shown-runs.ts";
import type { DrawnView } from "./drawing.ts";
import { type IsGreenThread, voiceClass } from "./green-threads.ts";

/** Answers to the prompt's questions while somebody types. */
export type PromptAnswers = Pick<PromptOptions, "isComplete" | "complete">;

/** The answers in a mirror, which cannot ask. */
export const noAnswers: PromptAnswers = {
  isComplete: async () => true,
  complete: async () => ({ replaces: 0, names: [] }),
};

export interface ConsoleBoxOptions {
  /** The element to fill. */
  readonly host: HTMLElement;
  readonly store: Store;
  readonly cast: Cast;
  readonly isGreen: IsGreenThread;
  readonly answers: PromptAnswers;
}

export class ConsoleBox implements DrawnView {
  readonly #store: Store;
  readonly #console: ConsoleView;

  constructor({ host, store, cast, isGreen, answers }: ConsoleBoxOptions) {
    this.#store = store;
    const { send } = store;
    this.#console = new ConsoleView(host, {
      name: "Console",
      onPlace: (place) => send(seeing(place)),
      decorate: cast.text,
      voice: (by, trace) => voiceClass(by, trace, cast, isGreen),
      prompt: {
        isComplete: (text) => answers.isComplete(text),
        complete: (text) => answers.complete(text),
        onText: (text) => this.#type(text),
        onEnter: (text) => send({ kind: "prompt-enter", text }),
        onInterrupt: () => this.#interrupt(),
        history: store.state.history,
        onHistory: (entries) => send({ kind: "prompt-history", entries }),
      },
    });
    this.#tell(store.state);
    store.listen((event, state, before) => this.#hear(event, state, before));
  }

  /** The prompt's view. */
  get prompt(): PromptView {
    return this.#console.prompt;
  }

  draw(state: PaneState): undefined {
    if (isPromptBusy(state)) this.prompt.setState("busy");
    else this.prompt.setState("ready", promptHint(state));
    this.#console.draw(shownRun(state)?.trace, state.playhead.position?.seq);
  }

  #hear({ kind }: PaneEvent, state: PaneState, before: PaneState): void {
    const told = ["hint", "problem", "report", "elsewhere"] as const;
    if (told.some((part) => state[part] !== before[part])) this.#tell(state);
    if (state.history !== before.history) this.prompt.setHistory(state.history);
    if (state.typed !== this.prompt.text) this.prompt.setText(state.typed);
    if (kind === "prompt-recall") this.prompt.focus();
  }

  #tell({ hint, problem, report, elsewhere }: PaneState): void {
    const told = report.diagnostics.map(({ severity, text, place }): Notice => {
      const tone = severity === "error" ? "error" : "hint";
      return place ? { tone, text, place } : { tone, text };
    });
    const hints: Notice[] = hint === undefined ? [] : [{ tone: "hint", text: hint }];
    const problems: Notice[] = problem === undefined ? [] : [{ tone: "error", text: problem }];
    const windows = elsewhere ? [this.#twoWindows()] : [];
    this.#console.tell([...windows, ...hints, ...problems, ...told]);
  }

  /** Offers both texts, so that neither is lost unnoticed. */
  #twoWindows(): Notice {
    const { send } = this.#store;
    return {
      tone: "hint",
      text: "This pane was changed in two windows. You see one text; the other one is kept.",
      choices: [
        { label: "Show the other", act: () => send({ kind: "swap-texts" }) },
        { label: "Keep only this one", act: () => send({ kind: "drop-elsewhere" }) },
      ],
    };
  }

  #type(text: string): void {
    if (text !== this.#store.state.typed) this.#store.send({ kind: "prompt-text", text });
  }

  /**
   * Ctrl+C, as in a terminal: clears what is typed. If nothing is typed, interrupts the entry; if there is none, the
   * program.
   */
  #interrupt(): void {
    if (this.prompt.text === "") this.#store.send({ kind: "prompt-interrupt" });
    else this.prompt.setText("");
  }
}

/** A hint that says what Enter does before it evaluates the entry. */
function promptHint(state: PaneState): string | undefined {
  if (sessionOf(state)) return undefined;
  return state.newest.runs.length > 0 ? "Enter runs the program again" : "Enter runs the program first";
}
