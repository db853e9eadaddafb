// Private fields, methods, accessors and checks, also in coroutines and generators.
class Counter {
  #count = 1;
  static #made = 0;
  static make() {
    Counter.#made += 1;
    return new Counter();
  }
  static isOne(object: object) {
    return #count in object;
  }
  get #double() {
    return this.#count * 2;
  }
  set #double(value) {
    this.#count = value;
  }
  #sum() {
    return this.#double + Counter.#made;
  }
  sum() {
    this.#double = 5;
    return this.#sum();
  }
  async #later() {
    await null;
    return this.#count++;
  }
  later() {
    return this.#later();
  }
  *#steps() {
    yield this.#count;
    yield --this.#count;
  }
  steps() {
    return [...this.#steps()];
  }
}
const counter = Counter.make();
console.log(counter, counter.sum(), await counter.later(), counter.steps(), Counter.isOne(counter), Counter.isOne({}));
try {
  Counter.prototype.sum.call({} as Counter);
} catch (error) {
  console.log((error as Error).name, (error as Error).message);
}
export {};
