// Python calls the two __iter__ and __next__.
class Countdown {
  n = 3;

  [Symbol.iterator]() {
    return this;
  }

  next(): IteratorResult<number> {
    if (this.n === 0) {
      return { value: undefined, done: true };
    }
    return { value: this.n--, done: false };
  }
}

for (const number of new Countdown()) {
  console.log(number);
}
