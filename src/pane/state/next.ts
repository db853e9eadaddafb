// The reducer of a pane: computes the next state from an event. Pure, except that traces grow in place (run-state.ts).

import { positionAt } from "../../trace/moment/playhead.ts";
import type { ChangedTexts } from "./changed-texts.ts";
import { changedTexts, type Draft, outdatedFiles } from "./draft.ts";
import { withKept } from "./kept-runs.ts";
import type { PaneEvent } from "./pane-event.ts";
import { type CueState, type PaneState, type PlayheadState, untouched } from "./pane-state.ts";
import { closeQuestion, openQuestion, withGuess } from "./prediction.ts";
import { begun, changeRun, cleared, shownFromElsewhere } from "./replace-runs.ts";
import { grown } from "./run-state.ts";
import { fromSaved, fromSavedGroup } from "./saved-state.ts";
import { newestGroup, shownRun, shownRuns } from "./shown-runs.ts";

/**
 * Returns the state after an event. Parts that the event is not about stay the same objects, so that listeners can
 * compare them.
 */
export function next(state: PaneState, event: PaneEvent): PaneState {
  switch (event.kind) {
    case "text":
      return withText(state, event.file, event.text);
    case "swap-texts":
      return swapped(state);
    case "elsewhere":
      return { ...state, elsewhere: event.files };
    case "drop-elsewhere":
      return { ...state, elsewhere: undefined };
    case "file":
      return withFile(state, event.file);
    case "go-to":
      return withFile(state, event.place.file);
    case "point":
      return { ...state, pointed: event.place ?? undefined };
    case "network":
      return { ...state, network: event.conditions };
    case "speed":
      return { ...state, speed: event.speed };
    case "threads":
      return { ...state, threads: event.threads };
    case "split":
      return { ...state, split: event.split };
    case "maximise":
      return { ...state, maximised: event.area ?? undefined };
    case "code-size":
      return { ...state, codeSize: event.size };
    case "run":
      return { ...state, prediction: closeQuestion(state.prediction) };
    case "reset":
      return reset(state);
    case "prompt-text":
      return { ...state, typed: event.text };
    case "prompt-history":
      return { ...state, history: event.entries };
    case "prompt-enter":
      return { ...toNewest(state), waiting: state.waiting + 1 };
    case "prompt-recall":
      return { ...state, typed: shownRun(state)?.trace.prompts[event.prompt]?.text ?? state.typed };
    case "prompt-given":
      return withEntry(state, event.run);
    case "prompt-unused":
      return withUnused(state, event.text);
    case "seek":
      return withPlayhead(state, { position: event.position ?? undefined, isPlaying: false });
    case "play":
      return played(state);
    case "halt":
      return state.playhead.isPlaying ? withPlayhead(state, { isPlaying: false }) : state;
    case "play-speed":
      return withPlayhead(state, { speed: event.speed });
    case "played":
      return withPlayhead(state, { position: event.position, isPlaying: event.goes });
    case "choose":
      return turned(state, event.run - (shownRuns(state).length - state.newest.runs.length));
    case "keep":
      return { ...state, kept: withKept(state.kept, newestGroup(state.newest)) };
    case "forget-kept":
      return turned({ ...state, kept: [] }, Math.max(0, state.shown));
    case "kept-runs":
      return state.kept.length > 0 ? state : { ...state, kept: event.groups.map(fromSavedGroup) };
    case "predict":
      return { ...state, prediction: openQuestion(state, event.longest) };
    case "guess":
      return { ...state, prediction: withGuess(state.prediction, event.label, event.t) };
    case "forget-guesses":
      return { ...state, prediction: { asked: undefined, guesses: new Map(), expected: new Map() } };
    case "cue-next":
      return withNextCue(state);
    case "cue-go":
      return withCues(state, event.count, "restoring");
    case "cue-typed":
      return { ...state, cues: { ...state.cues, activity: "none" } };
    case "cue-pace":
      return { ...state, cues: { ...state.cues, pace: event.pace } };
    case "stage":
      return { ...state, stage: event.stage };
    case "report":
      return { ...state, report: event.report, hint: undefined, problem: undefined };
    case "runs-began":
      return begun(state, event);
    case "run-events":
      return changeRun(state, event.run, (run) => grown(run, event.events, event.at));
    case "run-clock":
      return withClock(state, event);
    case "run-closed":
      return changeRun(state, event.run, (run) => ({ ...run, isOpen: false }));
    case "runs-shown":
      return shownFromElsewhere(state, event.source, event.runs);
    case "runs-cleared":
      return cleared(state);
    case "problem":
      return { ...state, problem: event.text ?? undefined };
    case "hint":
      return { ...state, hint: event.text };
    case "draft":
      return withDraft(state, event.draft);
    case "state":
      return fromSaved(state.setup, event.state);
    case "stop":
    case "pause":
    case "step":
    case "prompt-interrupt":
    case "leave":
      // The runner handles these (runs/runner.ts) and sends events for the results.
      return state;
    default:
      return event satisfies never;
  }
}

