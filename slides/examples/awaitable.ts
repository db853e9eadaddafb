// await calls then, and hatch takes the value.
class Egg {
  then(hatch: (animal: string) => void) {
    console.log("The hen sits down.");
    setTimeout(hatch, 500, "chick");
  }
}

const animal = await new Egg();
console.log(`Out comes a ${animal}.`);
