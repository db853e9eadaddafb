// The bar of a pane's cues: what to notice now, the next one, the last one back, and the list of all.

import { placeBelow } from "../../controls/box-place.ts";
import { onPress, setUse, textButton } from "../../controls/button.ts";
import type { Cue } from "./cue.ts";
import { CuePlayer, type CueStage } from "./cue-player.ts";
import { type TypingPace, typingPaces } from "./typing.ts";

export interface PaneCuesOptions {
  /** Finds an element of the pane by its `data-part`. */
  readonly part: (name: string) => HTMLElement;
  readonly stage: Omit<CueStage, "onMove">;
}

const nothingPlayed = "X, or Next, types the speaker’s next step.";

/** Ties the bar in the pane's markup to a player. */
export class PaneCues {
  readonly player: CuePlayer;
  readonly #part: PaneCuesOptions["part"];
  readonly #items: HTMLButtonElement[] = [];
  #note: string | undefined;

  constructor(cues: readonly Cue[], { part, stage }: PaneCuesOptions) {
    this.#part = part;
    this.player = new CuePlayer(cues, { ...stage, onMove: () => this.#show() });
    const { player } = this;
    this.#listen("cue-next", () => void player.next());
    this.#listen("cue-back", () => void player.back());
    this.#buildList();
    part("cue-list").hidden = false;
    this.#show();
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
    for (const [index, cue] of this.player.cues.entries()) list.append(this.#item(cue, index));
    const start = textButton("From the beginning", () => this.#goTo(0));
    const rescue = textButton("Put this step right (R)", () => this.#goTo(this.player.done));
    const solution = textButton("Show the solution", () => this.#goTo(this.player.cues.length));
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
    const select = document.createElement("select");
    for (const pace of Object.keys(typingPaces)) select.add(new Option(pace, pace));
    select.value = this.player.pace;
    select.addEventListener("change", () => {
      this.player.pace = select.value as TypingPace;
    });
    row.append("Types ", select);
    return row;
  }

  #goTo(count: number): void {
    this.#part("cue-panel").hidePopover();
    void this.player.goTo(count);
  }

  #show(): void {
    const { done, cues } = this.player;
    this.#showNote(cues[done - 1]?.note ?? nothingPlayed);
    this.#part("cue-list").textContent = `${done} / ${cues.length}`;
    this.#part("cue-list").setAttribute("aria-label", `Cues: ${done} / ${cues.length} played`);
    setUse(this.#part("cue-next"), done < cues.length);
    setUse(this.#part("cue-back"), done > 0);
    for (const [index, item] of this.#items.entries()) {
      if (index === done - 1) item.setAttribute("aria-current", "step");
      else item.removeAttribute("aria-current");
      item.classList.toggle("is-done", index < done);
    }
  }

  // Text that is set is read out, also where it is the same.
  #showNote(note: string): void {
    if (note === this.#note) return;
    this.#note = note;
    this.#part("cue-note").replaceChildren(...noteNodes(note));
  }
}

/** The cues in a pane's markup; none where there are none. */
export function cuesOf(pane: HTMLElement): readonly Cue[] {
  const text = pane.querySelector('[data-part="cue-data"]')?.textContent;
  return text ? JSON.parse(text) : [];
}

/** A stretch of a cue's sentence: what stands between backticks is code. */
export interface NotePiece {
  readonly text: string;
  readonly isCode: boolean;
}

/** The sentence in pieces, none of them empty. A backtick without another one is a sign like any other. */
export function notePieces(note: string): NotePiece[] {
  const texts = note.split(/`([^`]+)`/);
  return texts.map((text, index) => ({ text, isCode: index % 2 === 1 })).filter(({ text }) => text !== "");
}

/** The pieces as what an element is filled with; its plain text is the sentence without backticks. */
function noteNodes(note: string): (string | HTMLElement)[] {
  return notePieces(note).map(({ text, isCode }) =>
    isCode ? Object.assign(document.createElement("code"), { textContent: text }) : text,
  );
}
