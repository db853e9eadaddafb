// The tree of a shown value, and the one-line text of each node.

import type { ShownValue } from "../../trace/events/events.ts";
import type { Part, Shape } from "./shown-parts.ts";

export interface ShownNode {
  readonly kind: ShownValue["kind"];
  readonly text: Shape["text"];
  readonly children: ShownChild[];
  /** How many parts were left out. */
  more: number;
  /** True if the node has parts and none is shown, because it lies too deep or there are too many values. */
  isCut: boolean;
}

export interface ShownChild {
  readonly key: string;
  readonly node: ShownNode;
  readonly inLine: Part["inLine"];
}

/** Approximate length of an object's one line, in characters. */
const widest = 120;

/** Longest text within an object's line, in characters. */
const longestText = 60;

/** Objects below this level show only their class in the line. */
const deepestInLine = 2;

export function toShownValue(node: ShownNode): ShownValue {
  const text = oneLine(node, widest);
  if (node.children.length === 0) return { kind: node.kind, text };
  const parts = node.children.map((child) => ({ key: child.key, value: toShownValue(child.node) }));
  return { kind: node.kind, text, parts, ...(node.more > 0 ? { more: node.more } : {}) };
}

/** @param width approximate length in characters; the text of a value without parts may be longer */
export function oneLine(node: ShownNode, width: number, level = 0): string {
  const { text, kind } = node;
  if (typeof text === "string") return level === 0 ? text : within(text, kind);
  const [bracket, close, pad] = text.brackets === "{}" ? ["{", "}", " "] : ["[", "]", ""];
  const open = text.prefix === "" ? bracket : `${text.prefix} ${bracket}`;
  const items = level > deepestInLine || node.isCut ? ["…"] : itemsOf(node, width - open.length, level);
  if (items.length === 0) return `${open}${close}`;
  // Spaces around the ellipsis, so that it is not taken for an element.
  const space = pad === "" && items[0] === "…" ? " " : pad;
  return `${open}${space}${items.join(", ")}${space}${close}`;
}

/** Shortens a text for the line of the object that contains it. */
function within(text: string, kind: ShownValue["kind"]): string {
  if (kind === "error") return `[${shorten(firstLine(text))}]`;
  return kind === "string" ? shortenString(text) : shorten(text);
}

function firstLine(text: string): string {
  return text.split("\n", 1)[0] ?? "";
}

function shorten(text: string): string {
  return text.length > longestText ? `${text.slice(0, longestText)}…` : text;
}

/** Cuts a quoted text and closes the quotes again. */
function shortenString(text: string): string {
  return text.length > longestText ? `${text.slice(0, longestText)}…"` : text;
}

function itemsOf(node: ShownNode, width: number, level: number): string[] {
  const items: string[] = [];
  const children = node.children.filter(({ inLine }) => inLine);
  let left = width;
  for (const child of children) {
    const item = itemOf(child, left, level);
    if (items.length > 0 && item.length > left - ofMore.length) break;
    items.push(item);
    left -= item.length + 2;
  }
  const more = children.length - items.length + node.more;
  return more > 0 ? [...items, `… ${more} more`] : items;
}

const ofMore = ", … 100 more";

function itemOf({ node, inLine }: ShownChild, width: number, level: number): string {
  if (!inLine) return "";
  return inLine.before + (inLine.hasText ? oneLine(node, width - inLine.before.length, level + 1) : "");
}
