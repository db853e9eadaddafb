// Promise.all with a subclass of Array, and a subclass of Promise.
const seen: string[] = [];
class List extends Array<unknown> {
  override slice(): never {
    seen.push("slice");
    throw new Error("slice");
  }
}
class Mine<T> extends Promise<T> {
  static override get [Symbol.species]() {
    seen.push("species");
    return Promise;
  }
}
console.log(await Promise.all(List.from([1, Promise.resolve(2)])), await Mine.resolve(3), seen);
export {};
