// What a coroutine waits for: so many seconds,
// or the reply of an address.
type Wait = number | URL;
type Coroutine = Generator<Wait, string>;

// The event loop.
async function run(...all: Coroutine[]) {
  const due = new Map<Coroutine, Promise<Go>>();

  function ran(it: Coroutine, step: Step) {
    const { done, value } = step;
    due.delete(it);
    if (done) return console.log(value);
    const event = begin(value).then(
      (reply) => () => ran(it, it.next(reply)),
      (error) => () => ran(it, it.throw(error)),
    );
    due.set(it, event);
  }

  for (const it of all) ran(it, it.next());
  while (due.size > 0) {
    const go = await Promise.race(due.values());
    go();
  }
}

type Step = IteratorResult<Wait, string>;
type Go = () => void;

// Timers and requests are the browser's.
function begin(wait: Wait): Promise<string> {
  if (wait instanceof URL) {
    return fetch(wait).then((it) => it.text());
  }
  return new Promise((wake) => {
    setTimeout(wake, wait * 1000, "");
  });
}

// Awaitables: they give control to the loop.
function* sleep(seconds: number): Coroutine {
  return yield seconds;
}

function* get(animal: string): Coroutine {
  const host = "http://www.ericappelt.com";
  return yield new URL(`${host}/animals/${animal}`);
}

function* nap(animal: string): Coroutine {
  console.log(`The ${animal} falls asleep.`);
  yield* sleep(2);
  console.log(`The ${animal} turns over.`);
  yield* sleep(1);
  return `The ${animal} is awake.`;
}

function* speak(animal: string): Coroutine {
  const sound = yield* get(animal);
  return `The ${animal} says "${sound}".`;
}

await run(nap("cow"), nap("pig"), speak("frog"));
