class Egg {
  then(hatch: (animal: string) => void) {
    console.log("The hen sits down.");
    setTimeout(hatch, 500, "chick");
  }
}

const animal = await new Egg(); // calls its then
console.log(`Out comes a ${animal}.`);
