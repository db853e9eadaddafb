// A full stack in every kind of function.
function* gen(): Generator<unknown> {
  yield* gen();
}
for (const attempt of [() => [...gen()], () => JSON.stringify(nested())])
  try {
    attempt();
  } catch (error) {
    console.log((error as Error).name);
  }
function nested(): unknown {
  return { nested: nested() };
}
console.log("after");
export {};
