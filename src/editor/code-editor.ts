// What a pane asks of a code editor, and what the editor asks back.

import type { Place } from "../trace/events/events.ts";
import type { ShownLineMarks } from "./marks/mark-lines.ts";
import type { EditorLanguage } from "./support/language-support.ts";

/** Sent by the document when the size of code has changed. */
export const codeSizeEvent = "code-size";

/** A remark at a place in a file, such as a compile error. */
export interface Marker {
  readonly severity: "error" | "warning";
  readonly text: string;
  readonly place: Place;
  /** How many characters it covers from `place` on. */
  readonly length: number;
}

export interface EditorOptions {
  /** An empty element that the editor fills. */
  readonly host: HTMLElement;
  /** Names the pane among all panes of the page, so that their files do not mix. */
  readonly pane: string;
  readonly languageOf: (file: string) => EditorLanguage;
  /** The texts to begin with, by file name. */
  readonly files: ReadonlyMap<string, string>;
  readonly onChange: (file: string, text: string) => void;
  /** Esc was pressed and nothing in the editor had a use for it. */
  readonly onLeave: () => void;
}

/** One pane's editor; shows one of its files at a time. */
export interface CodeEditor {
  show(file: string): void;
  /** Replaces a whole text as one step that can be undone. */
  setText(file: string, text: string): void;
  /** Puts the cursor there, in view, and the keyboard's focus. */
  reveal(place: Place): void;
  setMarkers(markers: readonly Marker[]): void;
  /**
   * Replaces the marks, at most once per frame. They vanish from a file when its text changes, and come back with the
   * next call where it is in `files` still.
   */
  setLineMarks(shown: ShownLineMarks): void;
  /** Lights the line of a place where its file is shown; undefined puts the light out. */
  light(place: Place | undefined): void;
  /** Resolves when what is shown has been painted at its place: before that Monaco still moves its lines about. */
  painted(): Promise<void>;
  focus(): void;
  dispose(): void;
}
