function* countdown(n: number): Generator<number> {
  console.log("Ignition.");
  while (n > 0) {
    yield n; // hands out n, and stays here
    n -= 1;
  }
  console.log("Lift-off!");
}

// for…of calls next() until it is done.
for (const number of countdown(3)) {
  console.log(number);
}

// Calling it runs nothing: no "Ignition." yet.
export const it = countdown(3);
console.log("At the prompt: it.next()");
