// The talk besides its slides: its parts, its cast and the network of its panes.

import type { Talk } from "../src/talk/talk.ts";
import { animalRequest, castTask, castThread, colourNames } from "./cast/animals.ts";

export const talk: Talk = {
  title: "A Brief Introduction to Concurrency and Coroutines · Interleave",
  description:
    "A slide deck whose code runs: Eric Appelt's talk on concurrency and coroutines, with live panes and timelines traced from the real engine.",
  minutes: 40,
  parts: [
    { from: 0, title: "Opening" },
    { from: 50, title: "Concurrency" },
    { from: 120, title: "The road to coroutines" },
    { from: 270, title: "Extras", isExtra: true },
  ],
  cast: { task: castTask, thread: castThread, request: animalRequest, text: colourNames },
  drawings: "art/animals.svg",
  // Two seconds are long enough to see the program wait, and short enough to run it twice. The original talk had 5 s.
  network: { wait: 2000 },
  elements: async () => (await import("./cast/elements.ts")).elements,
};
