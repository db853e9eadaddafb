// The desk: the speaker's own window. It shows the deck of the window that opened it, and runs nothing itself.

import "./desk.css";
import { tell } from "../controls/tell.ts";
import { keyGroups } from "../deck/deck-keys.ts";
import { SlideMenu } from "../deck/menu/slide-menu.ts";
import { toggleHelp } from "../keys/help-sheet.ts";
import { pressed } from "../keys/key.ts";
import type { LivePane } from "../pane/live-pane.ts";
import { type CanvasSize, isUpright } from "../screen/canvas.ts";
import { showCodeSize, showTheme } from "../screen/settings.ts";
import { slideIn } from "../screen/slide-address.ts";
import type { TalkPart } from "../talk/talk.ts";
import { type Area, type DeskActions, part } from "./areas/area.ts";
import { ClockArea } from "./areas/clock-area.ts";
import { CueArea } from "./areas/cue-area.ts";
import { HeadArea } from "./areas/head-area.ts";
import { InkArea } from "./areas/ink-area.ts";
import { NextArea } from "./areas/next-area.ts";
import { NotesArea } from "./areas/notes-area.ts";
import { PresentArea } from "./areas/present-area.ts";
import { ToolsArea } from "./areas/tools-area.ts";
import { listenForKeys } from "./keys/desk-keys.ts";
import { buttonKeys } from "./keys/sent-key.ts";
import { type Turn, turnKeys } from "./keys/turn-keys.ts";
import { DeskEnd } from "./link/desk-end.ts";
import type { DeckFacts, ForDesk, FromDesk, SentKey } from "./link/message.ts";
import { letterBox } from "./link/port.ts";
import { pageVersion } from "./link/version.ts";
import { Looking } from "./looking.ts";
import { Missing } from "./missing.ts";
import { Planner } from "./pace/plan.ts";
import { talkSlides } from "./pace/slide-time.ts";
import { Mirrors } from "./pictures/mirrors.ts";
import { Slides } from "./pictures/slides.ts";

export { Slides };

const refused = "This browser gives the whole screen only to F in the deck’s own window";

export interface DeskOptions {
  /** The slides of the page. */
  readonly slides: Slides;
  /** The parts of the talk, for the list of slides. */
  readonly parts: readonly TalkPart[];
  /** The id of the deck's window. */
  readonly deck: string;
}

/** The desk's page. */
export class Desk {
  readonly #slides: Slides;
  readonly #link: DeskEnd;
  readonly #mirrors: Mirrors;
  readonly #looking: Looking;
  readonly #planner: Planner;
  readonly #present: PresentArea;
  readonly #ink: InkArea;
  readonly #areas: readonly Area[];
  readonly #menu: SlideMenu;
  readonly #missing = new Missing();
  #facts: DeckFacts | undefined;
  #frame = 0;

  constructor({ slides, parts, deck }: DeskOptions) {
    this.#slides = slides;
    this.#planner = new Planner(talkSlides(slides.times, parts));
    const send = (message: FromDesk) => this.#link.send(message);
    this.#mirrors = new Mirrors(send, () => this.#schedule());
    this.#looking = new Looking(slides, send, () => this.#show());
    this.#present = new PresentArea(slides, () => this.#mirrors.watch(this.#panes));
    this.#ink = new InkArea(this.#present.picture.stage, (event) => send({ kind: "ink", event }));
    const left = [new HeadArea(), this.#present, new CueArea(), new NotesArea()];
    const right = [
      new ClockArea(this.#actions),
      new NextArea(slides),
      new ToolsArea(this.#actions),
      this.#ink,
    ];
    this.#areas = [...left, ...right];
    this.#build([left, right]);
    this.#menu = this.#makeMenu(parts);
    this.#listen();
    this.#link = new DeskEnd({
      deck: opener,
      id: deck,
      version: pageVersion(),
      letters: letterBox,
      onState: (state) => this.#missing.show(state),
      onJoin: () => this.#mirrors.ask(),
      onMessage: (message) => this.#hear(message),
    });
  }

  get #actions(): DeskActions {
    return {
      press: (key) => this.#press(key),
      turn: (direction) => this.#press(buttonKeys[direction]),
      openMenu: () => this.#menu.open(),
      freeze: () => this.#looking.freeze(),
      clock: (deed) => this.#link.send({ kind: "clock", deed }),
      showThis: () => this.#looking.showThis(),
      goBack: () => this.#looking.goBack(),
    };
  }

