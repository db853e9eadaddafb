// Finding and grouping in lists.

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

/** The first index of `items`, not before `from`, at which `reached` is true; it must stay true from there on. */
export function firstIndex<Item>(items: readonly Item[], reached: (item: Item) => boolean, from = 0): number {
  // Mostly it is the very next one.
  const next = items[from];
  if (next === undefined || reached(next)) return from;
  let [low, high] = [from + 1, items.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    const item = items[middle];
    if (item !== undefined && reached(item)) high = middle;
    else low = middle + 1;
  }
  return low;
}
