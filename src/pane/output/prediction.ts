// Lets the viewer guess, before a program runs, when each run will end: sliders over the timeline, one for each run.

import { textButton } from "../../controls/button.ts";
import type { Times } from "../../trace/words/times.ts";
import type { PredictionState } from "../state/pane-state.ts";
import type { Store } from "../state/pane-store.ts";
import { guessSteps } from "../state/prediction.ts";

export interface PredictionOptions {
  readonly store: Store;
  readonly times: Times;
  /** The timeline. The sliders are put behind it in the document. */
  readonly host: HTMLElement;
  /** Gets the focus when the sliders close. */
  readonly button: HTMLElement;
}

/** The sliders. Hidden while the viewer is not asked. */
export class Prediction {
  readonly #options: PredictionOptions;
  readonly #element = document.createElement("div");
  readonly #sliders: readonly GuessSlider[];

  constructor(options: PredictionOptions) {
    this.#options = options;
    const { store, times, host } = options;
    const labels = store.state.setup.planned.map(({ label }) => label);
    const guess = (label: string, t: number) => store.send({ kind: "guess", label, t });
    this.#sliders = labels.map((label) => new GuessSlider(label, times, (t) => guess(label, t)));
    this.#build(labels.length > 1 ? "When will each of them end?" : "When will it end?");
    host.after(this.#element);
    store.listen((_, { prediction }, before) => {
      if (prediction !== before.prediction) this.#show(prediction);
    });
    this.#show(store.state.prediction);
  }

  #build(question: string): void {
    const element = this.#element;
    element.className = "prediction";
    element.hidden = true;
    element.setAttribute("role", "group");
    element.setAttribute("aria-label", question);
    const heading = Object.assign(document.createElement("h3"), { textContent: question });
    const hint = Object.assign(document.createElement("p"), { textContent: "Drag, then press Run." });
    const forget = () => this.#options.store.send({ kind: "forget-guesses" });
    element.addEventListener("keydown", (event) => {
      if (event.key !== "Escape") return;
      event.stopPropagation();
      forget();
    });
    const sliders = this.#sliders.map((slider) => slider.element);
    element.append(heading, ...sliders, hint, textButton("Cancel", forget));
  }

  #show({ asked, guesses }: PredictionState): void {
    if (asked === undefined) {
      this.#close();
      return;
    }
    const wasOpen = !this.#element.hidden;
    for (const slider of this.#sliders) slider.show(guesses.get(slider.label) ?? 0, asked);
    this.#element.hidden = false;
    if (!wasOpen) this.#sliders[0]?.focus();
  }

  #close(): void {
    if (this.#element.hidden) return;
    const { host, button } = this.#options;
    // The slider that has the focus is about to be hidden.
    if (host.parentElement?.contains(document.activeElement)) button.focus();
    this.#element.hidden = true;
  }
}

/** The slider of one run: a bar from 0 to the guessed end. */
class GuessSlider {
  readonly element = document.createElement("label");
  readonly label: string;
  readonly #times: Times;
  readonly #input = document.createElement("input");
  readonly #value = document.createElement("output");

  /** @param onGuess called with each guess, in milliseconds */
  constructor(label: string, times: Times, onGuess: (t: number) => void) {
    this.label = label;
    this.#times = times;
    this.#input.type = "range";
    this.#input.addEventListener("input", () => onGuess(this.#input.valueAsNumber));
    // The slider itself tells its value (aria-valuetext).
    this.#value.setAttribute("aria-hidden", "true");
    const name = Object.assign(document.createElement("span"), { textContent: label });
    this.element.append(name, this.#input, this.#value);
  }

  /** @param longest the slider's end, in milliseconds */
  show(guess: number, longest: number): void {
    Object.assign(this.#input, { min: "0", max: String(longest), step: String(longest / guessSteps) });
    this.#input.value = String(guess);
    const text = this.#times.text(guess);
    this.#value.textContent = text;
    this.#input.setAttribute("aria-valuetext", text);
    this.#input.style.setProperty("--share", `${(100 * guess) / longest}%`);
  }

  focus(): void {
    this.#input.focus();
  }
}
