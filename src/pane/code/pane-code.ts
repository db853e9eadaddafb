// The code of a pane: its files in tabs, each a static text until the editor opens in its place.

import type { ShownLineMarks } from "../../editor/marks/mark-lines.ts";
import { partOf } from "../markup/pane-host.ts";
import type { ChangedText } from "./drafts.ts";
import { PaneEditor } from "./pane-editor.ts";
import { PaneTabs } from "./pane-tabs.ts";
import { PaneTexts } from "./pane-texts.ts";

export interface PaneCodeOptions {
  /** Texts that the audience had changed before. */
  readonly changed: Readonly<Record<string, ChangedText>> | undefined;
  /** How tasks look in the editor. */
  readonly lookOf: ShownLineMarks["lookOf"];
  /** One of the texts is another one. */
  readonly onText: () => void;
  /** A file has been chosen to be shown. */
  readonly onFile: (file: string) => void;
  /** The editor has taken the place of the static texts. */
  readonly onEditor: () => void;
  /** The editor could not be opened: the error is a sentence for the viewer. */
  readonly onProblem: (error: unknown) => void;
}

/** The files of one pane, and which of them is shown. */
export class PaneCode {
  readonly editor: PaneEditor;
  readonly #pane: HTMLElement;
  readonly #options: PaneCodeOptions;
  readonly #texts: PaneTexts;
  readonly #tabs: PaneTabs;

  constructor(pane: HTMLElement, options: PaneCodeOptions) {
    this.#pane = pane;
    this.#options = options;
    const code = partOf(pane, "code");
    this.#texts = new PaneTexts(code, options.changed);
    this.#texts.show();
    this.#tabs = new PaneTabs(partOf(pane, "tabs"), code, (file) => this.#showFile(file));
    this.editor = new PaneEditor({
      pane: pane.id,
      host: partOf(pane, "editor"),
      lookOf: options.lookOf,
      files: () => this.files,
      file: () => this.file,
      onText: (file, text) => this.#take(file, text),
      onLeave: () => pane.focus({ preventScroll: true }),
      onShown: (isShown) => this.#showEditor(isShown),
      onProblem: options.onProblem,
    });
    // Who clicks the code wants to edit it, also before the editor is there.
    code.addEventListener("pointerup", () => {
      if (!this.editor.isOpen) void this.editor.focus();
    });
  }

  /** The present text of each file by its name. */
  get files(): ReadonlyMap<string, string> {
    return this.#texts.current;
  }

  /** The name of the file that is shown. */
  get file(): string {
    return this.#tabs.selected;
  }

  set file(file: string) {
    this.#tabs.select(file);
  }

  /** The texts that differ from the author's, by file name. */
  get changed(): Record<string, ChangedText> {
    return this.#texts.changed;
  }

  /** The author's text of each file by its name. */
  get originals(): ReadonlyMap<string, string> {
    return this.#texts.originals;
  }

  /** Files whose author has changed them since the audience did. */
  get outdated(): readonly string[] {
    return this.#texts.outdated;
  }

  /** Replaces a file's text, as one step that can be undone where the editor is open. */
  setText(file: string, text: string): void {
    if (this.editor.isOpen) this.editor.setText(file, text);
    else this.#take(file, text);
  }

  #take(file: string, text: string): void {
    if (!this.#texts.set(file, text)) return;
    if (!this.editor.isOpen) this.#texts.show();
    this.#options.onText();
  }

  #showFile(file: string): void {
    this.editor.show(file);
    this.#options.onFile(file);
  }

  #showEditor(isShown: boolean): void {
    this.#pane.classList.toggle("has-editor", isShown);
    if (isShown) this.#options.onEditor();
    else this.#texts.show();
  }
}
