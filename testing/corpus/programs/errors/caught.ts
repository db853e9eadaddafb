// try, catch and finally, with and without a binding.
function risky(n: number) {
  try {
    if (n === 0) throw new Error("zero");
    return "fine";
  } catch {
    return "caught";
  } finally {
    console.log("finally", n);
  }
}
console.log(risky(0), risky(1));
export {};
