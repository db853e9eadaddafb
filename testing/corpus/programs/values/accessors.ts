// Getters and setters are told, and not called.
const value = {
  get a(): number {
    throw new Error("called");
  },
  set b(_: number) {},
  get c() {
    return 1;
  },
  set c(_: number) {},
};
console.log(value);
console.log([value], { value });
export {};
