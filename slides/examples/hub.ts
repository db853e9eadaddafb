// What gevent does, with nothing hidden: the hub
// goes on with a green thread when its wait is over.
export async function joinAll(all: Green[]) {
  for (const green of all) ran(green, green.next());
  while (waiting.size > 0) {
    const goOn = await Promise.race(waiting.values());
    goOn();
  }
}

const waiting = new Map<Green, Promise<() => void>>();

// It has yielded what it waits for, or ended.
function ran(green: Green, step: Step) {
  waiting.delete(green);
  if (step.done) return;
  const goOn = step.value.then(
    (reply) => () => ran(green, green.next(reply)),
    (error) => () => ran(green, green.throw(error)),
  );
  waiting.set(green, goOn);
}

export type Wait = Promise<string>;
export type Green = Generator<Wait, void, string>;
type Step = IteratorResult<Wait, void>;

// What a green thread can wait for.
export function sleep(milliseconds: number): Wait {
  return new Promise((wake) => {
    setTimeout(wake, milliseconds, "");
  });
}

const farm = "http://www.ericappelt.com/animals";

export function get(animal: string): Wait {
  const reply = fetch(`${farm}/${animal}`);
  return reply.then((it) => it.text());
}
