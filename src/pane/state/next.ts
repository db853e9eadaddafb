// How each event changes a pane's state. Pure, but for traces, which grow in place (run-state.ts).

import { positionAt } from "../../trace/moment/playhead.ts";
import type { ChangedTexts } from "./changed-texts.ts";
import { changedTexts, type Draft, outdatedFiles } from "./draft.ts";
import { withKept } from "./kept-runs.ts";
import type { PaneEvent } from "./pane-event.ts";
import { type PaneState, untouched } from "./pane-state.ts";
import { closeQuestion, openQuestion, withGuess } from "./prediction.ts";
import { begun, changeRun, cleared, shownFromElsewhere } from "./replace-runs.ts";
import { grown } from "./run-state.ts";
import { fromSaved, fromSavedGroup } from "./saved-state.ts";
import { newestGroup, shownRun, shownRuns } from "./shown-runs.ts";

/** The state after an event. Where the event says nothing new, this is the same object. */
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
      // What is entered is answered now, so that is what is shown.
      return { ...toNewest(state), waiting: state.waiting + 1 };
    case "prompt-recall":
      return { ...state, typed: shownRun(state)?.trace.prompts[event.prompt]?.text ?? state.typed };
    case "prompt-given":
      return changeRun({ ...state, waiting: state.waiting - 1 }, event.run, (run) => ({
        ...run,
        entered: run.entered + 1,
      }));
    case "prompt-unused":
      // Nothing that was entered may be lost, nor what has been typed since.
      return { ...state, waiting: state.waiting - 1, typed: state.typed === "" ? event.text : state.typed };
    case "seek":
      return {
        ...state,
        playhead: { ...state.playhead, position: event.position ?? undefined, isPlaying: false },
      };
    case "play":
      return played(state);
    case "halt":
      return state.playhead.isPlaying
        ? { ...state, playhead: { ...state.playhead, isPlaying: false } }
        : state;
    case "play-speed":
      return { ...state, playhead: { ...state.playhead, speed: event.speed } };
    case "played":
      return { ...state, playhead: { ...state.playhead, position: event.position, isPlaying: event.goes } };
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
      return withCues(state, state.cues.done + (state.cues.isTyping ? 0 : 1));
    case "cue-go":
      return withCues(state, event.count);
    case "cue-typed":
      return { ...state, cues: { ...state.cues, isTyping: false } };
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
    case "run-clock": {
      const { at, t, speed } = event;
      return changeRun(state, event.run, (run) => ({ ...run, clock: { at, t, speed } }));
    }
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
      // The runner hears of these (runs/runner.ts), and tells what comes of it.
      return state;
    default:
      return event satisfies never;
  }
}

function withText(state: PaneState, file: string, text: string): PaneState {
  if (!state.texts.has(file) || state.texts.get(file) === text) return state;
  return { ...state, texts: new Map(state.texts).set(file, text) };
}

function swapped(state: PaneState): PaneState {
  if (!state.elsewhere) return state;
  const texts = withChanges(state.setup.originals, state.elsewhere);
  return { ...state, texts, elsewhere: changedTexts(state) };
}

/** The author's texts with some of them changed. */
function withChanges(originals: PaneState["texts"], changed: ChangedTexts = {}): PaneState["texts"] {
  return new Map([...originals].map(([file, text]) => [file, changed[file]?.text ?? text]));
}

function withFile(state: PaneState, file: string): PaneState {
  if (!state.texts.has(file)) return state;
  const first = state.setup.planned.findIndex(({ entry }) => entry === file);
  // Of a file that is no entry, the run shown before stays.
  return { ...(first < 0 ? state : turned(state, first)), file };
}

/** The console turns to another run, and the playhead to the same time in it. */
function turned(state: PaneState, shown: number): PaneState {
  if (shown === state.shown) return state;
  const other = { ...state, shown };
  const { position } = state.playhead;
  const run = shownRun(other);
  if (!position || !run) return other;
  return { ...other, playhead: { ...state.playhead, position: positionAt(run.trace, position.t) } };
}

function toNewest(state: PaneState): PaneState {
  return { ...state, playhead: { ...state.playhead, position: undefined, isPlaying: false } };
}

/** The playhead goes on from where it is; at the end, or at the newest moment, from the beginning. */
function played(state: PaneState): PaneState {
  const trace = shownRun(state)?.trace;
  if (!trace || state.playhead.isPlaying) return state;
  const { position } = state.playhead;
  const isAtEnd = !position || position.t >= trace.duration;
  const from = isAtEnd ? positionAt(trace, 0) : position;
  return { ...state, playhead: { ...state.playhead, position: from, isPlaying: true } };
}

function withCues(state: PaneState, count: number): PaneState {
  const done = Math.max(0, Math.min(count, state.setup.cues));
  return { ...state, cues: { ...state.cues, done, isTyping: true } };
}

function reset(state: PaneState): PaneState {
  const { setup, cues } = state;
  const first = untouched(setup);
  // A list of the same texts would be kept as a change.
  const texts = Object.keys(changedTexts(state)).length === 0 ? state.texts : first.texts;
  return {
    ...cleared({ ...state, ...first, texts, shown: 0 }),
    cues: { ...cues, done: 0, isTyping: false },
  };
}

function withDraft(state: PaneState, draft: Draft): PaneState {
  const { originals } = state.setup;
  const texts = withChanges(originals, draft.files);
  const {
    network = state.network,
    speed = state.speed,
    history = state.history,
    split = state.split,
  } = draft;
  const outdated = outdatedFiles(draft, originals).join(" and ");
  // Neither the audience's text nor the author's new one may be lost without a word.
  const hint =
    outdated === ""
      ? state.hint
      : `You changed ${outdated} before the deck did. You see your text; Reset shows the deck's.`;
  const { elsewhere } = draft;
  return { ...state, texts, elsewhere, network, speed, history, split, hint };
}
