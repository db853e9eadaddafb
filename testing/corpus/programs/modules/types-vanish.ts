// What is a type alone is no import.
import type { Animal } from "./animals";
import { type Sound, moo } from "./animals";
const sound: Sound = moo;
const cow: Animal = { name: "cow" };
console.log(sound, cow);
// ./animals.ts
console.log("animals run");
export interface Animal {
  name: string;
}
export type Sound = string;
export const moo = "Moo!";
