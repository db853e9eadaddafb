// Finds what kind of object an object is.

import { isProxy } from "../engine/proxies.ts";
import {
  boxedShape,
  bufferShape,
  dateShape,
  errorShape,
  functionShape,
  generatorShape,
  platformShape,
  promiseShape,
  regExpShape,
  urlShape,
} from "./shown-builtins.ts";
import { arrayShape, mapShape, pairsShape, setShape, typedArrayShape } from "./shown-collections.ts";
import { composed, ownParts, prefixOf, type Shape, type ShapeOptions, whole } from "./shown-parts.ts";

/** The first that knows an object tells what it shows. */
const kinds: readonly ((object: object, options: ShapeOptions) => Shape | undefined)[] = [
  functionShape,
  arrayShape,
  errorShape,
  promiseShape,
  generatorShape,
  mapShape,
  setShape,
  typedArrayShape,
  bufferShape,
  dateShape,
  regExpShape,
  boxedShape,
  urlShape,
  pairsShape,
  platformShape,
];

/** May throw where the object is a proxy that is not known as one. */
export function shapeOf(object: object, options: ShapeOptions): Shape {
  if (isProxy(object)) return whole("Proxy");
  for (const find of kinds) {
    const shape = find(object, options);
    if (shape) return shape;
  }
  return composed(prefixOf(object), "{}", () => ownParts(object));
}
