// A loop that is left ends the generator.
function* g() {
  try {
    yield 1;
    yield 2;
  } finally {
    console.log("closed");
  }
}
for (const n of g()) {
  console.log(n);
  break;
}
const [first] = g();
console.log(first);
outer: for (const a of g()) for (const b of g()) if (a + b === 3) continue outer;
export {};
