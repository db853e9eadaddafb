// The deck's side of the desk, in the deck's window: opens the desk, tells it what happens, and does what it asks.

import { tell } from "../../controls/tell.ts";
import type { Begin } from "../../deck/listed-keys.ts";
import type { ShownDeck } from "../../deck/shown-deck.ts";
import type { InkStore } from "../../ink/state/ink-store.ts";
import { showNotice } from "../../offline/notice.ts";
import { fillScreen, isFullScreen } from "../../screen/full-screen.ts";
import { chosenCodeSize, cuesAreSteps, cuesAttribute, themeChoice } from "../../screen/settings.ts";
import { press } from "../keys/press.ts";
import { sentKey } from "../keys/sent-key.ts";
import { DeckEnd } from "../link/deck-end.ts";
import { deskAddress, knownId, ownId, randomId } from "../link/deck-id.ts";
import type { DeckFacts, FromDesk } from "../link/message.ts";
import { letterBox } from "../link/port.ts";
import { pageVersion } from "../link/version.ts";
import { isFresh } from "../pace/talk-clock.ts";
import { ClockKeeper } from "./clock-keeper.ts";
import { listenWhileFrozen } from "./frozen-keys.ts";
import { PaneTeller } from "./pane-teller.ts";

/** In CSS pixels; a smaller screen gives what it has. */
const size = { width: 1366, height: 768 } as const;

const blocked =
  "The browser has blocked the speaker’s window. Allow pop-ups of this page in the address bar, or press the button.";

export class DeskHost {
  readonly #deck: ShownDeck;
  readonly #ink: InkStore;
  readonly #panes: PaneTeller;
  #end: DeckEnd | undefined;
  #told = "";
  readonly #clock: ClockKeeper;
  #isFrozen = false;
  #endInk: (() => void) | undefined;

  /** @param minutes how long the talk is */
  constructor(deck: ShownDeck, ink: InkStore, minutes: number) {
    this.#deck = deck;
    this.#ink = ink;
    this.#clock = new ClockKeeper(minutes);
    this.#panes = new PaneTeller(
      (id) => deck.pane(id),
      (message) => this.#end?.send(message),
    );
    deck.onLeaveFirst(() => this.#startClock());
    deck.onChange(() => this.#tellFacts());
    const settings = new MutationObserver(() => this.#tellFacts());
    settings.observe(document.documentElement, { attributeFilter: ["data-theme", "style", cuesAttribute] });
    listenWhileFrozen({
      isFrozen: () => this.#isFrozen && this.#end?.desk !== undefined,
      send: (event) => this.#end?.send({ kind: "key", key: sentKey(event) }),
    });
    // A reload: the desk may still be open, and will greet.
    if (knownId() !== undefined) this.#connect();
  }

  /** True if there is a desk. */
  get isOpen(): boolean {
    return this.#end?.desk !== undefined;
  }

  /**
   * Opens the desk, or brings it to the front. Says so if the browser does not allow it.
   * @returns false if the browser has blocked it
   */
  open(): boolean {
    const present = this.#connect().desk;
    present?.focus();
    return present !== undefined || this.#openWindow(ownId());
  }

  #openWindow(id: string): boolean {
    const [width, height] = [
      Math.min(size.width, screen.availWidth),
      Math.min(size.height, screen.availHeight),
    ];
    const opened = window.open(
      deskAddress(location.href, id),
      `desk-${id}`,
      `popup,width=${width},height=${height}`,
    );
    if (!opened) showNotice(blocked, { label: "Open the speaker’s desk", act: () => this.#openAgain() });
    // Notices are hidden in full screen.
    if (!opened && isFullScreen())
      tell("The browser has blocked the speaker’s window. Leave full screen to allow it.");
    return opened !== null;
  }

  #openAgain(): undefined {
    this.open();
  }

  #connect(): DeckEnd {
    this.#end ??= new DeckEnd({
      id: ownId(),
      load: randomId(),
      version: pageVersion(),
      letters: letterBox,
      onMessage: (message) => this.#hear(message),
      onClosed: () => this.#letGo(),
    });
    return this.#end;
  }

  /** The desk is gone: its pointer must not stay on the projector, which follows the deck again. */
  #letGo(): void {
    this.#isFrozen = false;
    this.#panes.watch([]);
    this.#endInk?.();
    this.#endInk = undefined;
    this.#ink.send({ kind: "point" });
  }

  #hear(message: Exclude<FromDesk, { readonly kind: "greeting" }>): void {
    switch (message.kind) {
      case "join":
        this.#panes.watch([]);
        this.#ink.send({ kind: "point" });
        this.#told = "";
        this.#tellFacts();
        this.#endInk?.();
        this.#endInk = this.#ink.tell((event) => this.#end?.send({ kind: "ink", event }));
        break;
      case "watch":
        this.#panes.watch(message.panes);
        break;
      case "deed":
        this.#panes.take(message);
        break;
      case "key":
        if (message.key.key === "Escape") this.#deck.leaveOverview();
        press(message.key);
        break;
      case "go":
        this.#deck.leaveOverview();
        this.#deck.go(message.place);
        break;
      case "ink":
        this.#ink.send(message.event);
        break;
      case "full-screen":
        void this.#fillScreen(message.from);
        break;
      case "freeze":
        this.#isFrozen = message.isFrozen;
        this.#tellFacts();
        break;
      case "clock":
        this.#clock.take(message.deed);
        this.#tellFacts();
        break;
      default:
        message satisfies never;
    }
  }

  /** The first slide is shown only when the show begins: the key must not lead away during it, nor without it. */
  async #fillScreen(from: Begin | "toggle"): Promise<void> {
    if (document.fullscreenElement) {
      if (from === "toggle") await document.exitFullscreen();
    } else if (!(await fillScreen())) this.#end?.send({ kind: "full-screen-refused" });
    else if (from === "first" && !this.#isFrozen) this.#deck.goToStart();
  }

  get #facts(): DeckFacts {
    const { place, canvas, isBlack, isOverview } = this.#deck;
    const settings = {
      theme: themeChoice() ?? null,
      codeSize: chosenCodeSize() ?? null,
      cuesAreSteps: cuesAreSteps(),
    };
    const { clock } = this.#clock;
    return { place, canvas, isBlack, isOverview, isFrozen: this.#isFrozen, clock, ...settings };
  }

  /** The talk begins: its speaker has left the first slide. Not without a desk: somebody may only be reading. */
  #startClock(): void {
    if (this.#end?.desk && isFresh(this.#clock.clock)) this.#clock.take({ kind: "start" });
  }

  #tellFacts(): void {
    const facts = this.#facts;
    const text = JSON.stringify(facts);
    if (text === this.#told) return;
    this.#told = text;
    this.#end?.send({ kind: "facts", facts });
  }
}
