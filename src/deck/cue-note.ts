// The sentence of a cue as it is shown: what stands between backticks is code.

/** A stretch of the sentence. */
export interface NotePiece {
  readonly text: string;
  readonly isCode: boolean;
}

/** The sentence in pieces, none of them empty. A backtick without another one is a sign like any other. */
export function notePieces(note: string): NotePiece[] {
  const texts = note.split(/`([^`]+)`/);
  return texts.map((text, index) => ({ text, isCode: index % 2 === 1 })).filter(({ text }) => text !== "");
}

/** The pieces as what an element is filled with; its plain text is the sentence without backticks. */
export function noteNodes(note: string): (string | HTMLElement)[] {
  return notePieces(note).map(({ text, isCode }) =>
    isCode ? Object.assign(document.createElement("code"), { textContent: text }) : text,
  );
}