function withText(state: PaneState, file: string, text: string): PaneState {
  if (!state.texts.has(file) || state.texts.get(file) === text) return state;
  return { ...state, texts: new Map(state.texts).set(file, text) };
}

/** Shows the other window's texts; those of this window become the other ones. */
function swapped(state: PaneState): PaneState {
  if (!state.elsewhere) return state;
  const texts = withChanges(state.setup.originals, state.elsewhere);
  return { ...state, texts, elsewhere: changedTexts(state) };
}

/** The author's texts, with the changed ones replaced. */
function withChanges(originals: PaneState["texts"], changed: ChangedTexts = {}): PaneState["texts"] {
  return new Map([...originals].map(([file, text]) => [file, changed[file]?.text ?? text]));
}

function withFile(state: PaneState, file: string): PaneState {
  if (!state.texts.has(file)) return state;
  const first = state.setup.planned.findIndex(({ entry }) => entry === file);
  // A file that is no entry has no run: the shown run stays.
  return { ...(first < 0 ? state : turned(state, first)), file };
}

/** Shows another run in the console, with the playhead at the same time in it. */
function turned(state: PaneState, shown: number): PaneState {
  if (shown === state.shown) return state;
  const other = { ...state, shown };
  const { position } = state.playhead;
  const run = shownRun(other);
  if (!position || !run) return other;
  return withPlayhead(other, { position: positionAt(run.trace, position.t) });
}

function withPlayhead(state: PaneState, change: Partial<PlayheadState>): PaneState {
  return { ...state, playhead: { ...state.playhead, ...change } };
}

/** Moves the playhead to the newest moment, where the answer to an entry appears. */
function toNewest(state: PaneState): PaneState {
  return withPlayhead(state, { position: undefined, isPlaying: false });
}

/** Starts the playhead where it is. At the end, or at the newest moment, it starts from the beginning. */
function played(state: PaneState): PaneState {
  const trace = shownRun(state)?.trace;
  if (!trace || state.playhead.isPlaying) return state;
  const { position } = state.playhead;
  const isAtEnd = !position || position.t >= trace.duration;
  const from = isAtEnd ? positionAt(trace, 0) : position;
  return withPlayhead(state, { position: from, isPlaying: true });
}

/** Counts an entry that was handed to a run. */
function withEntry(state: PaneState, run: number): PaneState {
  const fewer = { ...state, waiting: state.waiting - 1 };
  return changeRun(fewer, run, (each) => ({ ...each, entered: each.entered + 1 }));
}

/** Puts an entry that no run evaluates back into the prompt, unless something has been typed since. */
function withUnused(state: PaneState, text: string): PaneState {
  return { ...state, waiting: state.waiting - 1, typed: state.typed === "" ? text : state.typed };
}

function withClock(state: PaneState, event: Extract<PaneEvent, { kind: "run-clock" }>): PaneState {
  const { run, at, t, speed } = event;
  return changeRun(state, run, (each) => ({ ...each, clock: { at, t, speed } }));
}

/** A cue that is being typed is completed, so none is added. While the pane is restored there is nothing to type. */
function withNextCue(state: PaneState): PaneState {
  const { done, activity } = state.cues;
  if (activity === "typing") return state;
  return withCues(state, done + 1, activity === "restoring" ? "restoring" : "typing");
}

function withCues(state: PaneState, count: number, activity: CueState["activity"]): PaneState {
  const done = Math.max(0, Math.min(count, state.setup.cues));
  return { ...state, cues: { ...state.cues, done, activity } };
}

function reset(state: PaneState): PaneState {
  const { setup, cues } = state;
  const first = untouched(setup);
  // A new map with the same texts would count as a change and be kept in the draft.
  const texts = Object.keys(changedTexts(state)).length === 0 ? state.texts : first.texts;
  return {
    ...cleared({ ...state, ...first, texts, shown: 0 }),
    cues: { ...cues, done: 0, activity: "none" },
  };
}

function withDraft(state: PaneState, draft: Draft): PaneState {
  const { originals } = state.setup;
  const texts = withChanges(originals, draft.files);
  const {
    network = state.network,
    speed = state.speed,
    threads = state.threads,
    history = state.history,
    split = state.split,
  } = draft;
  const outdated = outdatedFiles(draft, originals).join(" and ");
  // Both the viewer's text and the author's new one are kept, so the viewer must be told.
  const hint =
    outdated === ""
      ? state.hint
      : `You changed ${outdated} before the deck did. You see your text; Reset shows the deck's.`;
  const { elsewhere } = draft;
  const cues = withDraftCues(state, draft);
  return { ...state, texts, elsewhere, network, speed, threads, history, split, cues, hint };
}

/** The draft may be of an older version of the talk, which had more cues. */
function withDraftCues({ cues, setup }: PaneState, draft: Draft): PaneState["cues"] {
  return { ...cues, ...draft.cues, done: Math.min(draft.cues?.done ?? cues.done, setup.cues) };
}
