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
    broken: (where: Breaking, after: number) => brokenIterable(where, after, log),
    resource: (name: string, how: Disposal) => resource(name, how, log),
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

type Breaking = "iterator" | "next" | "value" | "done" | "return" | "nowhere";
type Log = (name: string, ...values: readonly unknown[]) => unknown;

/** An iterable of three numbers whose iterator throws at the given step, after so many numbers. */
function brokenIterable(where: Breaking, after: number, log: Log): object {
  let count = 0;
  const fail = (step: Breaking) => {
    if (step === where && (step === "return" || count > after)) throw new Error(`broken ${step}`);
  };
  const iterator = {
    next() {
      count += 1;
      fail("next");
      return {
        get done() {
          fail("done");
          return count > 3;
        },
        get value() {
          fail("value");
          return count;
        },
      };
    },
    return() {
      log("closed", count);
      fail("return");
      return {};
    },
  };
  return {
    [Symbol.iterator]() {
      if (where === "iterator") throw new Error("broken iterator");
      return iterator;
    },
  };
}

type Disposal = "sync" | "async" | "both" | "throws" | "rejects";

const dispose: symbol = Symbol.dispose ?? Symbol.for("Symbol.dispose");
const asyncDispose: symbol = Symbol.asyncDispose ?? Symbol.for("Symbol.asyncDispose");

function resource(name: string, how: Disposal, log: Log): object {
  const sync = () => {
    log("disposed", name);
    if (how === "throws") throw new Error(`${name} threw`);
  };
  const async = async () => {
    await null;
    log("disposed later", name);
    if (how === "rejects") throw new Error(`${name} rejected`);
  };
  return {
    ...(how === "sync" || how === "both" || how === "throws" ? { [dispose]: sync } : {}),
    ...(how === "async" || how === "both" || how === "rejects" ? { [asyncDispose]: async } : {}),
  };
}

function drive(generator: Generator | AsyncGenerator, [method, value]: Step): unknown {
  return generator[method](value as never);
}

function attempt(work: () => void, log: Log): void {
  try {
    work();
  } catch (error) {
    log("threw", error);
  }
}
