// Names that are passed on.
import { cow, hen as chicken, default as pig } from "./all";
import * as everything from "./all";
console.log(cow, chicken, pig, Object.keys(everything));
// ./all.ts
export * from "./big";
export { small as hen } from "./small";
export { default } from "./small";
// ./big.ts
export const cow = "Moo!";
// ./small.ts
export const small = "Cluck!";
export default "Oink!";
