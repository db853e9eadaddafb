// What a loop's variable is for the functions made in it, at once and later.
const made: (() => number)[] = [];
for (let i = 0; i < 3; i++) made.push(() => i++);
console.log(made.map((f) => f()), made.map((f) => f()));
var shared: (() => number)[] = [];
for (var j = 0; j < 3; j++) shared.push(() => j);
console.log(shared.map((f) => f()));
for (let k = 0; k < 3; k++) setTimeout(() => console.log("let", k));
for (var l = 0; l < 3; l++) setTimeout(() => console.log("var", l));
for (let m = 0, get = () => m; m < 2; m++) console.log(m, get());
async function each() {
  for (let n = 0; n < 2; n++) {
    await null;
    queueMicrotask(() => console.log("micro", n));
  }
}
await each();
export {};
