// The steps of a slide: its fragments in the order in which reveal.js shows them.

/** What a step needs of an element. */
export interface Fragment {
  readonly classList: Pick<DOMTokenList, "toggle">;
  getAttribute(name: string): string | null;
}

/** Returns the fragments of each step: first those with an index, by their indices, then the others one by one. */
export function stepsOf<Each extends Fragment>(fragments: readonly Each[]): Each[][] {
  const indexed = new Map<number, Each[]>();
  const others: Each[][] = [];
  for (const fragment of fragments) {
    const index = Number.parseInt(fragment.getAttribute("data-fragment-index") ?? "", 10);
    if (Number.isNaN(index)) others.push([fragment]);
    else indexed.set(index, [...(indexed.get(index) ?? []), fragment]);
  }
  const first = [...indexed].sort(([one], [other]) => one - other);
  return [...first.map(([, group]) => group), ...others];
}

/** Shows the first `count` steps and hides the others, by the classes that reveal.js sets. */
export function showSteps(steps: readonly (readonly Fragment[])[], count: number): void {
  for (const [index, fragments] of steps.entries()) {
    for (const { classList } of fragments) {
      classList.toggle("visible", index < count);
      classList.toggle("current-fragment", index === count - 1);
    }
  }
}
