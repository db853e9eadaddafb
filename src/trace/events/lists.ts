// Searching and grouping in lists.

/**
 * Binary search. Returns the index of the last element for which `isPast` is false; -1 if there is none. Once
 * `isPast` is true, it must be true for all later elements.
 */
export function lastBefore<Item>(items: readonly Item[], isPast: (item: Item) => boolean): number {
  let low = 0;
  let high = items.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (isPast(items[middle] as Item)) high = middle;
    else low = middle + 1;
  }
  return low - 1;
}

/**
 * Returns the first index from `from` on at which `reached` is true. Once `reached` is true, it must stay true. If it does
 * not, the index is still `from` or more, so that a loop over the list ends.
 */
export function firstIndex<Item>(items: readonly Item[], reached: (item: Item) => boolean, from = 0): number {
  // Usually it is the very next element.
  const next = items[from];
  if (next === undefined || reached(next)) return from;
  return Math.max(from, lastBefore(items, reached) + 1);
}

/** Groups the items by the key that `keyOf` returns. Items keep their order. */
export function grouped<Key, Item>(items: readonly Item[], keyOf: (item: Item) => Key): Map<Key, Item[]> {
  const groups = new Map<Key, Item[]>();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group) group.push(item);
    else groups.set(key, [item]);
  }
  return groups;
}
