// What the deck as one file holds packed in its page (src/build/one-file.ts); a site has the same as files of their own.

/** What was packed under a name; nothing in a site. */
export async function unpacked(name: "compiler" | "typescript"): Promise<ReadableStream | undefined> {
  const packed = document.getElementById(`packed-${name}`)?.textContent;
  if (!packed) return undefined;
  const { body } = await fetch(`data:application/gzip;base64,${packed}`);
  return body?.pipeThrough(new DecompressionStream("gzip"));
}
