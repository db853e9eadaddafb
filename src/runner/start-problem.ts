// That workers do not start in this browser, told to whoever waits to hear of it.

let tell: (sentence: string) => void;

/** Resolves with a sentence as soon as it turns out that workers do not start here; where they start it never does. */
export const startProblem = new Promise<string>((resolve) => {
  tell = resolve;
});

/** To be called with the reason why a worker did not start. */
export function tellStartProblem(reason: string): void {
  tell(startSentence(reason));
}

/** What a viewer is told of a worker that did not start. */
export function startSentence(reason: string): string {
  return `Programs do not start in this browser: ${reason.replace(/\.$/, "")}.`;
}
