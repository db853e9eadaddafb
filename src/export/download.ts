// Saves what the page has made as a file.

/** Milliseconds for which the content is kept: some browsers begin to read it late, after asking where to save it. */
const kept = 60_000;

/**
 * Saves the content where the browser saves downloads.
 * @param type the MIME type of a text; a blob has its own
 */
export function download(name: string, content: Blob | string, type: string): void {
  const blob = typeof content === "string" ? new Blob([content], { type }) : content;
  const link = document.createElement("a");
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), kept);
}
