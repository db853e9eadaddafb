// Tests of where the desk looks.

import { expect, test, vi } from "vitest";
import type { DeckFacts, FromDesk } from "./link/message.ts";
import { Looking } from "./looking.ts";
import { newClock } from "./pace/talk-clock.ts";

const slides = { position: (id: string) => ["title", "race", "road"].indexOf(id) + 1 };

function at(slide: string, isFrozen = false): DeckFacts {
  return {
    place: { slide, step: 0 },
    canvas: { width: 1280, height: 720 },
    isBlack: false,
    isOverview: false,
    isFrozen,
    theme: null,
    codeSize: null,
    cuesAreSteps: false,
    clock: newClock(40),
  };
}

function desk() {
  const sent: FromDesk[] = [];
  const onMove = vi.fn();
  const looking = new Looking(slides, (message) => sent.push(message), onMove);
  return { looking, sent, onMove };
}

const road = { slide: "road", step: 0 };

test("the desk looks where the deck is, and asks it to go elsewhere", () => {
  const { looking, sent } = desk();
  expect(looking.place).toBeUndefined();
  looking.take(at("race"));
  expect(looking.place).toEqual({ slide: "race", step: 0 });
  looking.go(road);
  expect(sent).toEqual([{ kind: "go", place: road }]);
  expect(looking.place?.slide).toBe("race");
});

test("while the projector is frozen, the desk goes alone", () => {
  const { looking, sent, onMove } = desk();
  looking.take(at("race"));
  looking.freeze();
  looking.take(at("race", true));
  looking.go(road);
  expect(sent).toEqual([{ kind: "freeze", isFrozen: true }]);
  expect(looking.place).toEqual(road);
  expect(onMove).toHaveBeenCalledOnce();
});

test("the projector can be brought to where the desk looks", () => {
  const { looking, sent } = desk();
  looking.take(at("race"));
  looking.freeze();
  looking.go(road);
  looking.showThis();
  expect(sent.slice(1)).toEqual([
    { kind: "go", place: road },
    { kind: "freeze", isFrozen: false },
  ]);
  expect(looking.isFrozen).toBe(false);
});

test("the desk can go back to where the projector stands", () => {
  const { looking, sent } = desk();
  looking.take(at("race"));
  looking.freeze();
  looking.go(road);
  looking.goBack();
  expect(sent.at(-1)).toEqual({ kind: "freeze", isFrozen: false });
  expect(looking.place?.slide).toBe("race");
});

test("a desk that was reloaded finds its projector frozen, and one whose deck was reloaded finds it thawed", () => {
  const { looking } = desk();
  looking.take(at("race", true));
  expect(looking.isFrozen).toBe(true);
  looking.take(at("road"));
  expect(looking.isFrozen).toBe(false);
  expect(looking.place).toEqual(road);
});

test("a place that the talk does not have is not gone to", () => {
  const { looking, sent } = desk();
  looking.take(at("race"));
  looking.go({ slide: "barn", step: 0 });
  looking.go(undefined);
  expect(sent).toEqual([]);
});
