// A name that is used before its declaration ends the program.
console.log(typeof later);
const later = 1;
export {};
