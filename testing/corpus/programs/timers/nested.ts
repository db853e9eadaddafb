// Timers set by timers.
const start = (depth: number) => {
  console.log(depth);
  if (depth < 4) setTimeout(start, 0, depth + 1);
};
setTimeout(start, 0, 1);
Promise.resolve().then(() => console.log("micro"));
export {};
