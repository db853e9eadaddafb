import { cook } from "./cook";
import { dishes } from "./recipes";

// While one dish is in the oven,
// the cook turns to another.
await Promise.all(dishes.map(cook));
