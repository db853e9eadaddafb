// The desk: the speaker's own window. It shows the deck of the window that opened it, and runs nothing itself.

import "./desk.css";
import { showCodeSize, showTheme } from "../screen/settings.ts";
import type { Area, DeskActions, DeskView } from "./areas/area.ts";
import { ClockArea } from "./areas/clock-area.ts";
import { CueArea } from "./areas/cue-area.ts";
import { HeadArea } from "./areas/head-area.ts";
import { NextArea } from "./areas/next-area.ts";
import { NotesArea } from "./areas/notes-area.ts";
import { PresentArea } from "./areas/present-area.ts";
import { ToolsArea } from "./areas/tools-area.ts";
import { DeskKeys } from "./keys/desk-keys.ts";
import { DeskEnd } from "./link/desk-end.ts";
import type { DeckFacts, FromDeck } from "./link/message.ts";
import { letterBox } from "./link/port.ts";
import { Missing } from "./missing.ts";
import { Mirrors } from "./pictures/mirrors.ts";
import { Slides } from "./pictures/slides.ts";

export { Slides };

/** The desk's page. */
export class Desk {
  readonly #slides: Slides;
  readonly #link: DeskEnd;
  readonly #mirrors: Mirrors;
  readonly #present: PresentArea;
  readonly #areas: readonly Area[];
  readonly #missing = new Missing();
  #facts: DeckFacts | undefined;
  #frame = 0;

  /**
   * @param slides the slides of the page
   * @param id the id of the deck's window
   */
  constructor(slides: Slides, id: string) {
    this.#slides = slides;
    this.#mirrors = new Mirrors(
      (message) => this.#link.send(message),
      () => this.#schedule(),
    );
    this.#present = new PresentArea(slides, () => this.#mirrors.watch(this.#present.picture.panes));
    const actions: DeskActions = {
      press: (key) => this.#link.send({ kind: "key", key }),
      go: (place) => this.#link.send({ kind: "go", place }),
    };
    this.#areas = [
      new HeadArea(),
      new ClockArea(),
      this.#present,
      new NextArea(slides),
      new CueArea(),
      new NotesArea(),
      new ToolsArea(actions),
    ];
    this.#build();
    new DeskKeys({ pane: () => this.#present.picture.panes[0], press: actions.press });
    this.#link = new DeskEnd({
      deck: opener,
      id,
      letters: letterBox,
      onState: (state) => this.#missing.show(state),
      onJoin: () => this.#mirrors.ask(),
      onMessage: (message) => this.#hear(message),
    });
  }

  #build(): void {
    const { classList } = document.documentElement;
    classList.add("is-desk");
    // The slides' form for phones held upright. A narrow desk shows them as the projector does.
    classList.remove("portrait", "elsewhere");
    document.title = `Desk · ${document.title}`;
    const main = Object.assign(document.createElement("main"), { className: "desk" });
    main.append(...this.#areas.map(({ element }) => element));
    document.body.prepend(main, this.#missing.element);
  }

  #hear(message: Exclude<FromDeck, { readonly kind: "welcome" }>): void {
    if (message.kind === "facts") this.#take(message.facts);
    else this.#mirrors.hear(message);
  }

  #take(facts: DeckFacts): void {
    this.#facts = facts;
    showTheme(facts.theme ?? undefined);
    if (facts.codeSize !== null) showCodeSize(document.documentElement, facts.codeSize);
    // At once, because events of the new slide's panes may follow.
    this.#show();
  }

  #schedule(): void {
    if (this.#frame !== 0) return;
    this.#frame = requestAnimationFrame(() => {
      this.#frame = 0;
      this.#show();
    });
  }

  #show(): void {
    if (!this.#facts) return;
    const view: DeskView = {
      slides: this.#slides,
      place: this.#facts.place,
      facts: this.#facts,
      panes: this.#present.picture.panes,
    };
    // The present slide first: the others read its panes.
    this.#present.show(view);
    const others = this.#areas.filter((area) => area !== this.#present);
    for (const area of others) area.show({ ...view, panes: this.#present.picture.panes });
  }
}
