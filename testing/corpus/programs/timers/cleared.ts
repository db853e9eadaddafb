// A cleared timer does not fire.
const a = setTimeout(() => console.log("never"), 5);
const b = setTimeout(() => clearTimeout(c), 10);
const c = setTimeout(() => console.log("never either"), 20);
clearTimeout(a);
clearTimeout(undefined);
setTimeout(() => console.log("end"), 40);
export {};
