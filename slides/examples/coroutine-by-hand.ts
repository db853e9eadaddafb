// A coroutine by hand yields how long to wait.
export type Coroutine<R> = Generator<number, R>;

// Gives control to its driver, for n seconds.
export function* sleep(n: number): Coroutine<void> {
  yield n;
}

export function* nap(animal: string): Coroutine<string> {
  console.log(`The ${animal} falls asleep.`);
  yield* sleep(2); // Python: await sleep(2)
  console.log(`The ${animal} turns over.`);
  yield* sleep(1);
  return `The ${animal} is awake.`;
}

// Nobody drives one yet: be its driver.
console.log('At the prompt: const cow = nap("cow")');
console.log("and then cow.next()");
