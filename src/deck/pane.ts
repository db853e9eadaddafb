// A live pane: an example that can be edited and run. Composes editor, runs, console, timeline and cues.

import type { Place } from "../trace/events.ts";
import { promptOf } from "../trace/prompt-place.ts";
import { type Recording, record } from "../trace/recording.ts";
import { parseUnit, plainTimes, type Times, timesIn } from "../trace/times.ts";
import type { Trace } from "../trace/trace.ts";
import { ask } from "./ask.ts";
import { type Draft, loadDraft, saveDraft } from "./drafts.ts";
import { paneKey } from "./keys.ts";
import { defaultSettings, NetworkPanel, type PanelSettings } from "./network-panel.ts";
import { cuesOf, PaneCues } from "./pane-cues.ts";
import { PaneEditor } from "./pane-editor.ts";
import { PaneLayout } from "./pane-layout.ts";
import { PanePrompt } from "./pane-prompt.ts";
import { PaneResults } from "./pane-results.ts";
import {
  areUnable,
  type CompileReport,
  PaneRuns,
  type PaneState,
  recordRuns,
  whenUnable,
} from "./pane-runs.ts";
import { PaneTabs } from "./pane-tabs.ts";
import { PaneTexts } from "./pane-texts.ts";
import { PaneTimeline } from "./pane-timeline.ts";
import { PaneTools } from "./pane-tools.ts";
import { type PlannedRun, plannedRuns } from "./planned-runs.ts";
import { isPrintView } from "./print-view.ts";
import { Recorded } from "./recorded.ts";
import { loadResults, saveResults } from "./results.ts";

/** Sent by a pane, bubbling, when one of its texts has changed. */
export const paneTextEvent = "pane-text";
/** Milliseconds: what can be predicted of a program that has not run. */
const longestGuess = 10_000;

/** Sent by a pane, bubbling, when its runs have more to show. */
export const paneTraceEvent = "pane-trace";

