// The interface of a pane's code editor, and what the editor needs from the pane.

import type { Place } from "../trace/events/events.ts";
import type { ShownLineMarks } from "./marks/mark-lines.ts";
import type { ColouredPiece } from "./support/colours.ts";
import type { EditorLanguage } from "./support/language-support.ts";

/** Sent by the document when the size of code has changed. */
export const codeSizeEvent = "code-size";

/** A message at a place in a file, for example a compile error. */
export interface Marker {
  readonly severity: "error" | "warning";
  readonly text: string;
  readonly place: Place;
  /** How many characters it covers, from `place` on. */
  readonly length: number;
}

export interface EditorOptions {
  /** An empty element that the editor fills. */
  readonly host: HTMLElement;
  /** Name of the pane, unique in the page, so that files of different panes do not mix. */
  readonly pane: string;
  readonly languageOf: (file: string) => EditorLanguage;
  /** The initial texts by file name. */
  readonly files: ReadonlyMap<string, string>;
  readonly onChange: (file: string, text: string) => void;
  /** Called when Esc was pressed and nothing in the editor used it. */
  readonly onLeave: () => void;
}

/** The editor of one pane. It shows one of the pane's files at a time. */
export interface CodeEditor {
  show(file: string): void;
  /** Replaces a whole text. Undo restores the old text in one step. */
  setText(file: string, text: string): void;
  /** Puts the cursor at the place, scrolls it into view, and takes the focus. */
  reveal(place: Place): void;
  /** Returns the colours of each line of a text, for pictures of it. */
  colours(file: string): readonly (readonly ColouredPiece[])[];
  setMarkers(markers: readonly Marker[]): void;
  /**
   * Replaces the marks of live tasks; call it at most once per frame. The marks of a file vanish when its text changes.
   * They come back with the next call if the file is still in `files`.
   */
  setLineMarks(shown: ShownLineMarks): void;
  /** Highlights the line of a place if its file is shown; undefined removes the highlight. */
  light(place: Place | undefined): void;
  /** Resolves when the text has been painted in its final position. Before that, Monaco still moves its lines. */
  painted(): Promise<void>;
  focus(): void;
  dispose(): void;
}
