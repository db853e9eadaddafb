// The functions that random programs may call. None of them is instrumented.

type Write = (name: string, values: readonly unknown[]) => void;
type Step = readonly [method: "next" | "throw" | "return", value: unknown];

/** A program that logs more than this is stopped, since it might go on for a long time. */
const mostShown = 400;

/** How many turns of the microtask queue are counted. */
const turns = 60;

export function createTools(write: Write): object {
  let shown = 0;
  const log = (name: string, ...values: readonly unknown[]) => {
    shown += 1;
    if (shown > mostShown) throw new Error("This is enough.");
    write(name, values);
    return values[0];
  };
  return {
    log,
    ticker: () => countTurns(write),
    later,
    drive: (name: string, generator: Generator, steps: readonly Step[]) => {
      for (const step of steps) attempt(() => log(name, drive(generator, step)), log);
    },
    driveAsync: (name: string, generator: AsyncGenerator, steps: readonly Step[], together: boolean) => {
      const answer = (step: Step) =>
        Promise.resolve(drive(generator, step)).then(
          (value) => log(name, value),
          (error) => log(name, error),
        );
      if (together) return Promise.all(steps.map(answer));
      return steps.reduce<Promise<unknown>>(
        (before, step) => before.then(() => answer(step)),
        Promise.resolve(),
      );
    },
  };
}

/** Logs each turn of the microtask queue, so that the number of turns between two lines is seen. */
function countTurns(write: Write): void {
  let turn = Promise.resolve();
  for (let count = 1; count <= turns; count += 1) turn = turn.then(() => write(`turn ${count}`, []));
}

/** A promise that is fulfilled after `count` turns. */
function later(count: number, value: unknown): Promise<unknown> {
  let turn = Promise.resolve();
  for (let left = count; left > 0; left -= 1) turn = turn.then(() => undefined);
  return turn.then(() => value);
}

function drive(generator: Generator | AsyncGenerator, [method, value]: Step): unknown {
  return generator[method](value as never);
}

function attempt(work: () => void, log: (name: string, ...values: readonly unknown[]) => unknown): void {
  try {
    work();
  } catch (error) {
    log("threw", error);
  }
}
