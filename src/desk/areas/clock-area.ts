// The time: of the talk so far, left, and of the day; ahead or behind; and what starts, pauses and resets the talk's
// clock.

import { setUse, textButton } from "../../controls/button.ts";
import { type EndSign, type Pace, paceAt, paceInWords } from "../pace/pace.ts";
import { isDroppedIn } from "../pace/plan.ts";
import { isFresh, spentAt, type TalkClock } from "../pace/talk-clock.ts";
import { asClock } from "../pace/words.ts";
import { type Area, areaElement, type DeskActions, type DeskView, part, setText } from "./area.ts";
import { PlanBox } from "./plan-box.ts";

/** What is said of the end in place of "left" or the pace. */
const signs: Readonly<Record<EndSign, string>> = {
  none: "",
  five: "Five minutes left",
  one: "One minute left",
  over: "The time is over",
};

export class ClockArea implements Area {
  readonly element = areaElement("clock", "Time");
  readonly #spent = part("p", "desk-clock-spent");
  readonly #left = part("p", "desk-clock-left");
  readonly #now = part("p", "desk-clock-now");
  readonly #pace = part("p", "desk-clock-pace");
  readonly #sign = part("p", "desk-clock-sign");
  readonly #go: HTMLButtonElement;
  readonly #reset: HTMLButtonElement;
  readonly #plan: PlanBox;
  #view: DeskView | undefined;

  constructor({ clock }: Pick<DeskActions, "clock">) {
    this.#go = textButton("Start", () => clock({ kind: this.#isGoing ? "pause" : "start" }));
    this.#reset = textButton("Reset", () => clock({ kind: "reset" }));
    this.#plan = new PlanBox((minutes) => clock({ kind: "length", minutes }));
    this.#sign.setAttribute("role", "status");
    const times = part("div", "desk-clock-times");
    times.append(this.#spent, this.#left, this.#now);
    const row = part("div", "desk-clock-row");
    row.append(this.#pace, this.#sign, this.#go, this.#reset, this.#plan.button, this.#plan.element);
    this.element.append(times, row);
    // As the tools do: a clicked button does not take the focus, so that Space goes on turning slides.
    this.element.addEventListener("mousedown", (event) => {
      if (event.target instanceof Element && event.target.closest("button")) event.preventDefault();
    });
    setInterval(() => this.#tick(), 1000);
  }

  show(view: DeskView): void {
    this.#view = view;
    const { clock } = view.facts;
    setText(this.#go, this.#isGoing ? "Pause" : isFresh(clock) ? "Start" : "Go on");
    setUse(this.#reset, !isFresh(clock));
    this.#plan.show(view);
    this.#tick();
  }

  get #isGoing(): boolean {
    return this.#view?.facts.clock.since != null;
  }

  #tick(): void {
    if (!this.#view) return;
    const { plan, facts } = this.#view;
    const now = Date.now();
    const spent = spentAt(facts.clock, now);
    const pace = paceAt(plan, facts.place.slide, spent);
    setText(this.#spent, asClock(spent));
    setText(
      this.#left,
      pace.left < 0 ? `${asClock(-pace.left)} over` : `${asClock(upwards(pace.left))} left`,
    );
    setText(this.#now, new Date(now).toLocaleTimeString([], { hour: "numeric", minute: "2-digit" }));
    setText(this.#pace, paceLine(this.#view, facts.clock, pace));
    setText(this.#sign, signs[pace.sign]);
    this.element.dataset.sign = pace.sign;
  }
}

/** Both times together are then the length of the talk at any second. */
function upwards(milliseconds: number): number {
  return Math.ceil(milliseconds / 1000) * 1000;
}

function paceLine({ plan, slides, facts: { place } }: DeskView, clock: TalkClock, pace: Pace): string {
  if (isDroppedIn(plan, place.slide)) return "dropped in your plan";
  if (isFresh(clock))
    return slides.position(place.slide) === 1 ? "starts as you leave the first slide" : "not started yet";
  return paceInWords(pace);
}