/** A live pane at work: composed from its element's markup. */
export class Pane {
  readonly #host: HTMLElement;
  #draft: Draft = {};
  #texts!: PaneTexts;
  #tabs!: PaneTabs;
  #layout!: PaneLayout;
  #network!: NetworkPanel;
  #runs!: PaneRuns;
  #recorded!: Recorded;
  #prompt!: PanePrompt;
  #results!: PaneResults;
  #timeline!: PaneTimeline;
  #cues: PaneCues | undefined;
  #tools!: PaneTools;
  readonly #actions = {
    run: () => void this.run(),
    stop: () => this.stop(),
    reset: () => void this.reset(),
    pause: () => this.togglePause(),
    step: () => this.step(),
  };
  #editor!: PaneEditor;
  #shownTrace: Trace | undefined;
  #isRestored = false;

  /** @param host the element, with the markup of pane-template.ts in it */
  constructor(host: HTMLElement) {
    this.#host = host;
    // A recording is one of the author's text.
    this.#draft = isPrintView() ? {} : loadDraft(host.id);
    this.#compose();
    this.#composeTimeline();
    this.#cues = this.#composeCues();
    this.#listen();
    this.#showState("idle");
    this.#tellOutdated();
  }

  /** The text of the file that is shown. */
  get text(): string {
    return this.files.get(this.file) ?? "";
  }

  set text(text: string) {
    this.setText(this.file, text);
  }

  /** The name of the file that is shown. */
  get file(): string {
    return this.#tabs.selected;
  }

  set file(file: string) {
    this.#tabs.select(file);
  }

  /** The present text of each file by its name. */
  get files(): ReadonlyMap<string, string> {
    return this.#texts.current;
  }

  /** The newest run, or those of a race and of workers; they grow while they run. */
  get traces(): readonly Trace[] {
    return this.#runs.traces;
  }

  /** What the newest runs have recorded so far, as plain JSON. */
  get trace(): Recording {
    return record(this.#runs.traces);
  }

  /** Replaces a file's text, as one step that can be undone where the editor is open. */
  setText(file: string, text: string): void {
    if (this.#editor.isOpen) this.#editor.setText(file, text);
    else this.#takeText(file, text);
  }

  /**
   * Runs the pane's program and resolves with its recording when it has ended, however it ended. Where it did not even
   * begin, because of errors in the code or another call of `run`, the recording has no runs.
   */
  async run(): Promise<Recording> {
    // The box of the network would cover what it was set for.
    this.#part("network-panel").hidePopover();
    this.#timeline.begin();
    const { conditions: network, speed } = this.#network.settings;
    const clock = { kind: "live", speed } as const;
    const traces = await this.#runs.start(this.files, this.#planned(), { network, clock });
    const recording = record(traces);
    if (areUnable(traces)) void whenUnable().then((problem) => this.#recorded.standIn(problem));
    // A reset may have come in between.
    else if (traces.length > 0 && traces[0] === this.traces[0]) saveResults(this.#host.id, recording);
    return recording;
  }

  /**
   * Runs the pane's program in deterministic mode: time passes at once, and the same text, network and seed give the same
   * recording to the last character, here and in Node. Nothing of it is shown.
   * @param seed whole number
   */
  async record(seed = 1): Promise<Recording> {
    const { conditions } = this.#network.settings;
    return record(await recordRuns(this.files, this.#planned(), conditions, seed));
  }

  /**
   * Ends the run whatever it is doing; where the program is over, lets go of what was entered at the prompt, or ends what
   * that left behind.
   */
  stop(): void {
    if (this.#runs.state !== "idle") this.#runs.stop();
    else if (!this.#prompt.interrupt() && this.#runs.isGoing) this.#runs.close();
  }

  /** Lets the clock of what runs stand still, or go on. */
  togglePause(): void {
    if (this.#runs.isPaused) this.#runs.setSpeed(this.#network.settings.speed);
    else if (this.#runs.isRunning) this.#runs.setSpeed(0);
  }

  /** Lets the next thing that is due happen, and the clock stand still from there; pauses what runs first. */
  step(): void {
    if (this.#runs.isPaused) this.#runs.step();
    else this.togglePause();
  }

  /** Puts the keyboard into the prompt. */
  prompt(): void {
    this.#results.focusPrompt();
  }

  /** Puts back the author's text, after asking where the audience's would be lost; clears output and timeline. */
  async reset(): Promise<void> {
    const changed = Object.keys(this.#texts.changed);
    if (changed.length > 0 && !(await this.#confirmReset(changed))) return;
    for (const file of changed) this.setText(file, this.#texts.original(file));
    this.#results.forgetKept();
    this.#timeline.reset();
    this.#cues?.player.reset();
    this.#runs.clear();
    saveResults(this.#host.id, this.trace);
    this.#network.settings = defaultSettings;
    this.#layout.reset();
    this.#tabs.select(this.#entries()[0] ?? "");
    this.#showReport({ ok: true, diagnostics: [] });
    const { conditions: network, speed } = defaultSettings;
    this.#keep({ files: {}, network, speed, split: {} });
  }

  /** Plays the next cue; false where there is none. */
  nextCue(): boolean {
    const { player } = this.#cues ?? {};
    if (!player || player.done >= player.cues.length) return false;
    void player.next();
    return true;
  }

  /** Takes the last cue back. */
  lastCue(): void {
    void this.#cues?.player.back();
  }

  /** Brings the pane to where the last cue led, whatever was typed since. */
  rescue(): void {
    const { player } = this.#cues ?? {};
    if (player) void player.goTo(player.done);
  }

  /** Puts the keyboard onto the playhead. */
  scrub(): void {
    this.#results.timeline.focusPlayhead();
  }

  /** Keeps what has run, to be compared with what runs next. */
  keep(): void {
    this.#results.keep();
  }

  /** Puts the keyboard into the editor, as soon as it is there. */
  edit(): Promise<void> {
    return this.#editor.focus();
  }

  /** Opens the editor in place of the highlighted text: called when the pane's slide comes near. */
  wake(): Promise<void> {
    if (!this.#isRestored) {
      this.#runs.restore(loadResults(this.#host.id));
      this.#results.restoreKept();
      whenUnable().then(
        (problem) => this.#recorded.standIn(problem),
        // Run loads again what could not be loaded, and says so.
        () => undefined,
      );
    }
    this.#isRestored = true;
    return this.#editor.open();
  }

  /** Nobody sees the pane any more: what is played again stands still. */
  rest(): void {
    this.#results.playhead.pause();
  }

  /** Shows the recording that ships with the deck in place of runs. */
  showRecorded(): Promise<void> {
    return this.#recorded.show();
  }

  /** Shows it at once where there is nothing else to show: called when the page is about to be printed. */
  showForPrint(): void {
    this.#recorded.showForPrint();
    this.#results.drawNow();
  }

  /** Called when the page has been printed. */
  endPrint(): void {
    this.#recorded.hide();
  }

  /** Closes the editor and the prompt: called when the slide is far. Texts and results stay. */
  sleep(): void {
    this.#editor.close();
    if (this.#runs.state === "idle") this.#runs.close();
  }

  #part(name: string): HTMLElement {
    const part = this.#host.querySelector<HTMLElement>(`[data-part="${name}"]`);
    if (!part) throw new Error(`The markup of pane "${this.#host.id}" has no part "${name}".`);
    return part;
  }

  #compose(): void {
    const { network: conditions = defaultSettings.conditions, speed = defaultSettings.speed } = this.#draft;
    this.#texts = new PaneTexts(this.#part("code"), this.#draft.files);
    this.#texts.show();
    this.#editor = new PaneEditor({
      pane: this.#host.id,
      host: this.#part("editor"),
      files: () => this.files,
      file: () => this.file,
      onText: (file, text) => this.#takeText(file, text),
      onLeave: () => this.#host.focus({ preventScroll: true }),
      onShown: (isShown) => this.#showEditor(isShown),
      onProblem: (error) => this.#results.tellProblem(error),
    });
    this.#tabs = new PaneTabs(this.#part("tabs"), this.#part("code"), (file) => this.#showFile(file));
    this.#layout = new PaneLayout(this.#part("areas"), this.#draft.split ?? {}, (split) =>
      this.#keep({ split }),
    );
    this.#network = new NetworkPanel(
      this.#part("network-panel"),
      this.#part("network"),
      { conditions, speed },
      (settings) => this.#takeSettings(settings),
    );
    this.#runs = new PaneRuns({
      onState: (state) => this.#showState(state),
      onReport: (report) => this.#showReport(report),
      onProblem: (error) => this.#results.tellProblem(error),
      onEvents: () => this.#onEvents(),
    });
    this.#recorded = new Recorded({
      pane: this.#host.id,
      runs: this.#runs,
      isOriginal: () => Object.keys(this.#texts.changed).length === 0,
      onHint: (sentence) => this.#results.tellHint(sentence),
      onProblem: (error) => this.#results.tellProblem(error),
    });
    this.#prompt = new PanePrompt({
      session: () => this.#runs.session(this.#results.shown),
      run: () => this.run(),
      onProblem: (error) => this.#results.tellProblem(error),
      onChange: () => this.#onEvents(),
      onEnded: () => {
        // What the program itself records is kept when it has ended.
        if (!this.#runs.isRunning) saveResults(this.#host.id, this.trace);
      },
      onUnused: (text) => this.#results.giveBack(text),
    });
    const [console, timeline, status] = [this.#part("console"), this.#part("timeline"), this.#part("status")];
    const times = this.#times();
    this.#results = new PaneResults({ console, timeline, status }, this.#runs, {
      pane: this.#host.id,
      planned: this.#planned(),
      files: () => this.files,
      times,
      onPlace: (place) => this.#jump(place),
      isRecorded: () => this.#recorded.isShown,
      isPromptBusy: () => this.#prompt.isBusy,
      onLineMarks: (marks, files) => this.#editor.setLineMarks(marks, files),
      onLight: (place) => this.#editor.light(place),
      onDraw: () => {
        this.#showTools();
        this.#timeline.show();
      },
      onChange: () => this.#host.classList.toggle("is-comparing", this.#results?.hasKept ?? false),
      prompt: {
        onEnter: (text) => this.#enter(text),
        isComplete: (text) => this.#prompt.isComplete(text),
        complete: (text) => this.#prompt.complete(text),
        onInterrupt: () => this.#interrupt(),
        history: this.#draft.history ?? [],
        onHistory: (history) => this.#keep({ history }),
      },
    });
  }

  /** What the box of the timeline does; see there. */
  #composeTimeline(): void {
    this.#timeline = new PaneTimeline({
      pane: this.#host.id.replace(/-1$/, ""),
      labels: this.#planned().map(({ label }) => label),
      times: this.#times(),
      area: this.#host,
      host: this.#part("timeline"),
      panel: this.#part("tools-panel"),
      button: this.#part("more"),
      results: this.#results,
      longestGuess: () => 1.5 * Math.max(0, ...this.traces.map(({ duration }) => duration)) || longestGuess,
      onOpened: (traces) => this.#runs.show(traces),
    });
  }

  /** Where the pane has cues, the bar that plays them. */
  #composeCues(): PaneCues | undefined {
    const cues = cuesOf(this.#host);
    if (cues.length === 0) return undefined;
    return new PaneCues(cues, {
      part: (name) => this.#part(name),
      stage: {
        originals: () => new Map(this.#tabs.files.map((file) => [file, this.#texts.original(file)])),
        text: (file) => this.files.get(file) ?? "",
        setText: (file, text) => this.setText(file, text),
        show: (file) => this.#tabs.select(file),
        run: () => this.run(),
        keep: () => this.keep(),
        typePrompt: (text) => this.#results.typePrompt(text),
        enterPrompt: (text) => this.#enter(text),
        onProblem: (error) => this.#results.tellProblem(error),
      },
    });
  }

  #listen(): void {
    this.#tools = new PaneTools((name) => this.#part(name), this.#actions);
    // Who clicks the code wants to edit it, also before the editor is there.
    this.#part("code").addEventListener("pointerup", () => {
      if (!this.#editor.isOpen) void this.edit();
    });
    // On the way down: Monaco has uses of its own for these keys.
    this.#host.addEventListener("keydown", (event) => this.#takeKey(event), { capture: true });
  }

  /** What is entered is answered now, so that is what is shown. */
  #enter(text: string): void {
    this.#results.playhead.seek(undefined);
    this.#prompt.enter(text);
  }

  #takeKey(event: KeyboardEvent): void {
    if (this.#results.promptTakesKey(event)) return;
    if (event.key === "Escape" && this.#hasFocusedControl()) this.#host.focus({ preventScroll: true });
    const act = paneKey(event, this.#actions);
    if (!act) return;
    event.preventDefault();
    event.stopPropagation();
    act();
  }

  /** Not the editor and an open box, which have uses of their own for Esc. */
  #hasFocusedControl(): boolean {
    const { activeElement } = document;
    return (
      activeElement !== this.#host &&
      this.#host.contains(activeElement) &&
      !activeElement?.closest(".monaco-editor, [popover]")
    );
  }

  #entries(): string[] {
    return [this.#host.getAttribute("src"), this.#host.getAttribute("against")].filter(
      (name) => name !== null,
    );
  }

  /** How the pane's times are written: the unit of its story, where its slide gives one. */
  #times(): Times {
    const unit = parseUnit(this.#host.getAttribute("unit") ?? "");
    return unit ? timesIn(unit) : plainTimes;
  }

  #planned(): PlannedRun[] {
    const [workers, name] = [this.#host.getAttribute("workers"), this.#host.getAttribute("worker-name")];
    return plannedRuns(this.#entries(), { workers, name });
  }

  #takeText(file: string, text: string): void {
    if (!this.#texts.set(file, text)) return;
    if (!this.#editor.isOpen) this.#texts.show();
    this.#keep({ files: this.#texts.changed });
    this.#host.dispatchEvent(new Event(paneTextEvent, { bubbles: true }));
  }

  #keep(change: Draft): void {
    // Another window may have kept something meanwhile.
    this.#draft = { ...this.#draft, ...loadDraft(this.#host.id), ...change };
    saveDraft(this.#host.id, this.#draft);
  }

  #showEditor(isShown: boolean): void {
    this.#host.classList.toggle("has-editor", isShown);
    if (isShown) this.#results.tellProblem(undefined);
    else this.#texts.show();
  }

  #showFile(file: string): void {
    this.#editor.show(file);
    this.#results.showFile(file);
  }

  #jump(place: Place): void {
    const prompt = promptOf(place);
    if (prompt === undefined) {
      this.#tabs.select(place.file);
      void this.#editor.reveal(place);
    } else {
      this.#results.editEntry(prompt);
    }
  }

  #confirmReset(files: readonly string[]): Promise<boolean> {
    return ask({
      title: "Reset this pane?",
      text: `Your changes to ${files.join(" and ")} will be replaced by the original text.`,
      yes: "Reset",
      no: "Keep my changes",
    });
  }

  /** Neither the audience's text nor the author's new one may be lost without a word. */
  #tellOutdated(): void {
    const { outdated } = this.#texts;
    if (outdated.length === 0) return;
    const text = `You changed ${outdated.join(" and ")} before the deck did. You see your text; Reset shows the deck's.`;
    this.#results.tellHint(text);
  }

  #showState(state: PaneState): void {
    this.#host.dataset.state = state;
    this.#showTools();
    this.#results.schedule();
  }

  /** As in every terminal: takes back what is being typed; else lets go of what is evaluated; else ends the program. */
  #interrupt(): void {
    if (this.#results.clearPrompt()) return;
    if (!this.#prompt.interrupt()) this.stop();
  }

  #showTools(): void {
    const { state, isRunning, isGoing, isPaused } = this.#runs;
    const isBusy = state !== "idle" || isGoing || this.#prompt.isBusy;
    this.#tools.show({ isBusy, isRunning, isPaused });
    this.#host.classList.toggle("is-paused", isPaused);
  }

  #takeSettings({ conditions: network, speed }: PanelSettings): void {
    this.#keep({ network, speed });
    if (!this.#runs.isPaused) this.#runs.setSpeed(speed);
  }

  #showReport(report: CompileReport): void {
    this.#editor.setMarkers(report.diagnostics);
    this.#results.tellReport(report);
  }

  #onEvents(): void {
    if (this.#runs.traces[0] !== this.#shownTrace) {
      this.#shownTrace = this.#runs.traces[0];
      this.#results.restart();
    }
    this.#prompt.follow();
    this.#results.schedule();
    this.#host.dispatchEvent(new Event(paneTraceEvent, { bubbles: true }));
  }
}
