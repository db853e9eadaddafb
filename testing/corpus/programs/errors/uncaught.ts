// An error that nobody catches ends the top level.
console.log("before");
function milk(animal: string) {
  throw new TypeError(`No milk from the ${animal}.`);
}
milk("pig");
console.log("after");
export {};
