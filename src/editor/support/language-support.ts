// The interface between the editor and its support for a language.

import type { Uri } from "monaco-editor/editor";

/** A language as the editor knows it. */
export interface EditorLanguage {
  /** Monaco's id of the language; "plaintext" if Monaco does not know it. */
  readonly id: string;
  /** Loads what Monaco lacks for this language. Called before an editor shows such a file. */
  load?(): Promise<LanguageSupport>;
}

/** The editor's support for files of one language. */
export interface LanguageSupport {
  /** Resolves when such files can be coloured. */
  prepare(): Promise<unknown>;
  /** Lets the files of a pane import each other. */
  share(models: readonly TextModel[]): Promise<void>;
  /** Called when the viewer begins to work with such a file. Large parts may be loaded now. */
  start(): void;
}

/** The part of Monaco's text model that language support needs. */
export interface TextModel {
  readonly uri: Uri;
  getValue(): string;
}
