// The parts of the talk, for the menu of slides.

/** In order; each begins with the first slide whose file has the number `from` or a higher one. */
export const parts = [
  { from: 0, title: "Opening" },
  { from: 50, title: "Concurrency" },
  { from: 120, title: "The road to coroutines" },
  { from: 270, title: "Extras" },
] as const;
