import { radprint } from "./radprint";

const farm = "http://www.ericappelt.com/animals";
const animals = ["cow", "pig", "chicken"];

async function speak(animal: string) {
  const reply = await fetch(`${farm}/${animal}`);
  const sound = await reply.text();
  radprint(`The ${animal} says "${sound}".`);
}

for (const animal of animals) await speak(animal);
