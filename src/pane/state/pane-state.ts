// The state of a pane. Only events change it (next.ts), and all views are made from it.

import type { NetworkConditions } from "../../protocol/protocol.ts";
import type { Place } from "../../trace/events/events.ts";
import type { Position } from "../../trace/moment/playhead.ts";
import type { PlannedRun } from "../markup/planned-runs.ts";
import type { ChangedTexts } from "./changed-texts.ts";
import type { RunGroup } from "./kept-runs.ts";
import type { CompileReport, NewestRuns, Stage } from "./run-state.ts";
import { firstThreads, type Shares, type ThreadChoice, type TypingPace } from "./settings.ts";

/** What the author of the pane wrote. It never changes, and panes with the same markup have the same setup. */
export interface PaneSetup {
  /** The author's text of each file, by its name. The first file is shown at first. */
  readonly originals: ReadonlyMap<string, string>;
  /** The runs that the pane makes. */
  readonly planned: readonly PlannedRun[];
  /** The network conditions of the talk. */
  readonly network: NetworkConditions;
  /** The number of cues. */
  readonly cues: number;
}

/** The playhead: the moment of the shown run that the pane shows. */
export interface PlayheadState {
  /** `undefined` at the newest moment, which moves while a program runs. */
  readonly position: Position | undefined;
  /** True while the playhead moves by itself. */
  readonly isPlaying: boolean;
  /** The speed of playing; 1 is the run's own clock. */
  readonly speed: number;
}

/** Guessed ends of runs, in milliseconds, by the planned runs' labels. */
export type Guesses = ReadonlyMap<string, number>;

export interface PredictionState {
  /** The largest time that can be guessed, in milliseconds; `undefined` while the viewer is not asked. */
  readonly asked: number | undefined;
  /** The present guesses, or the last ones. */
  readonly guesses: Guesses;
  /** The guesses that the timeline shows: those made before the question was closed. */
  readonly expected: Guesses;
}

export interface CueState {
  /** The number of cues that were played. */
  readonly done: number;
  /** "typing": the last cue is being typed. "restoring": the pane is being brought to the state after it. */
  readonly activity: "none" | "typing" | "restoring";
  readonly pace: TypingPace;
}

export interface PaneState {
  readonly setup: PaneSetup;
  /** The present text of each file, by its name. */
  readonly texts: ReadonlyMap<string, string>;
  /** The changed texts of another window, if two windows changed this pane. */
  readonly elsewhere: ChangedTexts | undefined;
  /** The name of the shown file. */
  readonly file: string;
  /** The line of the program that belongs to the thing under the pointer in the timeline. */
  readonly pointed: Place | undefined;

  readonly network: NetworkConditions;
  readonly speed: number;
  /** Matters only if the program starts threads. */
  readonly threads: ThreadChoice;
  readonly split: Shares;
  /** The area that fills the pane. */
  readonly maximised: string | undefined;
  /** In the deck's units; `undefined` if it is the page's size. */
  readonly codeSize: number | undefined;

  readonly stage: Stage;
  /** The compiler's last result. */
  readonly report: CompileReport;
  readonly newest: NewestRuns;
  /** The kept groups of runs, oldest first. */
  readonly kept: readonly RunGroup[];
  /**
   * The run that the console shows, as an index into the newest runs. Negative for a kept run: -1 is the last kept one.
   */
  readonly shown: number;
  readonly playhead: PlayheadState;
  readonly prediction: PredictionState;

  /** The text in the prompt. */
  readonly typed: string;
  readonly history: readonly string[];
  /** The number of entries that are on their way to a run. */
  readonly waiting: number;

  readonly cues: CueState;

  /** A sentence that says how the pane itself failed. */
  readonly problem: string | undefined;
  readonly hint: string | undefined;
}

const noGuesses: PredictionState = { asked: undefined, guesses: new Map(), expected: new Map() };

/** The report before anything was compiled. */
const nothingToReport: CompileReport = { ok: true, diagnostics: [] };

/** The part of the state that a reset restores. */
export function untouched(setup: PaneSetup) {
  return {
    texts: setup.originals,
    elsewhere: undefined,
    file: firstFile(setup),
    network: setup.network,
    speed: 1,
    threads: firstThreads,
    split: {},
    maximised: undefined,
    report: nothingToReport,
    kept: [],
    prediction: noGuesses,
    problem: undefined,
    hint: undefined,
  } as const satisfies Partial<PaneState>;
}

/** The state of a pane that nobody has touched. */
export function firstState(setup: PaneSetup): PaneState {
  return {
    ...untouched(setup),
    setup,
    pointed: undefined,
    codeSize: undefined,
    stage: "idle",
    newest: { source: "run", planned: setup.planned, first: 0, runs: [], files: new Map() },
    shown: 0,
    playhead: { position: undefined, isPlaying: false, speed: 1 },
    typed: "",
    history: [],
    waiting: 0,
    cues: { done: 0, activity: "none", pace: "usual" },
  };
}

function firstFile({ originals }: PaneSetup): string {
  return originals.keys().next().value ?? "";
}
