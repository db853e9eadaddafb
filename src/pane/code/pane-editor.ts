// The editor of a pane: opened when the pane comes near, closed when it is far, and set up again as it was.

import type { CodeEditor, Marker } from "../../editor/code-editor.ts";
import { openEditor } from "../../editor/editor.ts";
import type { ShownLineMarks } from "../../editor/marks/mark-lines.ts";
import type { Diagnostic } from "../../languages/language.ts";
import { languageOf } from "../../languages/languages.ts";
import type { Place } from "../../trace/events/events.ts";
import type { LineMark } from "../../trace/moment/line-marks.ts";

export interface PaneEditorOptions {
  /** The pane's id. */
  readonly pane: string;
  /** An empty element that the editor fills. */
  readonly host: HTMLElement;
  /** How tasks look. */
  readonly lookOf: ShownLineMarks["lookOf"];
  /** The present texts by file name, and the file to show: asked for when the editor opens. */
  readonly files: () => ReadonlyMap<string, string>;
  readonly file: () => string;
  readonly onText: (file: string, text: string) => void;
  /** Esc was pressed and nothing in the editor had a use for it. */
  readonly onLeave: () => void;
  /** The editor has taken the place of the static text, or has given it back. */
  readonly onShown: (isShown: boolean) => void;
  /** The editor could not be opened: the error is a sentence for the viewer. */
  readonly onProblem: (error: unknown) => void;
}

/** At most one editor, and what it has to show while there is none. */
export class PaneEditor {
  readonly #options: PaneEditorOptions;
  #editor: CodeEditor | undefined;
  #opening: Promise<void> | undefined;
  #markers: readonly Marker[] = [];
  #lineMarks: ShownLineMarks | undefined;
  #isWanted = false;

  constructor(options: PaneEditorOptions) {
    this.#options = options;
  }

  /** Opens the editor; resolves when it shows the text, or when that failed. */
  open(): Promise<void> {
    this.#isWanted = true;
    this.#opening ??= this.#open();
    return this.#opening;
  }

  /** Frees what the editor takes; its undo history stays. */
  close(): void {
    this.#isWanted = false;
    if (!this.#editor) return;
    this.#editor.dispose();
    this.#editor = undefined;
    this.#opening = undefined;
    this.#options.onShown(false);
  }

  get isOpen(): boolean {
    return this.#editor !== undefined;
  }

  /** Opens the editor where need be, and puts the keyboard into it. */
  async focus(): Promise<void> {
    await this.open();
    this.#editor?.focus();
  }

  /** The same, with the cursor at a place. */
  async reveal(place: Place): Promise<void> {
    await this.open();
    this.#editor?.reveal(place);
  }

  show(file: string): void {
    this.#editor?.show(file);
  }

  /** Lights a line that somebody points at elsewhere; undefined puts the light out. Only while the editor is open. */
  light(place: Place | undefined): void {
    this.#editor?.light(place);
  }

  /** Replaces a text as one step that can be undone; `onText` hears of it. Only while the editor is open. */
  setText(file: string, text: string): void {
    this.#editor?.setText(file, text);
  }

  /** Marks what the compiler had to say where it said of which place. */
  setMarkers(diagnostics: readonly Diagnostic[]): void {
    this.#markers = diagnostics.flatMap(({ place, ...rest }) => (place ? [{ ...rest, place }] : []));
    this.#editor?.setMarkers(this.#markers);
  }

  /**
   * Marks the lines at which tasks stand; may be called in each frame.
   * @param ran the texts that the marks are about: lines that were changed since are not those that ran
   */
  setLineMarks(marks: readonly LineMark[], ran: ReadonlyMap<string, string>): void {
    const present = this.#options.files();
    const files = new Set([...ran.keys()].filter((file) => ran.get(file) === present.get(file)));
    this.#lineMarks = { marks, files, lookOf: this.#options.lookOf };
    this.#editor?.setLineMarks(this.#lineMarks);
  }

  async #open(): Promise<void> {
    const { host, pane, files, file, onText, onLeave, onShown, onProblem } = this.#options;
    try {
      const editor = await openEditor({
        host,
        pane,
        languageOf: (name) => languageOf(name).editor,
        files: files(),
        onChange: onText,
        onLeave,
      });
      // The slide may have gone by while the editor was loading.
      if (!this.#isWanted) {
        this.#opening = undefined;
        return editor.dispose();
      }
      this.#editor = editor;
      // They may have been changed while the editor was loading.
      for (const [name, text] of files()) editor.setText(name, text);
      editor.setMarkers(this.#markers);
      if (this.#lineMarks) editor.setLineMarks(this.#lineMarks);
      editor.show(file());
      await editor.painted();
      if (this.#editor === editor) onShown(true);
    } catch (error) {
      this.#opening = undefined;
      onProblem(error);
    }
  }
}
