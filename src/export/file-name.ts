// Names of the files that are saved.

const longest = 60;

/**
 * A name such as "interleave-race.json".
 * @param subject what the file tells of, such as a slide's id; may have any characters, and may be ""
 * @param ending with its dot
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
