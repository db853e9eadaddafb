// The code of a mirror: a picture of the text, and a text area below it that takes keys. What is typed goes to the
// mirrored pane, where the editor is.

import { fitting } from "../../editor/marks/mark-fit.ts";
import { type MarkedLine, markedLines, type ShownLineMarks } from "../../editor/marks/mark-lines.ts";
import type { Place } from "../../trace/events/events.ts";
import type { LineMark, LineState } from "../../trace/moment/line-marks.ts";
import { lineBreak, movedCaret } from "./mirror-typing.ts";
import type { PaneEditor, PaneEditorOptions } from "./pane-editor.ts";

/** The editor of a pane as its views see it. */
export type CodePart = Pick<PaneEditor, keyof PaneEditor>;

export interface MirrorCodeOptions extends Pick<PaneEditorOptions, "files" | "file" | "lookOf" | "onText"> {
  /** The code area of the pane's markup, which contains its static texts. */
  readonly code: HTMLElement;
}

/** The sign before a label. The label's words say the same. */
const signs: Readonly<Record<LineState, string>> = {
  running: "▶",
  resumed: "▶",
  held: "⚿",
  blocked: "■",
  suspended: "‖",
};

/** The width of a character of the code font, as a share of its size. */
const characterWidth = 0.6;

/** What stands beside the text in a line, in characters: its number, and space at the end. */
const margin = 5;

export class MirrorCode implements CodePart {
  readonly #options: MirrorCodeOptions;
  readonly #field = document.createElement("textarea");
  #file = "";
  #marks: ShownLineMarks | undefined;
  #faults: ReadonlySet<string> = new Set();
  #lit: Place | undefined;

  constructor(options: MirrorCodeOptions) {
    this.#options = options;
    const field = this.#field;
    field.className = "mirror-typing";
    Object.assign(field, { spellcheck: false, autocapitalize: "off", autocomplete: "off" });
    field.setAttribute("aria-label", "Code. Esc leaves it, Ctrl+Enter or Command+Enter runs it.");
    field.addEventListener("input", () => options.onText(this.#file, field.value));
    field.addEventListener("keydown", (event) => this.#takeKey(event));
    field.addEventListener("scroll", () => this.#scroll());
    options.code.prepend(field);
  }

  /** False: the static text is what is seen. */
  get isOpen(): boolean {
    return false;
  }

  async open(): Promise<void> {}

  close(): void {}

  async focus(): Promise<void> {
    this.#field.focus({ preventScroll: true });
  }

  async reveal({ file, line, column }: Place): Promise<void> {
    this.show(file);
    const before = this.#field.value.split("\n").slice(0, line - 1);
    const offset = before.reduce((sum, { length }) => sum + length + 1, column - 1);
    this.#field.setSelectionRange(offset, offset);
    this.#field.scrollTop = this.#lines[line - 1]?.offsetTop ?? 0;
  }

  show(file: string): void {
    this.#file = file;
    this.setText(file, this.#options.files().get(file) ?? "");
    this.#scroll();
  }

  setText(file: string, text: string): void {
    if (file !== this.#file) return;
    const { value, selectionStart, selectionEnd } = this.#field;
    if (value !== text) {
      this.#field.value = text;
      const caret = (offset: number) => movedCaret(value, text, offset);
      this.#field.setSelectionRange(caret(selectionStart), caret(selectionEnd));
    }
    this.#draw();
  }

  /** None: the mirrored pane knows them. */
  colours(): [] {
    return [];
  }

  light(place: Place | undefined): void {
    this.#lit = place;
    this.#draw();
  }

  setMarkers(diagnostics: Parameters<CodePart["setMarkers"]>[0]): void {
    this.#faults = new Set(
      diagnostics.flatMap(({ place }) => (place ? [`${place.file} ${place.line}`] : [])),
    );
    this.#draw();
  }

  setLineMarks(marks: readonly LineMark[], ran: ReadonlyMap<string, string>): void {
    const present = this.#options.files();
    const files = new Set([...ran.keys()].filter((file) => ran.get(file) === present.get(file)));
    this.#marks = { marks, files, lookOf: this.#options.lookOf };
    this.#draw();
  }

  get #lines(): HTMLElement[] {
    const text = this.#options.code.querySelector(`.pane-text[data-file="${CSS.escape(this.#file)}"]`);
    return [...(text?.querySelectorAll<HTMLElement>(".pane-line") ?? [])];
  }

  /** Marks the lines of the picture. Labels are attributes, so that the text of the picture stays the program's. */
  #draw(): void {
    const marked = this.#marks ? markedLines(this.#marks, this.#file) : [];
    const byLine = new Map(marked.map((each) => [each.line, each]));
    for (const [index, line] of this.#lines.entries()) {
      const number = index + 1;
      line.classList.toggle("has-fault", this.#faults.has(`${this.#file} ${number}`));
      line.classList.toggle("line-lit", this.#lit?.file === this.#file && this.#lit.line === number);
      this.#mark(line, byLine.get(number));
    }
  }

  #mark(line: HTMLElement, marked: MarkedLine | undefined): void {
    const states = new Set(marked?.groups.map(({ state }) => state));
    line.classList.toggle("line-band", marked !== undefined);
    line.classList.toggle("is-running", states.has("running") || states.has("resumed"));
    const label = marked ? this.#label(line, marked) : "";
    if (label === (line.dataset.label ?? "")) return;
    if (label === "") delete line.dataset.label;
    else line.dataset.label = label;
  }

  #label(line: HTMLElement, { groups }: MarkedLine): string {
    const character = Number.parseFloat(getComputedStyle(line).fontSize) * characterWidth;
    const room = line.clientWidth / character - margin - line.textContent.length;
    return fitting(groups, room)
      .map(({ state, pieces }) => `${signs[state]} ${pieces.map(({ text }) => text).join("")}`)
      .join("  ");
  }

  #scroll(): void {
    for (const text of this.#options.code.querySelectorAll(".pane-text"))
      text.scrollTop = this.#field.scrollTop;
  }

  #takeKey(event: KeyboardEvent): void {
    const { value, selectionStart } = this.#field;
    const isPlain =
      !event.altKey && !event.ctrlKey && !event.metaKey && !event.shiftKey && !event.isComposing;
    if (!isPlain || (event.key !== "Enter" && event.key !== "Tab")) return;
    event.preventDefault();
    const text = event.key === "Tab" ? "  " : lineBreak(value.slice(0, selectionStart));
    // Unlike `setRangeText`, it can be undone.
    document.execCommand("insertText", false, text);
  }
}
