const animals = ["cow", "pig", "chicken"];

function greet(animal: string) {
  return `Hello, ${animal}!`;
}

for (const animal of animals) {
  console.log(greet(animal));
}
