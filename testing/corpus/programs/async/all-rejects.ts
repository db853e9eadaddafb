// The first rejection decides, the others go on.
const later = (name: string, ms: number, fails = false) =>
  new Promise((resolve, reject) =>
    setTimeout(() => {
      console.log(name);
      if (fails) reject(name);
      else resolve(name);
    }, ms),
  );
try {
  await Promise.all([later("a", 10), later("b", 20, true), later("c", 30), later("d", 40, true)]);
} catch (reason) {
  console.log("rejected by", reason);
}
export {};
