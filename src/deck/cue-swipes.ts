// Swipes play cues as the keys do, if the setting "Cues with →" is on: reveal.js turns slides by swipes and knows no cues.

import type { RevealApi } from "reveal.js";
import type { CueTurns, Turn } from "./cue-turns.ts";

/** In CSS pixels. That of reveal.js, so that both notice the same swipes at the same moment. */
const threshold = 40;

/** Where reveal.js notices no swipes. */
const noSwipes = "[data-prevent-swipe], .ink";

interface Finger {
  readonly pointer: number;
  readonly x: number;
  readonly y: number;
  /** True once a cue was played: the rest of the movement is not for reveal.js. */
  isDone: boolean;
}

/** Listens on reveal.js's element, before reveal.js does. */
export function addCueSwipes(deck: Pick<RevealApi, "getRevealElement">, turns: Pick<CueTurns, "take">): void {
  const element = deck.getRevealElement();
  let finger: Finger | undefined;
  const begin = ({
    pointerType,
    isPrimary,
    pointerId: pointer,
    clientX: x,
    clientY: y,
    target,
  }: PointerEvent) => {
    const isSwipe =
      pointerType === "touch" && isPrimary && target instanceof Element && !target.closest(noSwipes);
    finger = isSwipe ? { pointer, x, y, isDone: false } : undefined;
  };
  const move = (event: PointerEvent) => {
    if (finger?.pointer !== event.pointerId) return;
    const turn = finger.isDone ? undefined : turnOf(event.clientX - finger.x, event.clientY - finger.y);
    if (turn && turns.take(turn)) finger.isDone = true;
    else if (turn) finger = undefined;
    if (finger?.isDone) event.stopPropagation();
  };
  element?.addEventListener("pointerdown", begin, { capture: true });
  element?.addEventListener("pointermove", move, { capture: true });
}

/** Returns where a movement of a finger leads; `undefined` if it is no swipe to a side. */
function turnOf(right: number, down: number): Turn | undefined {
  if (Math.abs(right) <= threshold || Math.abs(right) <= Math.abs(down)) return undefined;
  return right < 0 ? "next" : "previous";
}
