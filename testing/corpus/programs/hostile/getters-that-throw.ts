// Objects whose getters throw can be printed, awaited and returned.
const trap = {
  get a(): never {
    throw new Error("a");
  },
  get constructor(): never {
    throw new Error("constructor");
  },
};
console.log(Object.keys(trap));
async function f() {
  return trap;
}
console.log((await f()) === trap);
export {};
