// What setTimeout returns can be used as a number.
// Without Node: it is an object there.
const id = setTimeout(() => {}, 1);
console.log(typeof id, id > 0);
console.log(setTimeout.name, setTimeout.length > 0);
export {};
