// Draws one line: printed text, an error with its stack frames, an entry at the prompt, or its value. An unfinished
// line ends in a caret.

import type { ErrorReport, Place } from "../../trace/events/events.ts";
import type { OutputLine, Speaker } from "../../trace/trace.ts";
import { countText, cutLine, frameText, spoken } from "./text.ts";
import { drawValue, type OnToggle } from "./value-drawing.ts";

/** A piece of text with one style. */
export interface Piece {
  readonly text: string;
  readonly className?: string;
}

/** What lines need from the console. */
export interface LineManner {
  readonly onPlace: (place: Place) => void;
  readonly decorate: (text: string) => readonly Piece[];
  /** Returns the class for text of a speaker with a colour of its own; undefined for all other text. */
  readonly voiceClass: (by: Speaker) => string | undefined;
  /** Called when a value in the line is expanded or collapsed. */
  readonly onToggle: OnToggle;
}

const mostFrames = 8;

/** The element of one line. It may be updated until the line is complete. */
export class LineDrawing {
  readonly element = document.createElement("div");
  readonly #manner: LineManner;
  readonly #text = document.createElement("span");
  readonly #rest = document.createElement("button");
  #length = -1;
  #whole = false;

  constructor(line: OutputLine, manner: LineManner) {
    this.#manner = manner;
    this.element.className = "console-line";
    this.element.dataset.level = line.level;
    this.element.classList.toggle("is-entered", line.prompt !== undefined);
    this.element.classList.toggle("is-value", line.value !== undefined);
    this.element.append(line.value ? drawValue(line.value, manner.onToggle) : this.#text);
    if (line.error) this.element.append(...errorDetails(line.error, manner.onPlace));
  }

  /** True if this state of the line is already shown. */
  shows({ text, complete }: OutputLine): boolean {
    return text.length === this.#length && complete !== this.element.classList.contains("is-open");
  }

  /** Shows the line's text so far. */
  update(line: OutputLine): void {
    const open = !line.complete;
    this.element.classList.toggle("is-open", open);
    // A screen reader reads a line that grows character by character only once, when it is complete.
    if (open) this.element.setAttribute("aria-busy", "true");
    else this.element.removeAttribute("aria-busy");
    if (line.text.length === this.#length) return;
    this.#length = line.text.length;
    this.#write(line);
  }

  #write(line: OutputLine): void {
    const { shown, missing } = this.#whole ? { shown: line.text, missing: 0 } : cutLine(line.text);
    this.#text.replaceChildren(...lineNodes(line, shown, this.#manner));
    if (missing > 0) this.#offerRest(line, missing);
    else this.#rest.remove();
  }

  #offerRest(line: OutputLine, missing: number): void {
    this.#rest.type = "button";
    this.#rest.className = "console-rest";
    this.#rest.textContent = `… (${countText(missing)} more characters)`;
    this.#rest.onclick = () => {
      this.#whole = true;
      this.#write(line);
    };
    this.#text.after(this.#rest);
  }
}

// An empty line needs a <br>, or it is missing from text that the viewer copies.
function lineNodes(line: OutputLine, shown: string, { decorate, voiceClass }: LineManner): Node[] {
  if (shown === "") return [document.createElement("br")];
  return spoken(line, shown).flatMap(({ text, by }) => {
    const className = line.error ? undefined : voiceClass(by);
    return (className === undefined ? decorate(text) : [{ text, className }]).map(pieceNode);
  });
}

function pieceNode({ text, className }: Piece): Node {
  if (className === undefined) return document.createTextNode(text);
  const span = document.createElement("span");
  span.className = className;
  span.textContent = text;
  return span;
}

function errorDetails(error: ErrorReport, onPlace: LineManner["onPlace"]): HTMLElement[] {
  const rows = error.frames.slice(0, mostFrames).map((frame) => {
    const row = document.createElement("div");
    row.className = "console-frame";
    row.append("at ", placeButton(frameText(frame), frame, onPlace));
    return row;
  });
  return error.rejection ? [rejectionRow(), ...rows] : rows;
}

function rejectionRow(): HTMLElement {
  const row = document.createElement("div");
  row.className = "console-frame";
  row.textContent = "in a promise that nobody handled";
  return row;
}

/** Returns a button that shows a place in the program. */
export function placeButton(text: string, place: Place, onPlace: LineManner["onPlace"]): HTMLElement {
  return textButton(text, () => onPlace(place));
}

/** A button in a line of text; it looks like a link. */
export function textButton(text: string, act: () => void): HTMLElement {
  const button = document.createElement("button");
  button.type = "button";
  button.className = "console-place";
  button.textContent = text;
  button.onclick = act;
  return button;
}
