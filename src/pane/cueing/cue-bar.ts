// The bar of a pane's cues: what to notice now, buttons for the next and the last cue, and the list of all.

import { placeBelow } from "../../controls/box-place.ts";
import { onPress, setUse, textButton } from "../../controls/button.ts";
import type { Cue } from "../cues/cue.ts";
import { partOf } from "../markup/pane-host.ts";
import { playNextCue, takeCueBack } from "../state/deeds.ts";
import type { CueState } from "../state/pane-state.ts";
import type { Store } from "../state/pane-store.ts";
import { type TypingPace, typingPaces } from "../state/settings.ts";

const nothingPlayed = "X, or Next, types the speaker’s next step.";

/** Fills the cue bar in the pane's markup. */
export class CueBar {
  readonly #cues: readonly Cue[];
  readonly #store: Store;
  readonly #part: (name: string) => HTMLElement;
  readonly #items: HTMLButtonElement[] = [];
  readonly #pace = document.createElement("select");
  #note: string | undefined;

  constructor(pane: HTMLElement, cues: readonly Cue[], store: Store) {
    this.#cues = cues;
    this.#store = store;
    this.#part = (name) => partOf(pane, name);
    this.#listen("cue-next", () => playNextCue(store));
    this.#listen("cue-back", () => takeCueBack(store));
    this.#buildList();
    this.#part("cue-list").hidden = false;
    this.#show(store.state.cues);
    store.listen((_, state, before) => {
      if (state.cues !== before.cues) this.#show(state.cues);
    });
  }

  #listen(name: string, act: () => void): void {
    const button = this.#part(name) as HTMLButtonElement;
    button.disabled = false;
    onPress(button, act);
  }

  #buildList(): void {
    const panel = this.#part("cue-panel");
    panel.setAttribute("role", "group");
    panel.setAttribute("aria-label", "Cues");
    const list = document.createElement("ol");
    for (const [index, cue] of this.#cues.entries()) list.append(this.#item(cue, index));
    const start = textButton("From the beginning", () => this.#goTo(0));
    const rescue = textButton("Put this step right (R)", () => this.#goTo(this.#store.state.cues.done));
    const solution = textButton("Show the solution", () => this.#goTo(this.#cues.length));
    panel.append(list, start, rescue, solution, this.#paceRow());
    panel.addEventListener("toggle", () => placeBelow(panel, this.#part("cue-list")));
  }

  #item({ note, kind }: Cue, index: number): HTMLElement {
    const item = document.createElement("li");
    const button = textButton("", () => this.#goTo(index + 1));
    button.replaceChildren(...noteNodes(note));
    button.dataset.kind = kind;
    this.#items.push(button);
    item.append(button);
    return item;
  }

  #paceRow(): HTMLElement {
    const row = document.createElement("label");
    const select = this.#pace;
    for (const pace of Object.keys(typingPaces)) select.add(new Option(pace, pace));
    select.addEventListener("change", () => {
      this.#store.send({ kind: "cue-pace", pace: select.value as TypingPace });
    });
    row.append("Types ", select);
    return row;
  }

  #goTo(count: number): void {
    this.#part("cue-panel").hidePopover();
    this.#store.send({ kind: "cue-go", count });
  }

  #show({ done, activity, pace }: CueState): void {
    const cues = this.#cues;
    this.#pace.value = pace;
    this.#showNote(cues[done - 1]?.note ?? nothingPlayed);
    this.#part("cue-list").textContent = `${done} / ${cues.length}`;
    this.#part("cue-list").setAttribute("aria-label", `Cues: ${done} / ${cues.length} played`);
    setUse(this.#part("cue-next"), done < cues.length || activity === "typing");
    setUse(this.#part("cue-back"), done > 0);
    for (const [index, item] of this.#items.entries()) {
      if (index === done - 1) item.setAttribute("aria-current", "step");
      else item.removeAttribute("aria-current");
      item.classList.toggle("is-done", index < done);
    }
  }

  // A live region that is set is read out even if its text is the same.
  #showNote(note: string): void {
    if (note === this.#note) return;
    this.#note = note;
    this.#part("cue-note").replaceChildren(...noteNodes(note));
  }
}

/** A part of a cue's sentence. Text between backticks is code. */
export interface NotePiece {
  readonly text: string;
  readonly isCode: boolean;
}

/** Splits the sentence into parts, none of them empty. A single backtick is ordinary text. */
export function notePieces(note: string): NotePiece[] {
  const texts = note.split(/`([^`]+)`/);
  return texts.map((text, index) => ({ text, isCode: index % 2 === 1 })).filter(({ text }) => text !== "");
}

/** The parts as nodes for an element. Their plain text is the sentence without backticks. */
export function noteNodes(note: string): (string | HTMLElement)[] {
  return notePieces(note).map(({ text, isCode }) =>
    isCode ? Object.assign(document.createElement("code"), { textContent: text }) : text,
  );
}
