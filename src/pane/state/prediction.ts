// The viewer's guesses, before a program runs, of when each run will end. Pure.

import type { PaneState, PredictionState } from "./pane-state.ts";

/** The number of slider steps from 0 to the largest time. */
export const guessSteps = 100;

/** In milliseconds: the largest guess for a program that has not run yet. */
const longestGuess = 10_000;

/** The largest time that can be guessed, in milliseconds: 1.5 times the longest of the newest runs. */
export function longestOf({ newest }: Pick<PaneState, "newest">): number {
  return 1.5 * Math.max(0, ...newest.runs.map(({ trace }) => trace.duration)) || longestGuess;
}

/** Opens the question. Each guess is the one of before, rounded to a slider step, or the middle. */
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

/** Closes the question: the guesses become the expected ends. */
export function closeQuestion(prediction: PredictionState): PredictionState {
  if (prediction.asked === undefined) return prediction;
  return { ...prediction, asked: undefined, expected: prediction.guesses };
}
