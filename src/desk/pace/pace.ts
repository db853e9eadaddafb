// The pace of the talk at a moment: time left, ahead of the plan or behind it, and the quiet sign before the end.

import type { Plan } from "./plan.ts";
import { minutesInWords } from "./words.ts";

/** The sign before the end: so many minutes are left, or none. */
export type EndSign = "none" | "five" | "one" | "over";

export interface Pace {
  /** Milliseconds until the end of the talk; negative after it. */
  readonly left: number;
  readonly sign: EndSign;
  /** Minutes ahead of the plan, negative if behind; `undefined` on slides that are not in it. */
  readonly ahead: number | undefined;
}

const minute = 60_000;

/**
 * Compares the talk with its plan. A speaker is on time for as long as the present slide is planned to be shown.
 * @param slide the id of the present slide
 * @param spent milliseconds of the talk so far
 */
export function paceAt(plan: Plan, slide: string, spent: number): Pace {
  const left = plan.length * minute - spent;
  const planned = plan.slides.find(({ id }) => id === slide);
  const at = spent / minute;
  const ahead = planned && Math.max(planned.start - at, 0) + Math.min(planned.end - at, 0);
  return { left, sign: signOf(left), ahead };
}

function signOf(left: number): EndSign {
  if (left <= 0) return "over";
  if (left <= minute) return "one";
  return left <= 5 * minute ? "five" : "none";
}

/** Says the pace, for example "2 minutes ahead". Less than a minute is on time. "" on slides that are not in the plan. */
export function paceInWords({ ahead }: Pace): string {
  if (ahead === undefined) return "";
  const minutes = Math.floor(Math.abs(ahead));
  if (minutes === 0) return "on time";
  return `${minutesInWords(minutes)} ${ahead > 0 ? "ahead" : "behind"}`;
}
