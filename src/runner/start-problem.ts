// Reports that workers do not start in this browser.

let tell: (sentence: string) => void;

/** Resolves with a sentence as soon as a worker has failed to start. Otherwise it never resolves. */
export const startProblem = new Promise<string>((resolve) => {
  tell = resolve;
});

/** Call with the reason why a worker did not start. */
export function tellStartProblem(reason: string): void {
  tell(startSentence(reason));
}

/** The sentence about a worker that did not start. */
export function startSentence(reason: string): string {
  return `Programs do not start in this browser: ${reason.replace(/\.$/, "")}.`;
}
