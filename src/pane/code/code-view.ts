// Shows the code of a pane: its files in tabs, each as static text until the editor opens in its place.

import type { ShownLineMarks } from "../../editor/marks/mark-lines.ts";
import type { ColouredPiece } from "../../editor/support/colours.ts";
import { partOf } from "../markup/pane-host.ts";
import { type PaneEvent, problemEvent } from "../state/pane-event.ts";
import type { PaneState } from "../state/pane-state.ts";
import type { Store } from "../state/pane-store.ts";
import { type CodePart, MirrorCode } from "./mirror-code.ts";
import { PaneEditor, type PaneEditorOptions } from "./pane-editor.ts";
import { PaneTabs } from "./pane-tabs.ts";
import { StaticTexts } from "./static-texts.ts";

export interface CodeViewOptions {
  readonly pane: HTMLElement;
  readonly store: Store;
  /** The look of each task in the editor. */
  readonly lookOf: ShownLineMarks["lookOf"];
  /** True for a pane with an editor, which a click on the code opens; false for a mirror. */
  readonly canEdit: boolean;
}

/** The code area of one pane. */
export class CodeView {
  readonly editor: CodePart;
  readonly #pane: HTMLElement;
  readonly #store: Store;
  readonly #texts: StaticTexts;
  readonly #tabs: PaneTabs;

  constructor({ pane, store, lookOf, canEdit }: CodeViewOptions) {
    this.#pane = pane;
    this.#store = store;
    const code = partOf(pane, "code");
    this.#texts = new StaticTexts(code);
    this.#tabs = new PaneTabs(partOf(pane, "tabs"), code, (file) => store.send({ kind: "file", file }));
    const shown = {
      lookOf,
      files: () => store.state.texts,
      file: () => store.state.file,
      onText: (file: string, text: string) => this.#type(file, text),
    };
    this.editor = canEdit ? this.#makeEditor(shown) : new MirrorCode({ code, ...shown });
    if (canEdit) this.#openByClick(code);
    this.#texts.show(store.state.texts);
    this.#showFile(store.state.file);
    store.listen((event, state, before) => this.#hear(event, state, before));
  }

  #makeEditor(shown: Pick<PaneEditorOptions, "lookOf" | "files" | "file" | "onText">): PaneEditor {
    const pane = this.#pane;
    return new PaneEditor({
      ...shown,
      pane: pane.id,
      host: partOf(pane, "editor"),
      onLeave: () => pane.focus({ preventScroll: true }),
      onShown: (isShown) => this.#showEditor(isShown),
      onProblem: (error) => this.#store.send(problemEvent(error)),
    });
  }

  /** Shows lines of the static texts in these colours. */
  colour(lines: readonly (readonly ColouredPiece[])[]): void {
    this.#texts.colour(lines);
  }

  // A click into the static text means "edit", so it opens the editor.
  #openByClick(code: HTMLElement): void {
    code.addEventListener("pointerup", ({ target }) => {
      const isText = target instanceof Element && target.closest("button, [role=note]") === null;
      if (isText && !this.editor.isOpen) void this.editor.focus();
    });
  }

  #hear(event: PaneEvent, state: PaneState, before: PaneState): void {
    if (state.texts !== before.texts) this.#showTexts(state, before);
    if (state.file !== before.file || event.kind === "file") this.#showFile(state.file);
    if (state.report !== before.report) this.editor.setMarkers(state.report.diagnostics);
    if (state.pointed !== before.pointed) this.editor.light(state.pointed);
    if (event.kind === "go-to") void this.editor.reveal(event.place);
  }

  #showTexts({ texts }: PaneState, before: PaneState): void {
    if (!this.editor.isOpen) this.#texts.show(texts);
    // The editor drops texts that it is given while it is closed.
    for (const [file, text] of texts) if (text !== before.texts.get(file)) this.editor.setText(file, text);
  }

  #showFile(file: string): void {
    this.#tabs.show(file);
    this.#texts.showFile(file);
    this.editor.show(file);
  }

  #type(file: string, text: string): void {
    if (this.#store.state.texts.get(file) !== text) this.#store.send({ kind: "text", file, text });
  }

  #showEditor(isShown: boolean): void {
    this.#pane.classList.toggle("has-editor", isShown);
    if (isShown) this.#store.send({ kind: "problem", text: null });
    else this.#texts.show(this.#store.state.texts);
  }
}
