// The events of a pane: deeds (what a person does) and consequences (what follows). They are plain JSON data, so that a
// stream of them can be stored, sent to another window and replayed.

import type { NetworkConditions } from "../../protocol/protocol.ts";
import type { Place, TraceEvent } from "../../trace/events/events.ts";
import type { Position } from "../../trace/moment/playhead.ts";
import type { RecordedRun } from "../../trace/recording/recording.ts";
import type { PlannedRun } from "../markup/planned-runs.ts";
import type { ChangedTexts } from "./changed-texts.ts";
import type { Draft } from "./draft.ts";
import type { CompileReport, RunSource, Stage } from "./run-state.ts";
import type { SavedGroup, SavedState } from "./saved-state.ts";
import type { Shares, ThreadChoice, TypingPace } from "./settings.ts";

/** What a person does, or a cue in their place. */
export type Deed =
  /**
   * A text has changed, by typing, by a cue or by the pane's slide. If the editor has another text, it takes this one
   * as one undoable step.
   */
  | { readonly kind: "text"; readonly file: string; readonly text: string }
  /** The texts of the other window are to be shown. Those of this window become the other ones. */
  | { readonly kind: "swap-texts" }
  /** The texts of the other window are to be dropped. */
  | { readonly kind: "drop-elsewhere" }
  /** A file is chosen. The console shows the run of that file, if there is one. */
  | { readonly kind: "file"; readonly file: string }
  /** A line of the program is to be shown. The editor opens there. */
  | { readonly kind: "go-to"; readonly place: Place }
  /** The line that the thing under the pointer in the timeline belongs to; null if there is none any more. */
  | { readonly kind: "point"; readonly place: Place | null }
  /** The conditions of the network for the next run. */
  | { readonly kind: "network"; readonly conditions: NetworkConditions }
  /** The speed of the clock, also of what runs now. */
  | { readonly kind: "speed"; readonly speed: number }
  /** How the threads of the next run are to run. */
  | { readonly kind: "threads"; readonly threads: ThreadChoice }
  /** The borders between the areas were moved. */
  | { readonly kind: "split"; readonly split: Shares }
  /** An area is to fill the pane; null restores all areas. */
  | { readonly kind: "maximise"; readonly area: string | null }
  /** The size of the deck's code has changed, in the deck's units. */
  | { readonly kind: "code-size"; readonly size: number }
  /** The program is to run. What runs now is ended; `stage` and `report` follow, then `runs-began`. */
  | { readonly kind: "run" }
  /**
   * Stops the run; if none runs, interrupts the entry of the prompt; if there is none, ends what earlier entries left
   * running.
   */
  | { readonly kind: "stop" }
  /** Pauses the clock of what runs, or resumes it. */
  | { readonly kind: "pause" }
  /** The next timer or reply that is due happens. A run that is not paused is only paused by this. */
  | { readonly kind: "step" }
  /** Everything is to be as the author made it. */
  | { readonly kind: "reset" }
  /** The text in the prompt, not entered yet. */
  | { readonly kind: "prompt-text"; readonly text: string }
  /** All entries made by hand so far, oldest first. */
  | { readonly kind: "prompt-history"; readonly entries: readonly string[] }
  /** A text is entered. `prompt-given` or `prompt-unused` follows. If no run is open, the program runs first. */
  | { readonly kind: "prompt-enter"; readonly text: string }
  /** The entry that is being evaluated is to be interrupted. If there is none, this is "stop". */
  | { readonly kind: "prompt-interrupt" }
  /** An earlier entry of the shown run is put into the prompt, to be changed and entered again. */
  | { readonly kind: "prompt-recall"; readonly prompt: number }
  /**
   * The playhead goes to a moment of the shown run and stays there. null is the newest moment, which moves while a
   * program runs.
   */
  | { readonly kind: "seek"; readonly position: Position | null }
  /** The shown run is to be played again. `played` follows in each frame. */
  | { readonly kind: "play" }
  /** The playhead is to stop. */
  | { readonly kind: "halt" }
  /** The speed at which a run is played again; 1 is the run's own clock. */
  | { readonly kind: "play-speed"; readonly speed: number }
  /** The console is to show another of the runs on the timeline, given by its index. */
  | { readonly kind: "choose"; readonly run: number }
  /** The newest runs are kept, to be compared with the next ones. */
  | { readonly kind: "keep" }
  | { readonly kind: "forget-kept" }
  /** The viewer is asked when each run will end. The sliders go up to `longest` milliseconds. */
  | { readonly kind: "predict"; readonly longest: number }
  /** The viewer's guess for a run, in milliseconds. */
  | { readonly kind: "guess"; readonly label: string; readonly t: number }
  | { readonly kind: "forget-guesses" }
  /**
   * The next cue is to be played. If a cue is still being typed, it is completed at once instead. If the pane is still
   * being brought to the state after a cue, it is brought to the state after the next one.
   */
  | { readonly kind: "cue-next" }
  /** The pane is to be in the state after `count` cues, whatever was typed. */
  | { readonly kind: "cue-go"; readonly count: number }
  /** The pace at which cues are typed. */
  | { readonly kind: "cue-pace"; readonly pace: TypingPace }
  /** The slide is far away: the prompt closes. */
  | { readonly kind: "leave" };

