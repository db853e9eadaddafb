function graze(animal: string) {
  using gate = new Gate();
  gate.letOut(animal);
  // throw new Error("A wolf!");
  console.log(`The ${animal} eats grass.`);
}

class Gate implements Disposable {
  constructor() {
    console.log("The gate opens.");
  }

  letOut(animal: string) {
    console.log(`The ${animal} walks out.`);
  }

  // Called on the way out, whatever happened.
  [Symbol.dispose]() {
    console.log("The gate closes.");
  }
}

graze("cow");
