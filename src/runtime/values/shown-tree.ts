// Builds the tree of a shown value breadth first, with limits on its levels and values.

import type { ShownValue } from "../../trace/events/events.ts";
import { isProxy } from "../engine/proxies.ts";
import { isPromise } from "./promise-states.ts";
import { oneLine, type ShownNode } from "./shown-node.ts";
import { noParts, type Part, type Parts, type Shape, type ShapeOptions, whole } from "./shown-parts.ts";
import { shapeOf } from "./shown-shape.ts";
import { longestString, type Primitive, showPrimitive } from "./shown-text.ts";

export type TreeOptions = Pick<ShapeOptions, "promises" | "frames">;

interface Limits {
  /** How many levels of parts are shown. */
  readonly levels: number;
  /** How many values are shown in all. */
  readonly values: number;
}

const limits: Limits = { levels: 4, values: 2000 };
const keyLimits: Limits = { levels: 1, values: 12 };
const keyWidth = 40;

export interface ShownTree {
  readonly root: ShownNode;
  /** The promises that were met. */
  readonly promises: ReadonlySet<object>;
}

/** Builds the tree. Never throws. Runs no code of the program, unless the value is a proxy that is not known as one. */
export function lookInto(value: unknown, options: TreeOptions): ShownTree {
  const look = new Look(limits, {
    ...options,
    shorten: (key) => oneLine(new Look(keyLimits, { ...options, shorten: innerKey }).into(key), keyWidth),
  });
  return { root: look.into(value), promises: look.promises };
}

/** Shows a Map key within a Map key. Objects are not opened: the key may be the very Map that it is a key of. */
function innerKey(key: unknown): string {
  return isObject(key) ? "{ … }" : showPrimitive(key as Primitive, keyWidth).text;
}

/** A node whose parts are not read yet. */
interface Unopened {
  readonly node: ShownNode;
  readonly object: object;
  readonly shape: Shape;
  readonly level: number;
  readonly above: Unopened | undefined;
}

class Look {
  readonly promises = new Set<object>();
  readonly #limits: Limits;
  readonly #options: ShapeOptions;
  readonly #unopened: Unopened[] = [];
  #count = 1;

  constructor(limits: Limits, options: ShapeOptions) {
    this.#limits = limits;
    this.#options = options;
  }

  into(value: unknown): ShownNode {
    const root = this.#node(value, undefined);
    // Breadth first, so that near values use up the limit before deep ones.
    for (const each of this.#unopened) this.#open(each);
    return root;
  }

  #node(value: unknown, above: Unopened | undefined): ShownNode {
    if (!isObject(value)) {
      const longest = above ? longestString.part : longestString.alone;
      return leaf(showPrimitive(value as Primitive, longest));
    }
    for (let each = above; each; each = each.above) {
      if (each.object === value) return leaf({ kind: "cycle", text: "(circular)" });
    }
    return this.#objectNode(value, above);
  }

  #objectNode(object: object, above: Unopened | undefined): ShownNode {
    const shape = attempt(() => shapeOf(object, this.#options), unreadable);
    const node = { kind: shape.kind, text: shape.text, children: [], more: 0, isCut: false };
    this.#unopened.push({ node, object, shape, level: (above?.level ?? -1) + 1, above });
    attempt(() => this.#meet(object), undefined);
    return node;
  }

  #meet(object: object): void {
    if (isProxy(object)) return;
    if (isPromise(object)) this.promises.add(object);
  }

  #open(unopened: Unopened): void {
    const { node, shape, level } = unopened;
    const { parts, more } = attempt<Parts>(shape.parts, noParts);
    const room = level < this.#limits.levels ? this.#limits.values - this.#count : 0;
    const shown = parts.slice(0, Math.max(0, room));
    this.#count += shown.length;
    for (const part of shown) node.children.push(this.#child(part, unopened));
    node.more = parts.length - shown.length + more;
    node.isCut = shown.length === 0 && node.more > 0;
  }

  #child({ key, content, inLine }: Part, above: Unopened) {
    const node = "shown" in content ? leaf(content.shown) : this.#node(content.value, above);
    return { key, node, inLine };
  }
}

const unreadable = whole("object that cannot be looked at");

function leaf({ kind, text }: ShownValue): ShownNode {
  return { kind, text, children: [], more: 0, isCut: false };
}

function attempt<T>(look: () => T, otherwise: T): T {
  try {
    return look();
  } catch {
    return otherwise;
  }
}

function isObject(value: unknown): value is object {
  return (typeof value === "object" && value !== null) || typeof value === "function";
}
