import { cook } from "./cook";
import { dishes } from "./recipes";

// While one dish is in the oven,
// the cook stands by.
for (const dish of dishes) {
  await cook(dish);
}
