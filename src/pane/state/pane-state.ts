// All that is so in a pane. It is changed by events alone (next.ts), and all that is seen of the pane is made from it.

import type { NetworkConditions } from "../../protocol/protocol.ts";
import type { Place } from "../../trace/events/events.ts";
import type { Position } from "../../trace/moment/playhead.ts";
import type { PlannedRun } from "../markup/planned-runs.ts";
import type { ChangedTexts } from "./changed-texts.ts";
import type { RunGroup } from "./kept-runs.ts";
import type { CompileReport, NewestRuns, Stage } from "./run-state.ts";
import type { Shares, TypingPace } from "./settings.ts";

/** What the author of the pane wrote. It does not change, and another pane with the same markup has the same. */
export interface PaneSetup {
  /** The author's text of each file, by its name; the first is shown at first. */
  readonly originals: ReadonlyMap<string, string>;
  /** The runs that the pane makes. */
  readonly planned: readonly PlannedRun[];
  /** The network of the talk. */
  readonly network: NetworkConditions;
  /** How many cues there are. */
  readonly cues: number;
}

/** Where in the shown run the pane is. */
export interface PlayheadState {
  /** Undefined at the newest moment, which moves on while something runs. */
  readonly position: Position | undefined;
  /** True while it goes on by itself. */
  readonly isPlaying: boolean;
  /** How fast, against the run's own clock. */
  readonly speed: number;
}

/** When the runs are expected to end, in milliseconds, by what they are planned to be called. */
export type Guesses = ReadonlyMap<string, number>;

export interface PredictionState {
  /** The longest time that can be said, in milliseconds, while somebody is asked; else undefined. */
  readonly asked: number | undefined;
  /** What is being said, or was last. */
  readonly guesses: Guesses;
  /** What the timeline shows: what was said before the question was closed. */
  readonly expected: Guesses;
}

export interface CueState {
  /** How many cues were played. */
  readonly done: number;
  /** True while one is being typed, or the pane is being brought to where it leads. */
  readonly isTyping: boolean;
  readonly pace: TypingPace;
}

export interface PaneState {
  readonly setup: PaneSetup;
  /** The present text of each file by its name. */
  readonly texts: ReadonlyMap<string, string>;
  /** The changed texts of another window, if two windows changed this pane; undefined if there are none. */
  readonly elsewhere: ChangedTexts | undefined;
  /** The file that is shown. */
  readonly file: string;
  /** What somebody points at in the timeline, as a line of the program. */
  readonly pointed: Place | undefined;

  readonly network: NetworkConditions;
  readonly speed: number;
  readonly split: Shares;
  /** The area that fills the pane. */
  readonly maximised: string | undefined;
  /** In the deck's units; undefined where it is the size of the page. */
  readonly codeSize: number | undefined;

  readonly stage: Stage;
  /** What the compiler said last. */
  readonly report: CompileReport;
  readonly newest: NewestRuns;
  /** Groups of earlier runs, the oldest first. */
  readonly kept: readonly RunGroup[];
  /** The number of the newest run that the console is of; of a kept one, how many before the newest it is. */
  readonly shown: number;
  readonly playhead: PlayheadState;
  readonly prediction: PredictionState;

  /** What stands in the prompt. */
  readonly typed: string;
  readonly history: readonly string[];
  /** How many entries are on their way to a run. */
  readonly waiting: number;

  readonly cues: CueState;

  /** What went wrong with the pane itself. */
  readonly problem: string | undefined;
  readonly hint: string | undefined;
}

const noGuesses: PredictionState = { asked: undefined, guesses: new Map(), expected: new Map() };

/** The report before anything was compiled. */
export const nothingToReport: CompileReport = { ok: true, diagnostics: [] };

/** What a reset leaves. */
export function untouched(setup: PaneSetup) {
  return {
    texts: setup.originals,
    elsewhere: undefined,
    file: firstFile(setup),
    network: setup.network,
    speed: 1,
    split: {},
    maximised: undefined,
    report: nothingToReport,
    kept: [],
    prediction: noGuesses,
    problem: undefined,
    hint: undefined,
  } as const satisfies Partial<PaneState>;
}

/** A pane that nobody has touched. */
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
    cues: { done: 0, isTyping: false, pace: "usual" },
  };
}

function firstFile({ originals }: PaneSetup): string {
  return originals.keys().next().value ?? "";
}
