// The data of the animals API: twelve animals and what each of them says.

export const sounds = {
  cow: "Moo!",
  pig: "Oink!",
  sheep: "Baaa!",
  chicken: "Cluck!",
  bird: "Tweet!",
  duck: "Quack!",
  dog: "Woof!",
  cat: "Meow!",
  frog: "Ribbit!",
  horse: "Neigh!",
  turkey: "Gobble-Gobble!",
  rooster: "Cock-a-Doodle-Doo!",
} as const;

export type AnimalName = keyof typeof sounds;

/** The animals, in the order of the toy's dial. */
export const animalNames = Object.keys(sounds) as AnimalName[];

/** True if the API knows an animal with that name. */
export function isAnimal(name: string): name is AnimalName {
  return Object.hasOwn(sounds, name);
}
