// Keeps Monaco editors for reuse. Making one blocks the page for 50 to 170 ms, giving it another text for about 10 ms.

import { editor, KeyCode } from "monaco-editor/editor";
import { MarkView } from "./marks/mark-view.ts";
import { codeFont, themeName } from "./theme.ts";
import { followWrapping } from "./wrapping.ts";

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
  // Opens when a typist pauses. Earlier, each key would draw the list anew.
  quickSuggestionsDelay: 150,
  wrappingIndent: "none",
  // Mouse wheel and clicks are exact in a text under a transform, but not in boxes outside the editor's own element.
  fixedOverflowWidgets: false,
  scrollbar: { alwaysConsumeMouseWheel: false, verticalScrollbarSize: 10, horizontalScrollbarSize: 10 },
};

/** A Monaco editor with what belongs to it, whichever text it shows. */
export interface PooledEditor {
  readonly editor: editor.IStandaloneCodeEditor;
  /** The element that contains the editor. */
  readonly element: HTMLElement;
  readonly marks: MarkView;
  /** The highlight of the line that somebody points at elsewhere. */
  readonly lit: editor.IEditorDecorationsCollection;
  /** Called when Esc was pressed and nothing in the editor used it. */
  onLeave: () => void;
}

/** The editors that nobody uses. */
const spare: PooledEditor[] = [];

/** Returns an editor without a text, in an element that is empty otherwise. */
export function takeEditor(host: HTMLElement, onLeave: () => void): PooledEditor {
  const taken = spare.pop() ?? makeEditor(host);
  taken.onLeave = onLeave;
  host.append(taken.element);
  // Both may have changed in the meantime: the size of code, and the size of the element.
  taken.editor.updateOptions(codeFont());
  taken.editor.layout();
  return taken;
}

/** Gives an editor back, without its text. */
export function giveBack(taken: PooledEditor): void {
  // An open search would open in the next text.
  taken.editor.trigger("pool", "closeFindWidget", null);
  taken.marks.erase();
  taken.lit.clear();
  taken.editor.setModel(null);
  taken.onLeave = () => undefined;
  taken.element.remove();
  spare.push(taken);
}

/**
 * Lays an editor out when its element has another size. Monaco's own observer (automaticLayout) would also do so when
 * the element disappears, and break all lines anew for a width of nothing, in the middle of a turn.
 */
function followSize(made: editor.IStandaloneCodeEditor, element: HTMLElement): void {
  const sizes = new ResizeObserver(() => {
    const { clientWidth: width, clientHeight: height } = element;
    if (width > 0 && height > 0) made.layout({ width, height });
  });
  sizes.observe(element);
}

function makeEditor(host: HTMLElement): PooledEditor {
  const element = document.createElement("div");
  element.className = "editor-room";
  // Monaco measures its element when it is made.
  host.append(element);
  const made = editor.create(element, {
    ...settings,
    ...codeFont(),
    model: null,
    ariaLabel: "Code. Esc leaves the editor, Ctrl+Enter or Command+Enter runs it.",
  });
  const pooled: PooledEditor = {
    editor: made,
    element,
    marks: new MarkView(made),
    lit: made.createDecorationsCollection(),
    onLeave: () => undefined,
  };
  followSize(made, element);
  followWrapping(made);
  made.addAction({
    id: "pane-leave",
    label: "Leave the editor",
    keybindings: [KeyCode.Escape],
    precondition: escapeIsFree,
    run: () => pooled.onLeave(),
  });
  return pooled;
}
