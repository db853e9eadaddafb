// The look of animals in every view: a colour, a drawing and a name for each. Also of the dishes of the dinner.

import { animalNames, isAnimal } from "../../mocks/animals.ts";
import { type Cast, plainCast } from "../../src/talk/cast.ts";

/** Returns the class that sets `--look` to the animal's colour. */
export function animalClass(name: string): string {
  return `animal-${name}`;
}

/** Returns the address of the animal's drawing in the page's sprite, for `<use>`. */
export function animalSymbol(name: string): string {
  return `#animal-${name}`;
}

/** The look of a request: of the animal that it asks for, or else the plain look. */
export const animalRequest: Cast["request"] = (request) => {
  const plain = plainCast.request(request);
  const { label } = plain;
  return isAnimal(label) ? { label, className: animalClass(label), symbol: animalSymbol(label) } : plain;
};

/** The look of a task: of the first animal or dish that its label names, or else the plain look. */
export const castTask: Cast["task"] = (task) => {
  const name = castWord.exec(task.label)?.[1];
  const plain = plainCast.task(task);
  if (name === undefined) return plain;
  return { ...plain, className: castClass(name), symbol: `#${castClass(name)}` };
};

/** The look of a thread: of the animal that its name begins with, or else a colour of its own. */
export const castThread: Cast["thread"] = (thread) => {
  const [name = ""] = thread.name.split(/\W/);
  const plain = plainCast.thread(thread);
  return isAnimal(name) ? { ...plain, className: animalClass(name), symbol: animalSymbol(name) } : plain;
};

/** Splits printed text so that the names of animals and dishes get their colours. */
export const colourNames: Cast["text"] = (text) =>
  text
    .split(castWord)
    .map((piece) =>
      castName.test(piece) ? { text: piece, className: `animal-name ${castClass(piece)}` } : { text: piece },
    );

/** Dishes of the dinner. The turkey is not here, because it is one of the animals. */
const dishNames = ["potatoes", "stuffing", "carrots", "casserole", "cranberry"];
const cast = [...animalNames, ...dishNames].join("|");
const castWord = new RegExp(`\\b(${cast})\\b`);
const castName = new RegExp(`^(${cast})$`);

function castClass(name: string): string {
  return isAnimal(name) ? animalClass(name) : `dish-${name}`;
}
