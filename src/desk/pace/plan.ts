// A plan of the talk for the time that the speaker has: which slides are dropped, and when the others begin and end.

import { type SlideTime, total } from "./slide-time.ts";
import { minutesInWords } from "./words.ts";

/** A slide in the plan. */
export interface PlannedSlide {
  readonly id: string;
  readonly isDropped: boolean;
  /** Minutes from the beginning of the talk. A dropped slide ends when it begins. */
  readonly start: number;
  readonly end: number;
}

export interface Plan {
  /** Minutes that the speaker has. */
  readonly length: number;
  /** The slides of the talk in order, without its extras. */
  readonly slides: readonly PlannedSlide[];
  /** How much longer each slide takes than its notes say. Below 1 the speaker has to be faster. */
  readonly factor: number;
}

/**
 * Plans the talk. Slides that may be dropped are, in their order, until the rest fits. The times of the rest are scaled so
 * that it ends when the time is over.
 * @param slides those of the talk, without its extras
 * @param length minutes
 */
export function planFor(slides: readonly SlideTime[], length: number): Plan {
  const dropped = droppedFrom(slides, length);
  const kept = slides.filter(({ id }) => !dropped.has(id));
  const sum = total(kept);
  const factor = sum > 0 ? length / sum : 1;
  let at = 0;
  const planned = slides.map(({ id, minutes }) => {
    const start = at;
    const isDropped = dropped.has(id);
    if (!isDropped) at += minutes * factor;
    return { id, isDropped, start, end: at };
  });
  return { length, slides: planned, factor };
}

/** The plan for the length that was asked for last. */
export class Planner {
  readonly #slides: readonly SlideTime[];
  #plan: Plan | undefined;

  constructor(slides: readonly SlideTime[]) {
    this.#slides = slides;
  }

  for(length: number): Plan {
    if (this.#plan?.length !== length) this.#plan = planFor(this.#slides, length);
    return this.#plan;
  }
}

/** Returns the ids of the slides to drop, so that the rest fits. All that may be dropped if even that is too long. */
function droppedFrom(slides: readonly SlideTime[], length: number): ReadonlySet<string> {
  const dropped = new Set<string>();
  let left = total(slides);
  for (const group of dropGroups(slides)) {
    if (left <= length) break;
    for (const { id } of group) dropped.add(id);
    left -= total(group);
  }
  return dropped;
}

/** Returns the slides that may be dropped: those that go together in a group, the group that goes first first. */
function dropGroups(slides: readonly SlideTime[]): SlideTime[][] {
  const numbered = new Map<number, SlideTime[]>();
  const others: SlideTime[][] = [];
  for (const slide of slides) {
    if (slide.drop === undefined) continue;
    if (Number.isFinite(slide.drop)) {
      numbered.set(slide.drop, [...(numbered.get(slide.drop) ?? []), slide]);
    } else others.unshift([slide]);
  }
  const inOrder = [...numbered].sort(([one], [other]) => one - other);
  return [...inOrder.map(([, group]) => group), ...others];
}

/** True if the plan goes without this slide. */
export function isDroppedIn({ slides }: Plan, id: string): boolean {
  return slides.some((slide) => slide.id === id && slide.isDropped);
}

/** Says what the plan asks of the speaker, in a sentence or two. */
export function planInWords(plan: Plan, titleOf: (id: string) => string): string {
  const dropped = plan.slides.filter(({ isDropped }) => isDropped).map(({ id }) => titleOf(id));
  const rest = plan.slides.length - dropped.length;
  const goes = dropped.length === 0 ? `All ${rest} slides` : `${rest} slides, without ${listed(dropped)}`;
  return `${minutesInWords(plan.length)}: ${goes}. ${speed(plan.factor)}`;
}

function speed(factor: number): string {
  const percent = Math.round(Math.abs(1 - 1 / factor) * 100);
  if (percent < 5) return "Each takes as long as its notes say.";
  return factor < 1
    ? `Be ${percent} % faster than the notes say, or leave out more.`
    : `There is time to be ${percent} % slower than the notes say.`;
}

function listed(titles: readonly string[]): string {
  const last = titles.at(-1) ?? "";
  return titles.length < 2 ? last : `${titles.slice(0, -1).join(", ")} and ${last}`;
}
