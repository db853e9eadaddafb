// Makes the outputs of a program from several places comparable, line by line.

/** An uncaught error or unhandled rejection, as one line among the printed ones. */
export function uncaught(headline: string): string {
  return `! ${headline.split("\n")[0]}\n`;
}

/** A frame of a stack trace. File names and the frames around the program differ from place to place. */
const step = /\n\s+at (?:[^\n]*?\((?:[^()\n]|\([^()\n]*\))*\)|[^\n]*?:\d+:\d+|async [\w.]+|new \w+)/g;
const sameSteps = /\n\s+\.\.\. \d+ lines matching cause stack trace \.\.\./g;
/** The time that a console timer prints. */
const duration = /\b\d+(?:\.\d+)?(?:ms|s)\b/g;

/** The lines of an output, without what differs in every place: stack frames and times. */
export function comparable(text: string): string[] {
  return text
    .replace(step, "")
    .replace(sameSteps, "")
    .replace(duration, "0ms")
    .replace(/\n$/, "")
    .split("\n");
}
