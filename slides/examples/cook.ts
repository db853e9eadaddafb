import { block } from "interleave";
import { type Dish, recipes } from "./recipes";

const minute = 20; // milliseconds

export async function cook(dish: Dish) {
  for (const step of recipes[dish]) {
    const time = step.minutes * minute;
    if (step.handsOn) block(time);
    else await sleep(time);
  }
  console.log("Ready:", dish);
}

// block keeps control, sleep gives it up.
function sleep(ms: number) {
  return new Promise((wake) => setTimeout(wake, ms));
}
