// Saves content that the page made as a file.

/**
 * In milliseconds: how long the object URL stays valid. Some browsers read it late, because they first ask where to
 * save the file.
 */
const kept = 60_000;

/**
 * Saves the content in the browser's download folder.
 * @param type MIME type of a text; a blob has its own
 */
export function download(name: string, content: Blob | string, type: string): void {
  const blob = typeof content === "string" ? new Blob([content], { type }) : content;
  const link = document.createElement("a");
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), kept);
}
