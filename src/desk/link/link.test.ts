// Tests of the link, on two made-up windows that hand letters to each other as structured clones.

import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { DeckEnd, lookingPace } from "./deck-end.ts";
import { DeskEnd, greetingPace, type LinkState, mostUnanswered } from "./desk-end.ts";
import type { FromDeck, FromDesk, Letter } from "./message.ts";
import type { Delivery, LetterBox, OtherWindow } from "./port.ts";

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

/** A window whose page can be replaced, as a reload does. */
class MadeUpWindow implements OtherWindow {
  closed = false;
  #hear: ((delivery: Delivery) => void) | undefined;

  /** The letter box of the window's present page. A page before it hears nothing any more. */
  page(): LetterBox {
    this.#hear = undefined;
    return {
      open: (hear) => {
        this.#hear = hear;
      },
      post: (to, letter) => {
        if (to instanceof MadeUpWindow) to.#hear?.({ letter: copy(letter), from: this });
      },
    };
  }

  focus(): void {}

  postMessage(): void {}
}

function copy(letter: Letter<unknown>): Delivery["letter"] {
  return JSON.parse(JSON.stringify(letter));
}

function openDeck(window: MadeUpWindow, { id = "cow", load = "first" } = {}) {
  const heard: FromDesk[] = [];
  const onClosed = vi.fn();
  const end = new DeckEnd({
    id,
    load,
    version: "new",
    letters: window.page(),
    onMessage: (message) => heard.push(message),
    onClosed,
  });
  return { end, heard, onClosed };
}

function openDesk(window: MadeUpWindow, deck: OtherWindow | null, id = "cow") {
  const [states, heard]: [LinkState[], FromDeck[]] = [[], []];
  const onJoin = vi.fn();
  const end = new DeskEnd({
    deck,
    id,
    version: "new",
    letters: window.page(),
    onState: (state) => states.push(state),
    onJoin,
    onMessage: (message) => heard.push(message),
  });
  return { end, states, heard, onJoin };
}

const quack = { kind: "done", pane: "race-1", number: 1 } as const;

test("a desk that greets is welcomed, and both hear each other", () => {
  const [one, two] = [new MadeUpWindow(), new MadeUpWindow()];
  const deck = openDeck(one);
  const desk = openDesk(two, one);
  expect(desk.states).toEqual(["joined"]);
  expect(deck.heard).toEqual([{ kind: "join" }]);
  deck.end.send(quack);
  expect(desk.heard).toEqual([quack]);
});

test("a desk that is open before its deck is found greets until there is an answer", () => {
  const [one, two] = [new MadeUpWindow(), new MadeUpWindow()];
  const desk = openDesk(two, one);
  vi.advanceTimersByTime(5 * greetingPace);
  expect(desk.states).toEqual([]);
  openDeck(one);
  vi.advanceTimersByTime(greetingPace);
  expect(desk.states).toEqual(["joined"]);
});

test("after a reload of the deck the desk joins the new page", () => {
  const [one, two] = [new MadeUpWindow(), new MadeUpWindow()];
  openDeck(one);
  const desk = openDesk(two, one);
  const again = openDeck(one, { load: "second" });
  vi.advanceTimersByTime(greetingPace);
  expect(desk.onJoin).toHaveBeenCalledTimes(2);
  expect(again.heard).toEqual([{ kind: "join" }]);
  expect(desk.states).toEqual(["joined"]);
});

test("a key that was pressed while the deck's page was being loaded reaches it, once, unless it is old", () => {
  const [one, two] = [new MadeUpWindow(), new MadeUpWindow()];
  const go = (slide: string) => ({ kind: "go", place: { slide, step: 0 } }) as const;
  const deck = openDeck(one);
  const desk = openDesk(two, one);
  desk.end.send(go("taken"));
  expect(deck.heard.slice(1)).toEqual([go("taken")]);
  one.page();
  desk.end.send(go("old"));
  vi.advanceTimersByTime(4000);
  desk.end.send(go("race"));
  vi.advanceTimersByTime(1500);
  const second = openDeck(one, { load: "second" });
  vi.advanceTimersByTime(greetingPace);
  expect(second.heard).toEqual([{ kind: "join" }, go("race")]);
  const third = openDeck(one, { load: "third" });
  vi.advanceTimersByTime(greetingPace);
  expect(third.heard).toEqual([{ kind: "join" }]);
});

