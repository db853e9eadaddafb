// The parts of a pane at work: made from its element's markup, and told of each other.

import { type Cast, plainCast } from "../talk/cast.ts";
import { networkOf, type Talk } from "../talk/talk.ts";
import type { Place } from "../trace/events/events.ts";
import { promptOf } from "../trace/fold/prompts.ts";
import { record } from "../trace/recording/recording.ts";
import type { Trace } from "../trace/trace.ts";
import { PaneCode } from "./code/pane-code.ts";
import { PaneDraft } from "./code/pane-draft.ts";
import { cuesOf, PaneCues } from "./cues/pane-cues.ts";
import { languageIn, paneTextEvent, paneTraceEvent, partOf, runsOf, timesOf } from "./markup/pane-host.ts";
import { NetworkPanel, type PanelSettings } from "./network/network-panel.ts";
import { PaneResults } from "./output/pane-results.ts";
import { PaneTimeline } from "./output/pane-timeline.ts";
import { PaneLayout } from "./pane-layout.ts";
import { PanePrompt } from "./pane-prompt.ts";
import { PaneTools, type ToolActions } from "./pane-tools.ts";
import { recordingName } from "./runs/pane-program.ts";
import { type CompileReport, PaneRuns, type PaneState } from "./runs/pane-runs.ts";
import { Recorded } from "./runs/recorded.ts";
import { saveResults } from "./runs/results.ts";

/** What the parts ask of their pane. */
export interface PaneCalls extends ToolActions {
  /** Resolves when the program has ended, or could not begin. */
  readonly run: () => Promise<unknown>;
}

/** Milliseconds: what can be predicted of a program that has not run. */
const longestGuess = 10_000;

/** All parts of one pane. */
export class PaneParts {
  readonly draft: PaneDraft;
  readonly code: PaneCode;
  readonly layout: PaneLayout;
  readonly network: NetworkPanel;
  readonly runs: PaneRuns;
  readonly recorded: Recorded;
  readonly prompt: PanePrompt;
  readonly results: PaneResults;
  readonly timeline: PaneTimeline;
  /** Undefined where the pane has no cues. */
  readonly cues: PaneCues | undefined;
  readonly #tools: PaneTools;
  /** The settings of the network that nobody has changed. */
  readonly usualSettings: PanelSettings;
  readonly #cast: Cast;
  readonly #pane: HTMLElement;
  readonly #calls: PaneCalls;
  readonly #tellProblem = (error: unknown) => this.results.notices.tellProblem(error);
  #shownTrace: Trace | undefined;

  /**
   * @param pane the element, with the markup of pane-template.ts in it
   * @param talk that the pane belongs to
   */
  constructor(pane: HTMLElement, talk: Talk, calls: PaneCalls) {
    this.usualSettings = { conditions: networkOf(talk), speed: 1 };
    this.#cast = { ...plainCast, ...talk.cast };
    this.#pane = pane;
    this.#calls = calls;
    this.draft = new PaneDraft(pane.id);
    this.code = this.#makeCode();
    this.layout = this.#makeLayout();
    this.network = this.#makeNetwork();
    this.runs = this.#makeRuns();
    this.recorded = this.#makeRecorded();
    this.prompt = this.#makePrompt();
    this.results = this.#makeResults();
    this.timeline = this.#makeTimeline();
    this.cues = this.#makeCues();
    this.#tools = new PaneTools((name) => partOf(pane, name), calls);
    this.#showState("idle");
    this.#tellOutdated();
  }

  /** Shows what the compiler said. */
  showReport(report: CompileReport): void {
    this.code.editor.setMarkers(report.diagnostics);
    this.results.notices.tellReport(report);
  }

