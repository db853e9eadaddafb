// Finding and grouping in lists.

/**
 * The index of the last element for which `isPast` is false, when it is true for all that follow; -1 where there is none.
 * Takes as many steps as the length has binary digits.
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

/** The first index of `items`, not before `from`, at which `reached` is true; once true it must stay so. */
export function firstIndex<Item>(items: readonly Item[], reached: (item: Item) => boolean, from = 0): number {
  // Mostly it is the very next one.
  const next = items[from];
  return next === undefined || reached(next) ? from : lastBefore(items, reached) + 1;
}

/** The items by what `keyOf` says of them, in their order. */
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
