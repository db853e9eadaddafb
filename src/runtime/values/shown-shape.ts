// Finds the kind of an object, and with it the text and parts to show.

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

/** Tried in this order. The first that returns a shape wins. */
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

/** Returns the shape of an object. May throw if the object is a proxy that is not known as one. */
export function shapeOf(object: object, options: ShapeOptions): Shape {
  if (isProxy(object)) return whole("Proxy");
  for (const find of kinds) {
    const shape = find(object, options);
    if (shape) return shape;
  }
  return composed(prefixOf(object), "{}", () => ownParts(object));
}
