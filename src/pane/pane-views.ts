// The views of a pane. Each one reads the pane's state and sends what a person does. No view knows another, and they
// may be created in any order.

import type { Cast } from "../talk/cast.ts";
import { CodeView } from "./code/code-view.ts";
import { LineMarking } from "./code/line-marking.ts";
import { CueBar } from "./cueing/cue-bar.ts";
import { cuesOf, greenFunctionsOf, partOf, timesOf } from "./markup/pane-host.ts";
import { NetworkPanel } from "./network/network-panel.ts";
import { ConsoleBox, noAnswers, type PromptAnswers } from "./output/console-box.ts";
import { Drawing } from "./output/drawing.ts";
import { FileTools } from "./output/file-tools.ts";
import { greenThreads } from "./output/green-threads.ts";
import { Prediction } from "./output/prediction.ts";
import { StatusLine } from "./output/status-line.ts";
import { addThreadsBar } from "./output/threads-bar.ts";
import { TimelineBox } from "./output/timeline-box.ts";
import { TimelineTools } from "./output/timeline-tools.ts";
import type { PaneControls } from "./pane-controls.ts";
import { PaneLayout } from "./pane-layout.ts";
import { PaneTools } from "./pane-tools.ts";
import type { Store } from "./state/pane-store.ts";
import { ThreadsPanel } from "./threads/threads-panel.ts";

export interface PaneViewsOptions {
  /** The pane's element, filled by pane-template.ts. */
  readonly pane: HTMLElement & PaneControls;
  readonly store: Store;
  readonly cast: Cast;
  /** `undefined` in a mirror, which has no editor either. */
  readonly answers: PromptAnswers | undefined;
  /** Signalled when the pane no longer needs its views. */
  readonly end: AbortSignal;
}

export class PaneViews {
  readonly code: CodeView;
  readonly console: ConsoleBox;
  readonly timeline: TimelineBox;
  readonly drawing: Drawing;

  constructor({ pane, store, cast, answers, end }: PaneViewsOptions) {
    const part = (name: string) => partOf(pane, name);
    const times = timesOf(pane);
    const cues = cuesOf(pane);
    this.code = new CodeView({ pane, store, lookOf: cast.task, canEdit: answers !== undefined });
    const isGreen = greenThreads(greenFunctionsOf(pane));
    this.console = new ConsoleBox({
      host: part("console"),
      store,
      cast,
      isGreen,
      answers: answers ?? noAnswers,
    });
    addThreadsBar(pane, store, answers !== undefined);
    this.timeline = new TimelineBox({ host: part("timeline"), store, cast, times, isGreen });
    const tools = new PaneTools(pane, store, part);
    new PaneLayout(part("areas"), store);
    new NetworkPanel(part("network-panel"), part("network"), store);
    new ThreadsPanel({ pane, store, canLink: answers !== undefined });
    new Prediction({ store, times, host: part("timeline"), button: part("more") });
    if (cues.length > 0) new CueBar(pane, cues, store);
    const timelineTools = this.#makeTools(pane, store, end);
    this.drawing = new Drawing(store, [
      this.timeline,
      new LineMarking(this.code.editor, times),
      new StatusLine(part("status"), times),
      tools,
      timelineTools,
      // Last: it scrolls to the newest line, which forces a layout of everything that was changed before.
      this.console,
    ]);
  }

  #makeTools(pane: HTMLElement, store: Store, end: AbortSignal): TimelineTools {
    const files = new FileTools({
      name: pane.id.replace(/-1$/, ""),
      store,
      figure: partOf(pane, "timeline"),
    });
    files.acceptDrops(pane, end);
    return new TimelineTools({
      panel: partOf(pane, "tools-panel"),
      button: partOf(pane, "more"),
      timeline: this.timeline.view,
      store,
      files,
    });
  }
}
