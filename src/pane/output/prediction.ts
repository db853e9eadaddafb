// Lets the viewer say, before a program runs, when each run will end: sliders over the timeline, one for each run.

import { textButton } from "../../controls/button.ts";
import type { Times } from "../../trace/words/times.ts";

export interface PredictionOptions {
  /** What the runs are called. */
  readonly labels: readonly string[];
  readonly times: Times;
  /** The viewer is done, or has changed their mind. */
  readonly onClose: () => void;
}

const steps = 100;

/** The sliders' element, hidden until it is opened. */
export class Prediction {
  readonly element = document.createElement("div");
  readonly #options: PredictionOptions;
  readonly #sliders: readonly GuessSlider[];

  constructor(options: PredictionOptions) {
    this.#options = options;
    const { element } = this;
    this.#sliders = options.labels.map((label) => new GuessSlider(label, options.times));
    element.className = "prediction";
    element.hidden = true;
    element.setAttribute("role", "group");
    const question = options.labels.length > 1 ? "When will each of them end?" : "When will it end?";
    element.setAttribute("aria-label", question);
    const heading = Object.assign(document.createElement("h3"), { textContent: question });
    const hint = Object.assign(document.createElement("p"), { textContent: "Drag, then press Run." });
    const cancel = textButton("Cancel", () => this.cancel());
    element.addEventListener("keydown", (event) => {
      if (event.key !== "Escape") return;
      event.stopPropagation();
      this.cancel();
    });
    element.append(heading, ...this.#sliders.map((slider) => slider.element), hint, cancel);
  }

  get isOpen(): boolean {
    return !this.element.hidden;
  }

  /** What is expected of each run, in milliseconds, by what it is called; empty until it was opened once. */
  get guesses(): ReadonlyMap<string, number> {
    return new Map(
      this.#sliders.flatMap(({ label, guess }) => (guess === undefined ? [] : [[label, guess] as const])),
    );
  }

  /** @param longest time that can be said, in milliseconds */
  open(longest: number): void {
    for (const slider of this.#sliders) slider.ask(longest);
    this.element.hidden = false;
    this.#sliders[0]?.focus();
  }

  /** The program runs now: what was said stands. */
  close(): void {
    if (!this.isOpen) return;
    this.#options.onClose();
    this.element.hidden = true;
  }

  /** Takes back what was said. */
  cancel(): void {
    for (const slider of this.#sliders) slider.forget();
    this.#options.onClose();
    this.element.hidden = true;
  }
}

/** One run's slider: a bar from 0 to where its end is expected. */
class GuessSlider {
  readonly element = document.createElement("label");
  readonly label: string;
  readonly #times: Times;
  readonly #input = document.createElement("input");
  readonly #value = document.createElement("output");
  #guess: number | undefined;

  constructor(label: string, times: Times) {
    this.label = label;
    this.#times = times;
    this.#input.type = "range";
    this.#input.addEventListener("input", () => this.#take());
    // The slider says its value itself.
    this.#value.setAttribute("aria-hidden", "true");
    const name = Object.assign(document.createElement("span"), { textContent: label });
    this.element.append(name, this.#input, this.#value);
  }

  /** Milliseconds. */
  get guess(): number | undefined {
    return this.#guess;
  }

  ask(longest: number): void {
    const step = longest / steps;
    const value = this.#guess ?? longest / 2;
    Object.assign(this.#input, { min: "0", max: String(longest), step: String(step) });
    this.#input.value = String(value);
    this.#take();
  }

  forget(): void {
    this.#guess = undefined;
  }

  focus(): void {
    this.#input.focus();
  }

  #take(): void {
    this.#guess = this.#input.valueAsNumber;
    const text = this.#times.text(this.#guess);
    this.#value.textContent = text;
    this.#input.setAttribute("aria-valuetext", text);
    this.#input.style.setProperty("--share", `${(100 * this.#guess) / Number(this.#input.max)}%`);
  }
}
