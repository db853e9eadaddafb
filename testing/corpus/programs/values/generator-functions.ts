// Generator functions, alone and as methods.
// Without worker: the inspector takes a method for a plain function.
function* walk() {}
async function* fly() {}
console.log(walk, fly, function* () {});
console.log({ *gen() {}, async *later() {} });
export {};
