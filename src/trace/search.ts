// Finds places in lists that are in order.

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
