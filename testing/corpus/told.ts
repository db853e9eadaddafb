// What a program tells, line by line, in a form in which several places can be compared.

/** An error that reached nobody, as one line among those that were printed. */
export function uncaught(headline: string): string {
  return `! ${headline.split("\n")[0]}\n`;
}

/** One step of a stack, wherever it leads: files have other names in each place, and each has code of its own around. */
const step = /\n\s+at (?:[^\n]*?\((?:[^()\n]|\([^()\n]*\))*\)|[^\n]*?:\d+:\d+|async [\w.]+|new \w+)/g;
const sameSteps = /\n\s+\.\.\. \d+ lines matching cause stack trace \.\.\./g;
/** What a timer of the console tells. */
const duration = /\b\d+(?:\.\d+)?(?:ms|s)\b/g;

/** The lines of a text without what no two places have in common. */
export function comparable(text: string): string[] {
  return text
    .replace(step, "")
    .replace(sameSteps, "")
    .replace(duration, "0ms")
    .replace(/\n$/, "")
    .split("\n");
}
