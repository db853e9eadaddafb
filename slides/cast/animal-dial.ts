// <animal-dial>: a farm toy with a dial. Choosing an animal writes it into the pane's program and runs the program.
// The arrow turns while the program's request is on its way.

import { animalNames, isAnimal } from "../../mocks/animals.ts";
import type { LivePane } from "../../src/pane/live-pane.ts";
import { paneTraceEvent } from "../../src/pane/markup/pane-host.ts";
import type { RequestSpan } from "../../src/trace/trace.ts";
import { animalRequest } from "./animals.ts";

/** The line of the program that names the animal. */
const animalLine = /^(const animal = ")[^"]*(";)/m;

/** The number of characters that fit into the speech bubble. */
const longestSpeech = 24;

/** The attribute `pane` is the id of the pane that it controls. Its markup contains its drawing. */
export class AnimalDial extends HTMLElement {
  connectedCallback(): void {
    for (const choice of this.querySelectorAll<SVGElement>("[data-animal]")) {
      const ask = () => this.#ask(choice.dataset.animal ?? "");
      choice.addEventListener("click", ask);
      choice.addEventListener("keydown", (event) => {
        if (event.key !== "Enter" && event.key !== " ") return;
        event.preventDefault();
        ask();
      });
    }
    document.addEventListener(paneTraceEvent, this.#onTrace);
  }

  disconnectedCallback(): void {
    document.removeEventListener(paneTraceEvent, this.#onTrace);
  }

  get #pane(): LivePane | null {
    return document.querySelector<LivePane>(`live-pane[id="${this.getAttribute("pane")}"]`);
  }

  /**
   * Writes the animal into the program and runs it, as the presenter would. Does nothing if the line has been
   * removed.
   */
  #ask(animal: string): void {
    const pane = this.#pane;
    if (!pane || !animalLine.test(pane.text)) return;
    pane.text = pane.text.replace(animalLine, `$1${animal}$2`);
    void pane.run();
  }

  readonly #onTrace = ({ target }: Event): void => {
    const pane = this.#pane;
    if (!pane || target !== pane) return;
    const trace = pane.traces[0];
    const request = trace?.requests.at(-1);
    const isAsking = request !== undefined && request.outcome === undefined && trace?.outcome === undefined;
    this.querySelector("svg")?.classList.toggle("asking", isAsking);
    this.#point(request);
    // Leaves out lines of the prompt.
    this.#say(trace?.lines.findLast(({ prompt, value }) => prompt === undefined && !value)?.text ?? "");
  };

  #point(request: RequestSpan | undefined): void {
    const animal = request ? animalRequest(request).label : "";
    for (const choice of this.querySelectorAll<SVGElement>("[data-animal]")) {
      choice.classList.toggle("chosen", choice.dataset.animal === animal);
    }
    if (!isAnimal(animal)) return;
    const angle = (animalNames.indexOf(animal) * 360) / animalNames.length;
    this.querySelector<SVGElement>(".dial-arrow")?.style.setProperty("--angle", `${angle}deg`);
  }

  #say(line: string): void {
    const text = this.querySelector(".dial-speech text");
    if (text) text.textContent = line.length > longestSpeech ? `${line.slice(0, longestSpeech - 1)}…` : line;
  }
}
