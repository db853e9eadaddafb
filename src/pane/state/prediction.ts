// What a viewer says, before a program runs, of when each run will end. Pure.

import type { PaneState, PredictionState } from "./pane-state.ts";

/** So many steps there are on the way from 0 to the longest time. */
export const guessSteps = 100;

/** Milliseconds: what can be predicted of a program that has not run. */
const longestGuess = 10_000;

/** The longest time that can be said, in milliseconds: somewhat more than what has run last took. */
export function longestOf({ newest }: Pick<PaneState, "newest">): number {
  return 1.5 * Math.max(0, ...newest.runs.map(({ trace }) => trace.duration)) || longestGuess;
}

/** Asks anew: each run's guess is that of before, or the middle. */
export function openQuestion({ setup, prediction }: PaneState, longest: number): PredictionState {
  const step = longest / guessSteps;
  const guesses = setup.planned.map(({ label }) => {
    const before = prediction.guesses.get(label) ?? longest / 2;
    return [label, Math.min(longest, Math.round(before / step) * step)] as const;
  });
  return { ...prediction, asked: longest, guesses: new Map(guesses) };
}

export function withGuess(prediction: PredictionState, label: string, t: number): PredictionState {
  return { ...prediction, guesses: new Map(prediction.guesses).set(label, t) };
}

/** What was said stands. */
export function closeQuestion(prediction: PredictionState): PredictionState {
  if (prediction.asked === undefined) return prediction;
  return { ...prediction, asked: undefined, expected: prediction.guesses };
}