test("an undo that was pressed while the deck's page was being loaded reaches it, a stroke does not", () => {
  const [one, two] = [new MadeUpWindow(), new MadeUpWindow()];
  const undo = { kind: "ink", event: { kind: "undo", page: "race" } } as const;
  openDeck(one);
  const desk = openDesk(two, one);
  one.page();
  desk.end.send({ kind: "ink", event: { kind: "erase", page: "race", ids: ["a"] } });
  desk.end.send(undo);
  const second = openDeck(one, { load: "second" });
  vi.advanceTimersByTime(greetingPace);
  expect(second.heard).toEqual([{ kind: "join" }, undo]);
});

test("a letter that is posted again before it was confirmed is taken once", () => {
  const [one, two] = [new MadeUpWindow(), new MadeUpWindow()];
  const deck = openDeck(one);
  const desk = openDesk(two, one);
  const letter = { interleave: "new", deck: "cow", message: { kind: "freeze", isFrozen: true }, number: 7 };
  two.page().post(one, letter);
  two.page().post(one, letter);
  expect(deck.heard.filter(({ kind }) => kind === "freeze")).toHaveLength(1);
  expect(desk.states).toEqual(["joined"]);
});

test("after a reload of the desk the deck answers the new page", () => {
  const [one, two] = [new MadeUpWindow(), new MadeUpWindow()];
  const deck = openDeck(one);
  openDesk(two, one);
  const again = openDesk(two, one);
  expect(again.states).toEqual(["joined"]);
  deck.end.send(quack);
  expect(again.heard).toEqual([quack]);
});

test("a deck that no longer answers is silent, and is joined again when it answers", () => {
  const [one, two] = [new MadeUpWindow(), new MadeUpWindow()];
  openDeck(one);
  const desk = openDesk(two, one);
  one.page();
  vi.advanceTimersByTime((mostUnanswered + 1) * greetingPace);
  expect(desk.states).toEqual(["joined", "silent"]);
  openDeck(one, { load: "second" });
  vi.advanceTimersByTime(greetingPace);
  expect(desk.states).toEqual(["joined", "silent", "joined"]);
});

test("a desk without a deck, or whose deck was closed, says that it is gone", () => {
  const one = new MadeUpWindow();
  expect(openDesk(new MadeUpWindow(), null).states).toEqual(["gone"]);
  openDeck(one);
  const desk = openDesk(new MadeUpWindow(), one);
  one.closed = true;
  vi.advanceTimersByTime(greetingPace);
  expect(desk.states).toEqual(["joined", "gone"]);
});

test("a deck with another id neither answers nor listens", () => {
  const [one, two] = [new MadeUpWindow(), new MadeUpWindow()];
  const deck = openDeck(one, { id: "pig" });
  const desk = openDesk(two, one, "cow");
  desk.end.send({ kind: "go", place: { slide: "race", step: 0 } });
  vi.advanceTimersByTime(greetingPace);
  expect(desk.states).toEqual([]);
  expect(deck.heard).toEqual([]);
});

test("letters of a window that is not the deck are not heard", () => {
  const [one, two, three] = [new MadeUpWindow(), new MadeUpWindow(), new MadeUpWindow()];
  openDeck(one);
  const desk = openDesk(two, one);
  three.page().post(two, { interleave: "new", deck: "cow", message: quack });
  expect(desk.heard).toEqual([]);
});

test("a deck of another version is told apart", () => {
  const [one, two] = [new MadeUpWindow(), new MadeUpWindow()];
  const desk = openDesk(two, one);
  one.page().post(two, { interleave: "old", deck: "cow", message: { kind: "welcome", load: "old" } });
  expect(desk.states).toEqual(["other-version"]);
  expect(desk.onJoin).not.toHaveBeenCalled();
});

test("a deck whose desk was closed sends nothing", () => {
  const [one, two] = [new MadeUpWindow(), new MadeUpWindow()];
  const deck = openDeck(one);
  const desk = openDesk(two, one);
  expect(deck.end.desk).toBe(two);
  two.closed = true;
  deck.end.send(quack);
  expect(desk.heard).toEqual([]);
  expect(deck.end.desk).toBeUndefined();
  vi.advanceTimersByTime(lookingPace);
  expect(deck.onClosed).toHaveBeenCalledOnce();
});
