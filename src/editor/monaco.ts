// The pane's editor, made with Monaco. Only files of this folder import Monaco.

import "./features.ts";
import "./support/editor-workers.ts";
import { editor, KeyCode, MarkerSeverity, Uri } from "monaco-editor/editor";
import type { Place } from "../trace/events/events.ts";
import { type CodeEditor, codeSizeEvent, type EditorOptions, type Marker } from "./code-editor.ts";
import { markedLines, type ShownLineMarks } from "./marks/mark-lines.ts";
import { MarkView } from "./marks/mark-view.ts";
import type { LanguageSupport } from "./support/language-support.ts";
import { codeFont, followTheme, themeName } from "./theme.ts";

type Model = editor.ITextModel;

/** Esc first closes whatever is open in the editor. Only if nothing is open does it leave the editor. */
const escapeIsFree = [
  "!suggestWidgetVisible",
  "!findWidgetVisible",
  "!parameterHintsVisible",
  "!renameInputVisible",
  "!editorHasMultipleSelections",
  "!inSnippetMode",
  "!markersNavigationVisible",
  "!referenceSearchVisible",
  "!editorHoverVisible",
].join(" && ");

const settings: editor.IStandaloneEditorConstructionOptions = {
  theme: themeName,
  automaticLayout: true,
  fontLigatures: false,
  minimap: { enabled: false },
  glyphMargin: false,
  folding: false,
  lineNumbersMinChars: 3,
  lineDecorationsWidth: 16,
  padding: { top: 12, bottom: 12 },
  scrollBeyondLastLine: false,
  overviewRulerLanes: 0,
  hideCursorInOverviewRuler: true,
  overviewRulerBorder: false,
  renderLineHighlight: "none",
  renderWhitespace: "none",
  renderFinalNewline: "off",
  occurrencesHighlight: "off",
  guides: { indentation: false },
  matchBrackets: "near",
  stickyScroll: { enabled: false },
  contextmenu: false,
  links: false,
  tabSize: 2,
  wordWrap: "on",
  // Wraps lines where the browser wraps the lines of the static text.
  wrappingStrategy: "advanced",
  wrappingIndent: "none",
  // Mouse wheel and clicks are exact in a text under a transform, but not in boxes outside the editor's own element.
  fixedOverflowWidgets: false,
  scrollbar: { alwaysConsumeMouseWheel: false, verticalScrollbarSize: 10, horizontalScrollbarSize: 10 },
};

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

class MonacoEditor implements CodeEditor {
  readonly #editor: editor.IStandaloneCodeEditor;
  readonly #models: ReadonlyMap<string, Model>;
  readonly #views = new Map<Model, editor.ICodeEditorViewState | null>();
  readonly #markView: MarkView;
  readonly #lit: editor.IEditorDecorationsCollection;
  #marks: ShownLineMarks | undefined;
  #file = "";
  readonly #cleanUp: (() => void)[] = [];

  constructor(options: EditorOptions, support: readonly LanguageSupport[]) {
    this.#models = new Map([...options.files].map(([file, text]) => [file, openModel(options, file, text)]));
    // If this fails, the editor still works, without types.
    for (const each of support) each.share([...this.#models.values()]).catch(() => undefined);
    this.#editor = editor.create(options.host, {
      ...settings,
      ...codeFont(),
      model: null,
      ariaLabel: "Code. Esc leaves the editor, Ctrl+Enter or Command+Enter runs it.",
    });
    this.#markView = new MarkView(this.#editor);
    this.#lit = this.#editor.createDecorationsCollection();
    this.#listen(options);
    const start = () => support.forEach((each) => void each.start());
    this.#editor.onDidFocusEditorText(start);
    this.#editor.onMouseMove(start);
  }

  show(file: string): void {
    const model = this.#model(file);
    const shown = this.#editor.getModel();
    if (shown === model) return;
    if (shown) this.#views.set(shown, this.#editor.saveViewState());
    this.#markView.erase();
    this.#file = file;
    this.#editor.setModel(model);
    this.#editor.restoreViewState(this.#views.get(model) ?? null);
    this.#drawMarks();
  }

  setText(file: string, text: string): void {
    const model = this.#model(file);
    if (model.getValue() === text) return;
    model.pushStackElement();
    model.pushEditOperations([], [{ range: model.getFullModelRange(), text }], () => null);
    model.pushStackElement();
  }

  reveal({ file, line, column }: Place): void {
    this.show(file);
    this.#editor.setPosition({ lineNumber: line, column });
    this.#editor.revealLineInCenterIfOutsideViewport(line);
    this.focus();
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
    this.#lit.set(range ? [{ range, options: { isWholeLine: true, className: "line-lit" } }] : []);
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
    this.#editor.dispose();
    // The models stay: they keep the undo history for the next visit to the slide.
  }

  #drawMarks(): void {
    if (this.#marks) this.#markView.draw(markedLines(this.#marks, this.#file));
  }

  #model(file: string): Model {
    const model = this.#models.get(file);
    if (!model)
      throw new RangeError(`The pane has no file "${file}", only ${[...this.#models.keys()].join(", ")}.`);
    return model;
  }

  #listen({ onChange, onLeave }: EditorOptions): void {
    for (const [file, model] of this.#models) {
      const subscription = model.onDidChangeContent(() => onChange(file, model.getValue()));
      this.#cleanUp.push(() => subscription.dispose());
    }
    this.#editor.addAction({
      id: "pane-leave",
      label: "Leave the editor",
      keybindings: [KeyCode.Escape],
      precondition: escapeIsFree,
      run: onLeave,
    });
    const resize = () => this.#editor.updateOptions(codeFont());
    document.addEventListener(codeSizeEvent, resize);
    this.#cleanUp.push(() => document.removeEventListener(codeSizeEvent, resize));
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