  /** Keeps what the newest runs have recorded, over a reload. */
  saveResults(): void {
    saveResults(this.#pane.id, record(this.runs.traces));
  }

  #makeCode(): PaneCode {
    return new PaneCode(this.#pane, {
      changed: this.draft.current.files,
      lookOf: this.#cast.task,
      onText: () => {
        this.draft.keep({ files: this.code.changed });
        this.#send(paneTextEvent);
      },
      onFile: (file) => this.results.showFile(file),
      onEditor: () => this.results.notices.tellProblem(undefined),
      onProblem: this.#tellProblem,
    });
  }

  #makeLayout(): PaneLayout {
    const { split = {} } = this.draft.current;
    return new PaneLayout(partOf(this.#pane, "areas"), split, (split) => this.draft.keep({ split }));
  }

  #makeNetwork(): NetworkPanel {
    const usual = this.usualSettings;
    const { network: conditions = usual.conditions, speed = usual.speed } = this.draft.current;
    const [panel, button] = [partOf(this.#pane, "network-panel"), partOf(this.#pane, "network")];
    return new NetworkPanel(panel, button, { conditions, speed }, (settings) => this.#takeSettings(settings));
  }

  #makeRuns(): PaneRuns {
    return new PaneRuns({
      onState: (state) => this.#showState(state),
      onReport: (report) => this.showReport(report),
      onProblem: this.#tellProblem,
      onEvents: () => this.#followRuns(),
    });
  }

  #makeRecorded(): Recorded {
    return new Recorded({
      pane: this.#pane.id,
      runs: this.runs,
      present: () => recordingName(this.#pane, this.code),
      onHint: (sentence) => this.results.notices.tellHint(sentence),
      onProblem: this.#tellProblem,
    });
  }

  #makePrompt(): PanePrompt {
    return new PanePrompt({
      language: languageIn(this.#pane),
      session: () => this.runs.session(this.results.shown),
      run: this.#calls.run,
      onProblem: this.#tellProblem,
      onChange: () => this.#followRuns(),
      onEnded: () => {
        // What the program itself records is kept when it has ended.
        if (!this.runs.isRunning) this.saveResults();
      },
      onUnused: (text) => this.#giveBack(text),
    });
  }

  #makeResults(): PaneResults {
    const part = (name: string) => partOf(this.#pane, name);
    const places = { console: part("console"), timeline: part("timeline"), status: part("status") };
    return new PaneResults(places, this.runs, {
      pane: this.#pane.id,
      planned: runsOf(this.#pane),
      files: () => this.code.files,
      times: timesOf(this.#pane),
      cast: this.#cast,
      onPlace: (place) => this.#jump(place),
      isRecorded: () => this.recorded.isShown,
      isPromptBusy: () => this.prompt.isBusy,
      onLineMarks: (marks, files) => this.code.editor.setLineMarks(marks, files),
      onLight: (place) => this.code.editor.light(place),
      onDraw: () => {
        this.#showTools();
        this.timeline.show();
      },
      onChange: () => this.#pane.classList.toggle("is-comparing", this.results.hasKept),
      prompt: {
        onEnter: (text) => this.#enter(text),
        isComplete: (text) => this.prompt.isComplete(text),
        complete: (text) => this.prompt.complete(text),
        onInterrupt: () => this.#interrupt(),
        history: this.draft.current.history ?? [],
        onHistory: (history) => this.draft.keep({ history }),
      },
    });
  }

  /** What the box of the timeline does; see there. */
  #makeTimeline(): PaneTimeline {
    const longestRun = () => Math.max(0, ...this.runs.traces.map(({ duration }) => duration));
    return new PaneTimeline({
      pane: this.#pane.id.replace(/-1$/, ""),
      labels: runsOf(this.#pane).map(({ label }) => label),
      times: timesOf(this.#pane),
      area: this.#pane,
      host: partOf(this.#pane, "timeline"),
      panel: partOf(this.#pane, "tools-panel"),
      button: partOf(this.#pane, "more"),
      results: this.results,
      longestGuess: () => 1.5 * longestRun() || longestGuess,
      onOpened: (traces) => this.runs.show(traces),
    });
  }

  #makeCues(): PaneCues | undefined {
    const cues = cuesOf(this.#pane);
    if (cues.length === 0) return undefined;
    return new PaneCues(cues, {
      part: (name) => partOf(this.#pane, name),
      stage: {
        originals: () => this.code.originals,
        text: (file) => this.code.files.get(file) ?? "",
        setText: (file, text) => this.code.setText(file, text),
        show: (file) => {
          this.code.file = file;
        },
        run: this.#calls.run,
        hasSession: () => this.runs.session(this.results.shown) !== undefined,
        keep: () => this.results.keep(),
        typePrompt: (text) => this.results.promptView.setText(text),
        enterPrompt: (text) => this.#enter(text),
        onProblem: this.#tellProblem,
      },
    });
  }

  #send(event: string): void {
    this.#pane.dispatchEvent(new Event(event, { bubbles: true }));
  }

  #showState(state: PaneState): void {
    this.#pane.dataset.state = state;
    this.#showTools();
    this.results.schedule();
  }

  #showTools(): void {
    const { state, isRunning, isGoing, isPaused } = this.runs;
    const isBusy = state !== "idle" || isGoing || this.prompt.isBusy;
    this.#tools.show({ isBusy, isRunning, isPaused });
    this.#pane.classList.toggle("is-paused", isPaused);
  }

  /** Neither the audience's text nor the author's new one may be lost without a word. */
  #tellOutdated(): void {
    const { outdated } = this.code;
    if (outdated.length === 0) return;
    const text = `You changed ${outdated.join(" and ")} before the deck did. You see your text; Reset shows the deck's.`;
    this.results.notices.tellHint(text);
  }

  #takeSettings({ conditions: network, speed }: PanelSettings): void {
    this.draft.keep({ network, speed });
    if (!this.runs.isPaused) this.runs.setSpeed(speed);
  }

  #followRuns(): void {
    const [first] = this.runs.traces;
    if (first !== this.#shownTrace) {
      this.#shownTrace = first;
      this.results.restart();
    }
    this.prompt.follow();
    this.results.schedule();
    this.#send(paneTraceEvent);
  }

  #jump(place: Place): void {
    const prompt = promptOf(place);
    if (prompt === undefined) {
      this.code.file = place.file;
      void this.code.editor.reveal(place);
    } else {
      this.results.editEntry(prompt);
    }
  }

  /** What is entered is answered now, so that is what is shown. */
  #enter(text: string): void {
    this.results.playhead.seek(undefined);
    this.prompt.enter(text);
  }

  /** Nothing that was entered may be lost, nor what has been typed since. */
  #giveBack(text: string): void {
    const { promptView } = this.results;
    if (promptView.text === "") promptView.setText(text);
  }

  /** As in every terminal: takes back what is being typed; else lets go of what is evaluated; else ends the program. */
  #interrupt(): void {
    const { promptView } = this.results;
    if (promptView.text !== "") promptView.setText("");
    else if (!this.prompt.interrupt()) this.#calls.stop();
  }
}
