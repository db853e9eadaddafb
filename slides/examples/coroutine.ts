// Gives control to the loop, for n seconds.
function sleep(n: number) {
  return new Promise((wake) => {
    setTimeout(wake, n * 1000);
  });
}

async function nap(animal: string) {
  console.log(`The ${animal} falls asleep.`);
  await sleep(2);
  console.log(`The ${animal} turns over.`);
  await sleep(1);
  return `The ${animal} is awake.`;
}

// One alone.
console.log(await nap("cow"));

// Two together.
const naps = [nap("pig"), nap("duck")];
console.log(...(await Promise.all(naps)));
