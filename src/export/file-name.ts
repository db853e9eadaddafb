// Makes the names of saved files.

const longest = 60;

/**
 * Returns a file name, for example "interleave-race.json".
 * @param subject what the file is about, for example the id of a slide; may contain any characters, or be ""
 * @param ending file name extension with its dot, for example ".json"
 */
export function fileName(subject: string, ending: string): string {
  const words = subject
    .normalize("NFKD")
    .toLowerCase()
    .replace(/\p{M}/gu, "")
    .normalize("NFC")
    .replace(/[^\p{L}\p{N}]+/gu, "-");
  const trimmed = [...words].slice(0, longest).join("").replace(/^-|-$/g, "");
  return `${["interleave", trimmed].filter((part) => part !== "").join("-")}${ending}`;
}
