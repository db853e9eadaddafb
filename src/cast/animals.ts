// How an animal looks in every view: one colour, one drawing, one word; and so do the dishes of the dinner.

import { animalNames, isAnimal } from "../../mocks/animals.ts";
import type { Piece } from "../console/console.ts";
import type { LaneLook } from "../timeline/timeline.ts";
import type { TaskSpan } from "../trace/fold/tasks.ts";
import type { RequestSpan } from "../trace/trace.ts";
import { taskName } from "../trace/words/words.ts";

/** The class that sets `--animal` to the animal's colour. */
export function animalClass(name: string): string {
  return `animal-${name}`;
}

/** The drawing of an animal in the page's sprite, as the address for `<use>`. */
export function animalSymbol(name: string): string {
  return `#animal-${name}`;
}

/** The animal that a request asks about; for any other request the end of its address. */
export function requestLook({ url }: RequestSpan): LaneLook {
  const name = lastPart(url);
  if (isAnimal(name)) return { label: name, className: animalClass(name), symbol: animalSymbol(name) };
  return { label: name, className: "", symbol: undefined };
}

/** The animal, or the dish, that a call names in its arguments: the first one. */
export function taskLook(task: TaskSpan): LaneLook {
  const name = castWord.exec(task.label)?.[1];
  const label = taskName(task);
  if (name === undefined) return { label, className: "", symbol: undefined };
  return { label, className: castClass(name), symbol: `#${castClass(name)}` };
}

/** Printed text, with the names of animals and dishes in their colours. */
export function colourAnimals(text: string): Piece[] {
  return text
    .split(castWord)
    .map((piece) =>
      castName.test(piece) ? { text: piece, className: `animal-name ${castClass(piece)}` } : { text: piece },
    );
}

/** The turkey of the dinner is the farm's. */
const dishNames = ["potatoes", "stuffing", "carrots", "casserole", "cranberry"];
const cast = [...animalNames, ...dishNames].join("|");
const castWord = new RegExp(`\\b(${cast})\\b`);
const castName = new RegExp(`^(${cast})$`);

function castClass(name: string): string {
  return isAnimal(name) ? animalClass(name) : `dish-${name}`;
}

function lastPart(url: string): string {
  if (!URL.canParse(url)) return url;
  const { host, pathname } = new URL(url);
  const part = pathname.split("/").filter(Boolean).at(-1);
  return part === undefined ? host : safelyDecoded(part);
}

/** A stray "%" is no reason to show nothing. */
function safelyDecoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
