import { type Calls, footrace } from "./footrace";

function* games(): Calls {
  yield "Welcome to the farm games.";
  for (const call of footrace()) {
    yield call; // what is sent ends here
  }
  yield "See you next year.";
}

const day = games();
console.log(day.next().value);
