import { worker, workers } from "interleave";
import { cook } from "./cook";
import { dishes } from "./recipes";

// Each cook runs this program, and takes
// every second recipe: worker is 0 or 1.
const mine = dishes.filter((_, n) => {
  return n % workers === worker;
});

await Promise.all(mine.map(cook));
