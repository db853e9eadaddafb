// <animal-picker>: twelve toggle buttons, one for each animal. Each adds its animal to the list in the pane's program
// or removes it.

import { animalNames } from "../../mocks/animals.ts";
import type { LivePane } from "../../src/pane/live-pane.ts";
import { paneTextEvent } from "../../src/pane/markup/pane-host.ts";
import { readAnimalList, writeAnimalList } from "./animal-list.ts";
import { animalClass, animalSymbol } from "./animals.ts";

/** The attribute `pane` is the id of the pane that it controls. */
export class AnimalPicker extends HTMLElement {
  connectedCallback(): void {
    if (this.childElementCount === 0) this.append(...animalNames.map((name) => this.#switch(name)));
    this.setAttribute("role", "group");
    this.setAttribute("aria-label", "Animals in the program");
    document.addEventListener(paneTextEvent, this.#show);
    this.#show();
  }

  disconnectedCallback(): void {
    document.removeEventListener(paneTextEvent, this.#show);
  }

  get #pane(): LivePane | null {
    return document.querySelector<LivePane>(`live-pane[id="${this.getAttribute("pane")}"]`);
  }

  /** Returns the file that contains the list, and the list; `undefined` if the audience has removed it. */
  get #list(): { file: string; animals: string[] } | undefined {
    for (const [file, text] of this.#pane?.files ?? []) {
      const animals = readAnimalList(text);
      if (animals) return { file, animals };
    }
    return undefined;
  }

  #switch(name: string): HTMLButtonElement {
    const button = document.createElement("button");
    button.type = "button";
    button.className = animalClass(name);
    button.dataset.animal = name;
    button.title = name;
    button.setAttribute("aria-label", name);
    button.innerHTML = `<svg class="animal" aria-hidden="true"><use href="${animalSymbol(name)}"/></svg>`;
    button.addEventListener("click", () => this.#toggle(name));
    return button;
  }

  #toggle(name: string): void {
    const list = this.#list;
    const pane = this.#pane;
    if (!list || !pane) return;
    const animals = list.animals.includes(name)
      ? list.animals.filter((animal) => animal !== name)
      : [...list.animals, name];
    pane.setText(list.file, writeAnimalList(pane.files.get(list.file) ?? "", animals));
  }

  readonly #show = (): void => {
    const animals = this.#list?.animals;
    for (const button of this.querySelectorAll("button")) {
      button.setAttribute("aria-pressed", String(animals?.includes(button.dataset.animal ?? "") ?? false));
      button.disabled = animals === undefined;
    }
  };
}
