// How an animal looks in every view: one colour, one drawing, one word; and so do the dishes of the dinner.

import { animalNames, isAnimal } from "../../mocks/animals.ts";
import { type Cast, plainCast } from "../../src/talk/cast.ts";

/** The class that sets `--look` to the animal's colour. */
export function animalClass(name: string): string {
  return `animal-${name}`;
}

/** The drawing of an animal in the page's sprite, as the address for `<use>`. */
export function animalSymbol(name: string): string {
  return `#animal-${name}`;
}

/** The animal that a request asks about; for any other request the end of its address. */
export const animalRequest: Cast["request"] = (request) => {
  const plain = plainCast.request(request);
  const { label } = plain;
  return isAnimal(label) ? { label, className: animalClass(label), symbol: animalSymbol(label) } : plain;
};

/** The animal, or the dish, that a call names in its arguments: the first one. */
export const castTask: Cast["task"] = (task) => {
  const name = castWord.exec(task.label)?.[1];
  const plain = plainCast.task(task);
  if (name === undefined) return plain;
  return { ...plain, className: castClass(name), symbol: `#${castClass(name)}` };
};

/** Printed text, with the names of animals and dishes in their colours. */
export const colourNames: Cast["text"] = (text) =>
  text
    .split(castWord)
    .map((piece) =>
      castName.test(piece) ? { text: piece, className: `animal-name ${castClass(piece)}` } : { text: piece },
    );

/** The turkey of the dinner is the farm's. */
const dishNames = ["potatoes", "stuffing", "carrots", "casserole", "cranberry"];
const cast = [...animalNames, ...dishNames].join("|");
const castWord = new RegExp(`\\b(${cast})\\b`);
const castName = new RegExp(`^(${cast})$`);

function castClass(name: string): string {
  return isAnimal(name) ? animalClass(name) : `dish-${name}`;
}
