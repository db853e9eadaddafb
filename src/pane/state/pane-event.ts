// The events of a pane: what a person does in it, and what comes of that. Plain JSON data, so that a stream of them can be
// kept, sent to another window and played again.

import type { NetworkConditions } from "../../protocol/protocol.ts";
import type { Place, TraceEvent } from "../../trace/events/events.ts";
import type { Position } from "../../trace/moment/playhead.ts";
import type { RecordedRun } from "../../trace/recording/recording.ts";
import type { PlannedRun } from "../markup/planned-runs.ts";
import type { ChangedTexts } from "./changed-texts.ts";
import type { Draft } from "./draft.ts";
import type { CompileReport, RunSource, Stage } from "./run-state.ts";
import type { SavedGroup, SavedState } from "./saved-state.ts";
import type { Shares, TypingPace } from "./settings.ts";

/** What a person does, or a cue in their place. */
export type Deed =
  /** Somebody typed, a cue did, or the pane's slide. The editor takes a text that is not its own as one step. */
  | { readonly kind: "text"; readonly file: string; readonly text: string }
  /** The texts of the other window are to be shown; those of this one are the other ones then. */
  | { readonly kind: "swap-texts" }
  /** The texts of the other window are not wanted. */
  | { readonly kind: "drop-elsewhere" }
  /** A file is chosen. The console turns to the run of that file, if there is one. */
  | { readonly kind: "file"; readonly file: string }
  /** Somebody wants to see a line of the program. The editor opens there. */
  | { readonly kind: "go-to"; readonly place: Place }
  /** Somebody points at something in the timeline that a line is about; null where they no longer do. */
  | { readonly kind: "point"; readonly place: Place | null }
  /** The network is set for the next run. */
  | { readonly kind: "network"; readonly conditions: NetworkConditions }
  /** How fast the clock goes is set, for what runs, too. */
  | { readonly kind: "speed"; readonly speed: number }
  /** The borders between the areas are moved. */
  | { readonly kind: "split"; readonly split: Shares }
  /** An area is to fill the pane; null gives the others their room again. */
  | { readonly kind: "maximise"; readonly area: string | null }
  /** The size of the deck's code is changed, in the deck's units. */
  | { readonly kind: "code-size"; readonly size: number }
  /** The program is to run: what runs is ended, `stage` and `report` follow, then `runs-began`. */
  | { readonly kind: "run" }
  /** What goes on is to end: the run; where there is none, what is evaluated at the prompt; else what that left behind. */
  | { readonly kind: "stop" }
  /** The clock of what runs is to stand still, or to go on. */
  | { readonly kind: "pause" }
  /** The next thing that is due is to happen; what runs is paused first. */
  | { readonly kind: "step" }
  /** All is to be as the author made it. */
  | { readonly kind: "reset" }
  /** What stands in the prompt, not entered yet. */
  | { readonly kind: "prompt-text"; readonly text: string }
  /** What was entered by hand so far, oldest first. */
  | { readonly kind: "prompt-history"; readonly entries: readonly string[] }
  /** A text is entered. `prompt-given` follows, or `prompt-unused`; where nothing runs, the program does first. */
  | { readonly kind: "prompt-enter"; readonly text: string }
  /** What is evaluated at the prompt is to be let go of; where that is nothing, this is "stop". */
  | { readonly kind: "prompt-interrupt" }
  /** An earlier entry of the shown run is to be changed and entered again. */
  | { readonly kind: "prompt-recall"; readonly prompt: number }
  /** The playhead goes to a moment of the shown run and stays there; null is the newest one, which moves on. */
  | { readonly kind: "seek"; readonly position: Position | null }
  /** The shown run is to be played again. `played` follows, frame by frame. */
  | { readonly kind: "play" }
  /** The playhead is to stand still. */
  | { readonly kind: "halt" }
  /** How fast a run is played again, against its own clock. */
  | { readonly kind: "play-speed"; readonly speed: number }
  /** The console is to show another one of the runs on the timeline. */
  | { readonly kind: "choose"; readonly run: number }
  /** What has run last is kept, to be compared with what runs next. */
  | { readonly kind: "keep" }
  | { readonly kind: "forget-kept" }
  /** Somebody is to say when each run will end, in milliseconds up to `longest`. */
  | { readonly kind: "predict"; readonly longest: number }
  /** When a run is expected to end, in milliseconds. */
  | { readonly kind: "guess"; readonly label: string; readonly t: number }
  | { readonly kind: "forget-guesses" }
  /** The next cue is to be played; what is still being typed is done at once first. */
  | { readonly kind: "cue-next" }
  /** The pane is to be where it is after so many cues, whatever was typed. */
  | { readonly kind: "cue-go"; readonly count: number }
  /** How fast cues are typed. */
  | { readonly kind: "cue-pace"; readonly pace: TypingPace }
  /** Nobody is near the pane any more: its prompt closes. */
  | { readonly kind: "leave" };

