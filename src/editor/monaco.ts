// The pane's editor, made with Monaco. Only files of this folder import Monaco.

import "./features.ts";
import { editor, MarkerSeverity, Uri } from "monaco-editor/editor";
import type { Place } from "../trace/events/events.ts";
import { changedRange } from "./changed-range.ts";
import { type CodeEditor, codeSizeEvent, type EditorOptions, type Marker } from "./code-editor.ts";
import { giveBack, type PooledEditor, takeEditor } from "./editor-pool.ts";
import { markedLines, type ShownLineMarks } from "./marks/mark-lines.ts";
import { type ColouredPiece, colouredPieces } from "./support/colours.ts";
import { startOwnWorker } from "./support/editor-workers.ts";
import type { LanguageSupport } from "./support/language-support.ts";
import { codeFont, followTheme } from "./theme.ts";

type Model = editor.ITextModel;

/** Caret and scroll position of each text, from when it was shown last. */
const views = new WeakMap<Model, editor.ICodeEditorViewState | null>();

/** Creates an editor that looks like the highlighted text it replaces, from its first frame on. */
export async function createEditor(options: EditorOptions): Promise<CodeEditor> {
  followTheme();
  const languages = new Set([...options.files.keys()].map(options.languageOf));
  const loading = [...languages].flatMap((language) => language.load?.() ?? []);
  const [support] = await Promise.all([Promise.all(loading), document.fonts.ready]);
  // Without this the first frame would show text without colours, and wrong character widths if the font arrived late.
  await Promise.all(support.map((each) => each.prepare()));
  return new MonacoEditor(options, support);
}

/**
 * Not made where it is used: the language service may never start, and a function made in the constructor would keep
 * the whole pane until then.
 */
const ignore = () => undefined;

class MonacoEditor implements CodeEditor {
  readonly #pooled: PooledEditor;
  readonly #editor: editor.IStandaloneCodeEditor;
  readonly #models: ReadonlyMap<string, Model>;
  #marks: ShownLineMarks | undefined;
  #file = "";
  readonly #cleanUp: (() => void)[] = [];

  constructor(options: EditorOptions, support: readonly LanguageSupport[]) {
    this.#models = new Map([...options.files].map(([file, text]) => [file, openModel(options, file, text)]));
    // If this fails, the editor still works, without types.
    for (const each of support) each.share([...this.#models.values()]).catch(ignore);
    this.#pooled = takeEditor(options.host, options.onLeave);
    this.#editor = this.#pooled.editor;
    this.#listen(options);
    const start = () => {
      startOwnWorker();
      for (const each of support) each.start();
    };
    this.#until(this.#editor.onDidFocusEditorText(start));
    this.#until(this.#editor.onMouseMove(start));
  }

  show(file: string): void {
    const model = this.#model(file);
    if (this.#editor.getModel() === model) return;
    this.#keepView();
    this.#pooled.marks.erase();
    this.#file = file;
    this.#editor.setModel(model);
    this.#editor.restoreViewState(views.get(model) ?? null);
    this.#drawMarks();
  }

  #keepView(): void {
    const shown = this.#editor.getModel();
    if (shown) views.set(shown, this.#editor.saveViewState());
  }

  setText(file: string, text: string): void {
    const model = this.#model(file);
    if (model.getValue() === text) return;
    model.pushStackElement();
    const change = changedRange(model.getValue(), text);
    const [start, end] = [model.getPositionAt(change.from), model.getPositionAt(change.to)];
    const range = {
      startLineNumber: start.lineNumber,
      startColumn: start.column,
      endLineNumber: end.lineNumber,
      endColumn: end.column,
    };
    // Only what differs, so that the caret of whoever types here stays where it is.
    model.pushEditOperations([], [{ range, text: change.text }], () => null);
    model.pushStackElement();
    // The change may be typed in another window, for an audience that sees this one.
    const isShown = this.#editor.getModel() === model;
    if (isShown && !this.#editor.hasTextFocus()) this.#editor.revealLine(start.lineNumber);
  }

  reveal({ file, line, column }: Place): void {
    this.show(file);
    this.#editor.setPosition({ lineNumber: line, column });
    this.#editor.revealLineInCenterIfOutsideViewport(line);
    this.focus();
  }

  colours(file: string): ColouredPiece[][] {
    const model = this.#model(file);
    const tokens = editor.tokenize(model.getValue(), model.getLanguageId());
    return model.getLinesContent().map((line, index) => colouredPieces(line, tokens[index] ?? []));
  }

  setMarkers(markers: readonly Marker[]): void {
    for (const [file, model] of this.#models) {
      const own = markers.filter((marker) => marker.place.file === file);
      editor.setModelMarkers(model, "compiler", own.map(markerData));
    }
  }

  setLineMarks(shown: ShownLineMarks): void {
    this.#marks = shown;
    this.#drawMarks();
  }

  light(place: Place | undefined): void {
    const line = place?.file === this.#file ? place.line : undefined;
    const range = line && { startLineNumber: line, startColumn: 1, endLineNumber: line, endColumn: 1 };
    this.#pooled.lit.set(range ? [{ range, options: { isWholeLine: true, className: "line-lit" } }] : []);
    if (line) this.#editor.revealLineInCenterIfOutsideViewport(line);
  }

  painted(): Promise<void> {
    return new Promise((resolve) => {
      requestAnimationFrame(() => requestAnimationFrame(() => resolve()));
      // A hidden window never paints.
      setTimeout(resolve, 200);
    });
  }

  focus(): void {
    this.#editor.focus();
  }

  dispose(): void {
    for (const undo of this.#cleanUp) undo();
    this.#keepView();
    giveBack(this.#pooled);
    // The models stay: they keep the undo history for the next visit to the slide.
  }

  #drawMarks(): void {
    if (this.#marks) this.#pooled.marks.draw(markedLines(this.#marks, this.#file));
  }

  #model(file: string): Model {
    const model = this.#models.get(file);
    if (!model)
      throw new RangeError(`The pane has no file "${file}", only ${[...this.#models.keys()].join(", ")}.`);
    return model;
  }

  #listen({ onChange }: EditorOptions): void {
    for (const [file, model] of this.#models)
      this.#until(model.onDidChangeContent(() => onChange(file, model.getValue())));
    const resize = () => this.#editor.updateOptions(codeFont());
    document.addEventListener(codeSizeEvent, resize);
    this.#cleanUp.push(() => document.removeEventListener(codeSizeEvent, resize));
  }

  /** Ends a subscription when the editor is disposed. */
  #until(subscription: { dispose(): void }): void {
    this.#cleanUp.push(() => subscription.dispose());
  }
}

/** Returns the model of one file. A model outlives the editor that showed it. */
function openModel({ pane, languageOf }: EditorOptions, file: string, text: string): Model {
  const uri = Uri.parse(`file:///${pane}/${file}`);
  const kept = editor.getModel(uri);
  if (!kept) return editor.createModel(text, languageOf(file).id, uri);
  if (kept.getValue() !== text) kept.setValue(text);
  return kept;
}

function markerData({ severity, text, place, length }: Marker): editor.IMarkerData {
  return {
    severity: severity === "error" ? MarkerSeverity.Error : MarkerSeverity.Warning,
    message: text,
    startLineNumber: place.line,
    startColumn: place.column,
    endLineNumber: place.line,
    endColumn: place.column + Math.max(1, length),
  };
}
