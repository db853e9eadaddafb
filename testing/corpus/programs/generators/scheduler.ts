// Coroutines of generators, run in turns.
function* task(name: string, steps: number): Generator<string, string, number> {
  for (let i = 1; i <= steps; i++) {
    const turn = yield `${name} ${i}`;
    console.log("turn", turn, "of", name);
  }
  return `${name} is done`;
}
const queue = [task("cow", 2), task("pig", 1), task("hen", 3)];
for (let turn = 0, current = queue.shift(); current; turn++, current = queue.shift()) {
  const { done, value } = current.next(turn);
  console.log(value);
  if (!done) queue.push(current);
}
export {};