/** What comes of it. */
export type Consequence =
  /** How far the pane is with running its program. */
  | { readonly kind: "stage"; readonly stage: Stage }
  /** What the compiler said. */
  | { readonly kind: "report"; readonly report: CompileReport }
  /** Programs have begun: they take the place of what ran before. The first has the number `first`. */
  | {
      readonly kind: "runs-began";
      readonly first: number;
      readonly planned: readonly PlannedRun[];
      /** The texts that they were made from: name and text of each file. */
      readonly files: readonly (readonly [name: string, text: string])[];
      readonly speed: number;
    }
  /** More has happened in run `run`; `at` is the page's time. */
  | {
      readonly kind: "run-events";
      readonly run: number;
      readonly at: number;
      readonly events: readonly TraceEvent[];
    }
  /** The clock of a run showed `t` milliseconds at a time of the page, and goes on at a speed. */
  | {
      readonly kind: "run-clock";
      readonly run: number;
      readonly at: number;
      readonly t: number;
      readonly speed: number;
    }
  /** The worker of a run is gone, and its prompt with it. */
  | { readonly kind: "run-closed"; readonly run: number }
  /** Runs from elsewhere take the place of what ran before. */
  | {
      readonly kind: "runs-shown";
      readonly source: Exclude<RunSource, "run">;
      readonly runs: readonly RecordedRun[];
    }
  /** Nothing is shown any more. */
  | { readonly kind: "runs-cleared" }
  /** An entry was handed to a run. */
  | { readonly kind: "prompt-given"; readonly run: number }
  /** No run evaluates an entry: it must not be lost. */
  | { readonly kind: "prompt-unused"; readonly text: string }
  /** The playhead has gone on by itself; without `goes` it has come to the end. */
  | { readonly kind: "played"; readonly position: Position; readonly goes: boolean }
  /** Cues are being typed no longer. */
  | { readonly kind: "cue-typed" }
  /** The pane itself failed, in a sentence; null where that is mended. */
  | { readonly kind: "problem"; readonly text: string | null }
  | { readonly kind: "hint"; readonly text: string }
  /** What was kept of the pane before the page was loaded. */
  | { readonly kind: "draft"; readonly draft: Draft }
  /** Another window has changed the same pane: these are its texts. */
  | { readonly kind: "elsewhere"; readonly files: ChangedTexts }
  | { readonly kind: "kept-runs"; readonly groups: readonly SavedGroup[] }
  /** All of another pane's state: what a follower that comes late hears first. */
  | { readonly kind: "state"; readonly state: SavedState };

export type PaneEvent = Deed | Consequence;

/** The event that tells what went wrong; an error's message is a sentence for the viewer. */
export function problemEvent(error: unknown): PaneEvent {
  return { kind: "problem", text: error instanceof Error ? error.message : String(error) };
}
