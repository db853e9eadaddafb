const farm = "http://www.ericappelt.com/animals";
export const animals = ["cow", "pig", "chicken"];

export async function speak(animal: string) {
  const reply = await fetch(`${farm}/${animal}`);
  const sound = await reply.text();
  console.log(`The ${animal} says "${sound}".`);
}
