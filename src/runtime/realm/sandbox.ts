// Closes the worker's global scope: removes access to the page, to storage shared with other windows, and to every
// network but the mocked one.

import { define } from "../engine/define.ts";
import { refusedFunctions, refusedObjects, refusedOfNavigator, removedNames } from "./refused-names.ts";

/** Closes the global scope of a worker. The properties of `offered` replace the browser's. */
export function closeSandbox(offered: Readonly<Record<string, unknown>>): void {
  for (const [name, instead] of Object.entries(refusedFunctions)) replace(self, name, refusal(name, instead));
  refuseObjects(self, refusedObjects);
  refuseObjects(self.navigator, refusedOfNavigator);
  // Useless here: they tell of the network and of other windows.
  replace(self.navigator, "connection", undefined);
  for (const name of Object.keys(removedNames)) remove(self, name);
  // MSW needs it while it loads; workers have none.
  remove(self, "localStorage");
  for (const [name, value] of Object.entries(offered)) replace(self, name, value);
}

type RefusedObjects = Readonly<
  Record<string, { readonly methods: readonly string[]; readonly instead: string }>
>;

function refuseObjects(owner: object, refused: RefusedObjects): void {
  for (const [name, { methods, instead }] of Object.entries(refused)) {
    const refuse = refusal(name, instead);
    const object = Object.fromEntries(methods.map((method) => [method, refuse]));
    replace(owner, name, methods.length === 0 ? refuse : object);
  }
}

function refusal(name: string, instead: string): () => never {
  return function refuse(): never {
    throw new Error(`${name} does not work in a pane: ${instead}.`);
  };
}

/** Replaces a property on an object and removes it from the prototypes, where the program could find it again. */
function replace(object: object, name: string, value: unknown): void {
  deleteEverywhere(object, name);
  define(object, name, value);
}

/** Removes a property from an object and its prototypes. If the browser keeps it, it becomes undefined. */
function remove(object: object, name: string): void {
  deleteEverywhere(object, name);
  if (name in object) define(object, name, undefined);
}

function deleteEverywhere(object: object, name: string): void {
  for (let owner: object | null = object; owner; owner = Object.getPrototypeOf(owner)) {
    if (Object.hasOwn(owner, name)) Reflect.deleteProperty(owner, name);
  }
}
