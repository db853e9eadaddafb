// Converts a pane's state to plain JSON data and back.

import { type RecordedRun, type Recording, record } from "../../trace/recording/recording.ts";
import { foldEvents } from "../../trace/trace.ts";
import type { ChangedTexts } from "./changed-texts.ts";
import type { RunGroup } from "./kept-runs.ts";
import type { PaneSetup, PaneState } from "./pane-state.ts";
import { type NewestRuns, type RunState, recordedRun } from "./run-state.ts";
import { newestGroup } from "./shown-runs.ts";

/** The entries of a map. */
type Entries<Value> = readonly (readonly [key: string, value: Value])[];

/** A group of kept runs. */
export interface SavedGroup {
  readonly recording: Recording;
  readonly labels: readonly string[];
  readonly sets: readonly string[];
  readonly files: Entries<string>;
}

/** A run. Its trace is stored as the events that it is folded from. */
interface SavedRun extends Pick<RunState, "isOpen" | "clock" | "jumps" | "entered"> {
  readonly events: RecordedRun["events"];
  readonly problem: string | null;
}

/** A pane's state as JSON data: `undefined` becomes null, maps become lists of entries. */
export interface SavedState
  extends Pick<
    PaneState,
    | "file"
    | "network"
    | "speed"
    | "threads"
    | "split"
    | "stage"
    | "report"
    | "shown"
    | "typed"
    | "history"
    | "waiting"
    | "cues"
  > {
  readonly texts: Entries<string>;
  readonly elsewhere: ChangedTexts | null;
  readonly maximised: string | null;
  readonly codeSize: number | null;
  readonly newest: Pick<NewestRuns, "source" | "planned" | "first"> & {
    readonly runs: readonly SavedRun[];
    readonly files: Entries<string>;
  };
  /** "newest" stands for the group of the newest runs: their traces are shared, so that prompt entries add to both. */
  readonly kept: readonly (SavedGroup | "newest")[];
  readonly playhead: Omit<PaneState["playhead"], "position"> & {
    readonly position: Exclude<PaneState["playhead"]["position"], undefined> | null;
  };
  readonly prediction: {
    readonly asked: number | null;
    readonly guesses: Entries<number>;
    readonly expected: Entries<number>;
  };
  readonly problem: string | null;
  readonly hint: string | null;
}

/** Converts the state. The setup is left out, and so is the line that is pointed at. */
export function saved(state: PaneState): SavedState {
  const { setup: _, pointed: __, newest, playhead, prediction, ...plain } = state;
  return {
    ...plain,
    texts: [...state.texts],
    elsewhere: state.elsewhere ?? null,
    maximised: state.maximised ?? null,
    codeSize: state.codeSize ?? null,
    newest: { ...newest, runs: newest.runs.map(savedRun), files: [...newest.files] },
    kept: state.kept.map((group) => (isOf(group, newest) ? "newest" : savedGroup(group))),
    playhead: { ...playhead, position: playhead.position ?? null },
    prediction: {
      asked: prediction.asked ?? null,
      guesses: [...prediction.guesses],
      expected: [...prediction.expected],
    },
    problem: state.problem ?? null,
    hint: state.hint ?? null,
  };
}

export function fromSaved(setup: PaneSetup, state: SavedState): PaneState {
  const { playhead, prediction } = state;
  const newest = fromSavedRuns(state.newest);
  return {
    ...state,
    setup,
    pointed: undefined,
    texts: new Map(state.texts),
    elsewhere: state.elsewhere ?? undefined,
    maximised: state.maximised ?? undefined,
    codeSize: state.codeSize ?? undefined,
    newest,
    kept: state.kept.map((group) => (group === "newest" ? newestGroup(newest) : fromSavedGroup(group))),
    playhead: { ...playhead, position: playhead.position ?? undefined },
    prediction: {
      asked: prediction.asked ?? undefined,
      guesses: new Map(prediction.guesses),
      expected: new Map(prediction.expected),
    },
    problem: state.problem ?? undefined,
    hint: state.hint ?? undefined,
  };
}

function isOf({ traces }: RunGroup, { runs }: NewestRuns): boolean {
  return traces.length > 0 && traces[0] === runs[0]?.trace;
}

function savedRun({ trace, isOpen, clock, jumps, entered, problem }: RunState): SavedRun {
  return { events: [...trace.events], isOpen, clock, jumps, entered, problem: problem ?? null };
}

function fromSavedRuns(newest: SavedState["newest"]): NewestRuns {
  return { ...newest, runs: newest.runs.map(fromSavedRun), files: new Map(newest.files) };
}

function fromSavedRun({ events, problem, ...rest }: SavedRun): RunState {
  return { ...recordedRun(events), ...rest, problem: problem ?? undefined };
}

export function savedGroup({ traces, labels, sets, files }: RunGroup): SavedGroup {
  return { recording: record(traces), labels, sets, files: [...files] };
}

export function fromSavedGroup({ recording, labels, sets, files }: SavedGroup): RunGroup {
  const traces = recording.runs.map(({ events }) => foldEvents(events));
  return { traces, labels, sets, files: new Map(files) };
}
