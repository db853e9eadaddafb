// Labels of loops and blocks, across awaits.
outer: for (let i = 0; i < 3; i++) {
  for (let j = 0; j < 3; j++) {
    if (j === 1) continue outer;
    if (i === 2) break outer;
    console.log(i, j);
  }
}
block: {
  console.log("in");
  if (Date.now() > 0) break block;
  console.log("never");
}
async function f() {
  out: for await (const x of [1, 2, 3]) {
    for (const y of [1, 2]) {
      if (x === 2) continue out;
      if (x === 3) break out;
      console.log(x, await y);
    }
  }
}
await f();
export {};