  get #panes(): LivePane[] {
    return this.#present.picture.panes;
  }

  /** @param columns in a wide window */
  #build(columns: readonly (readonly Area[])[]): void {
    const { classList } = document.documentElement;
    classList.add("is-desk");
    // Until the deck's shape is known. That of this window does not matter.
    classList.remove("portrait", "elsewhere");
    document.title = `Desk · ${document.title}`;
    const main = Object.assign(document.createElement("main"), { className: "desk" });
    for (const areas of columns) {
      const column = part("div", "desk-column");
      column.append(...areas.map(({ element }) => element));
      main.append(column);
    }
    document.body.prepend(main, this.#missing.element);
  }

  #makeMenu(parts: readonly TalkPart[]): SlideMenu {
    return new SlideMenu({
      parts,
      current: () => this.#looking.place?.slide,
      slides: () => this.#slides.sections,
      go: (slide) => this.#looking.go({ slide, step: 0 }),
      offers: [],
    });
  }

  #listen(): void {
    document.addEventListener("click", (event) => this.#followLink(event));
    listenForKeys({
      pane: () => this.#panes[0],
      ink: this.#ink.ink,
      isFrozen: () => this.#looking.isFrozen,
      turn: (turn) => this.#turn(turn),
      press: (key) => this.#press(key),
      openMenu: () => this.#menu.open(),
      toggleHelp: () => toggleHelp(keyGroups, []),
      fillScreen: (from) => this.#link.send({ kind: "full-screen", from }),
    });
  }

  /** Follows a link to a slide in the picture of the present one, as the deck would. */
  #followLink(event: MouseEvent): void {
    const link = event.target instanceof Element ? event.target.closest('a[href^="#/"]') : null;
    const slide = link && slideIn(link.getAttribute("href") ?? "");
    if (!slide) return;
    event.preventDefault();
    this.#looking.go({ slide, step: 0 });
  }

  /** Presses a key in the deck; one that turns slides turns the desk alone while the projector is frozen. */
  #press(key: SentKey): void {
    const turn = this.#looking.isFrozen ? pressed(turnKeys, key) : undefined;
    if (turn) this.#turn(turn);
    else this.#link.send({ kind: "key", key });
  }

  #turn(turn: Turn): void {
    const { place } = this.#looking;
    if (place) this.#looking.go(turn(this.#slides, place));
  }

  #hear(message: ForDesk): void {
    if (message.kind === "facts") this.#take(message.facts);
    else if (message.kind === "ink") this.#ink.hear(message.event);
    else if (message.kind === "key") this.#press(message.key);
    else if (message.kind === "full-screen-refused") tell(refused);
    else this.#mirrors.hear(message);
  }

  #take(facts: DeckFacts): void {
    this.#facts = facts;
    this.#looking.take(facts);
    showTheme(facts.theme ?? undefined);
    if (facts.codeSize !== null) showCodeSize(document.documentElement, facts.codeSize);
    showShape(facts.canvas);
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
    const [facts, { place, isFrozen }] = [this.#facts, this.#looking];
    if (!facts || !place) return;
    const plan = this.#planner.for(facts.clock.length);
    const view = { slides: this.#slides, place, facts, isFrozen, plan };
    // The present slide first: the others read its panes.
    this.#present.show({ ...view, panes: this.#panes });
    for (const area of this.#areas) if (area !== this.#present) area.show({ ...view, panes: this.#panes });
  }
}

/** Shows slides in the shape that they have in the deck's window, whatever the shape of this one. */
function showShape(canvas: CanvasSize): void {
  const { classList, style } = document.documentElement;
  classList.toggle("portrait", isUpright(canvas));
  style.setProperty("--canvas-width", String(canvas.width));
  style.setProperty("--canvas-height", String(canvas.height));
}
