// Chooses how an editor finds the places at which long lines wrap. Only the browser knows where it would wrap them, but
// asking it costs a layout per key. So it is asked only while a line may be too long.

import { editor } from "monaco-editor/editor";
import { mayWrap } from "./line-width.ts";

type Strategy = NonNullable<editor.IEditorOptions["wrappingStrategy"]>;

/** Lets Monaco count characters while all lines are short, and ask the browser otherwise. */
export function followWrapping(made: editor.IStandaloneCodeEditor): void {
  let present: Strategy = "simple";
  const choose = () => {
    const lines = made.getModel()?.getLinesContent() ?? [];
    const { wrappingColumn } = made.getOption(editor.EditorOption.wrappingInfo);
    const wanted: Strategy = mayWrap(lines, wrappingColumn) ? "advanced" : "simple";
    if (wanted === present) return;
    present = wanted;
    made.updateOptions({ wrappingStrategy: wanted });
  };
  made.onDidChangeModel(choose);
  made.onDidChangeModelContent(choose);
  made.onDidChangeConfiguration((change) => {
    if (change.hasChanged(editor.EditorOption.wrappingInfo)) choose();
  });
}
