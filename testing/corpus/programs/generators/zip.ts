// Iterators side by side, and closed when the shortest ends.
function* zip<T>(...iterables: Iterable<T>[]): Generator<T[], void, undefined> {
  const iterators = iterables.map((each) => each[Symbol.iterator]());
  try {
    for (;;) {
      const steps = iterators.map((each) => each.next());
      if (steps.some(({ done }) => done)) return;
      yield steps.map(({ value }) => value as T);
    }
  } finally {
    for (const iterator of iterators) iterator.return?.();
  }
}
function* letters() {
  try {
    yield* "abcdef";
  } finally {
    console.log("letters closed");
  }
}
console.log([...zip<string | number>(letters(), [1, 2, 3])]);
for (const pair of zip(letters(), letters())) {
  console.log(pair);
  break;
}
console.log(Object.fromEntries(zip<string | number>(["x", "y"], [1, 2]) as Iterable<[string, number]>));
export {};
