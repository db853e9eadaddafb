// A lock is a number in shared memory:
// 0 while it is free, 1 while a thread has it.
export class Mutex {
  readonly cell: Int32Array;

  constructor(cell = sharedCell()) {
    this.cell = cell;
  }

  acquire(): Disposable {
    while (!this.#take()) {
      Atomics.wait(this.cell, 0, 1); // sleeps
    }
    return { [Symbol.dispose]: () => this.release() };
  }

  // Makes 0 into 1, in one step.
  #take() {
    const was = Atomics.compareExchange(this.cell, 0, 0, 1);
    return was === 0;
  }

  release() {
    Atomics.store(this.cell, 0, 0);
    Atomics.notify(this.cell, 0, 1); // wakes one
  }
}

function sharedCell() {
  return new Int32Array(new SharedArrayBuffer(4));
}