/** What follows from deeds. */
export type Consequence =
  /** The pane's progress in running its program. */
  | { readonly kind: "stage"; readonly stage: Stage }
  /** The compiler's result. */
  | { readonly kind: "report"; readonly report: CompileReport }
  /** Programs have started and replace the runs before. The first of them has the number `first`. */
  | {
      readonly kind: "runs-began";
      readonly first: number;
      readonly planned: readonly PlannedRun[];
      /** The texts that the runs were made from: name and text of each file. */
      readonly files: readonly (readonly [name: string, text: string])[];
      readonly speed: number;
      /** True if time jumps in these runs: they cannot be paused. */
      readonly jumps: boolean;
    }
  /** New events of the run with the number `run`; `at` is the page's time. */
  | {
      readonly kind: "run-events";
      readonly run: number;
      readonly at: number;
      readonly events: readonly TraceEvent[];
    }
  /** The clock of a run showed `t` milliseconds at the page's time `at`, and goes on at `speed`. */
  | {
      readonly kind: "run-clock";
      readonly run: number;
      readonly at: number;
      readonly t: number;
      readonly speed: number;
    }
  /** The worker of a run is gone, so its prompt is closed. */
  | { readonly kind: "run-closed"; readonly run: number }
  /** Runs from elsewhere replace the runs before. */
  | {
      readonly kind: "runs-shown";
      readonly source: Exclude<RunSource, "run">;
      readonly runs: readonly RecordedRun[];
    }
  /** No run is shown any more. */
  | { readonly kind: "runs-cleared" }
  /** An entry was handed to a run. */
  | { readonly kind: "prompt-given"; readonly run: number }
  /** No run evaluates this entry: it goes back into the prompt. */
  | { readonly kind: "prompt-unused"; readonly text: string }
  /** The playhead has moved by itself. `goes` is false at the end of the run. */
  | { readonly kind: "played"; readonly position: Position; readonly goes: boolean }
  /** The cue is complete: nothing is being typed any more. */
  | { readonly kind: "cue-typed" }
  /** The pane itself failed: a sentence for the viewer. null if the failure is over. */
  | { readonly kind: "problem"; readonly text: string | null }
  | { readonly kind: "hint"; readonly text: string }
  /** The draft that was stored before the page was loaded. */
  | { readonly kind: "draft"; readonly draft: Draft }
  /** Another window has changed the same pane. These are its changed texts. */
  | { readonly kind: "elsewhere"; readonly files: ChangedTexts }
  | { readonly kind: "kept-runs"; readonly groups: readonly SavedGroup[] }
  /** The whole state of another pane: the first event that a mirror hears. */
  | { readonly kind: "state"; readonly state: SavedState };

export type PaneEvent = Deed | Consequence;

/** Returns the `problem` event for an error. The error's message is a sentence for the viewer. */
export function problemEvent(error: unknown): PaneEvent {
  return { kind: "problem", text: error instanceof Error ? error.message : String(error) };
}
