// A namespace object.
import * as farm from "./farm";
console.log(Object.keys(farm), farm.cow, Object.prototype.toString.call(farm), Object.isSealed(farm));
console.log(Reflect.ownKeys(farm).length, "pig" in farm);
// ./farm.ts
export const pig = "Oink!";
export const cow = "Moo!";
