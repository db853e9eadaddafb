import { type Calls, footrace } from "./footrace";

function* games(): Calls {
  yield "Welcome to the farm games.";
  yield* footrace(); // Python: yield from
  yield "See you next year.";
}

const day = games();
console.log(day.next().value);
