// What the editor is told of a language, and what it asks of who knows the language.

import type { Uri } from "monaco-editor/editor";

/** A language as the editor knows it. */
export interface EditorLanguage {
  /** Monaco's name of it; "plaintext" for one that Monaco does not know. */
  readonly id: string;
  /** What Monaco does not do by itself: loaded before an editor shows such a file. */
  load?(): Promise<LanguageSupport>;
}

/** What the editor does for the files of a language. */
export interface LanguageSupport {
  /** Resolves when such files can be coloured. */
  prepare(): Promise<unknown>;
  /** Lets the files of a pane know each other. */
  share(models: readonly TextModel[]): Promise<void>;
  /** Somebody begins to work with such a file: what is large may be loaded now. */
  start(): void;
}

/** As much of Monaco's as is needed to tell of a file. */
export interface TextModel {
  readonly uri: Uri;
  getValue(): string;
}
