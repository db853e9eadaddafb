// An interval until it is cleared.
let count = 0;
const id = setInterval(() => {
  count += 1;
  console.log("tick", count);
  if (count === 3) clearInterval(id);
}, 5);
export {};
