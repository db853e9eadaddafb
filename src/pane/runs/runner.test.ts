// Tests of the runner with made-up runs: the events that it sends.

import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { cow, printing, race } from "../../../testing/pane/made-up-pane.ts";
import { languageOf } from "../../languages/languages.ts";
import type { Run, RunKeeper, RunSetup } from "../../runner/run.ts";
import type { TraceEvent } from "../../trace/events/events.ts";
import type { Trace } from "../../trace/trace.ts";
import { isPaused, newestTraces } from "../state/going-on.ts";
import { firstState } from "../state/pane-state.ts";
import { PaneStore } from "../state/pane-store.ts";
import type { loadTools } from "./load-tools.ts";
import { Runner } from "./runner.ts";

/** A run without a worker. The test decides what happens in it. */
class MadeUpRun implements Pick<Run, "isOpen" | "isOver" | "trace" | "ended" | "setSpeed" | "step" | "stop"> {
  readonly told: string[] = [];
  readonly ended: Promise<Trace>;
  isOpen = true;
  readonly #keeper: RunKeeper;
  #end: (trace: Trace) => void = () => undefined;

  readonly setup: RunSetup;

  constructor(setup: RunSetup, keeper: RunKeeper) {
    this.setup = setup;
    this.#keeper = keeper;
    this.ended = new Promise((resolve) => {
      this.#end = resolve;
    });
    runs.push(this);
  }

  get trace(): Trace {
    return this.#keeper.trace;
  }

  get isOver(): boolean {
    return this.trace.outcome !== undefined;
  }

  tell(...events: TraceEvent[]): void {
    this.#keeper.append(events);
    if (this.isOver) this.#end(this.trace);
  }

  setClock(t: number, speed: number): void {
    this.#keeper.setClock(t, speed);
  }

  setSpeed(): void {
    this.told.push("speed");
  }

  step(): void {
    this.told.push("step");
  }

  stop(): void {
    if (!this.isOpen) return;
    this.told.push("stop");
    this.isOpen = false;
    const { events, duration } = this.trace;
    const end = { seq: events.length, t: duration, kind: "run-end", outcome: { kind: "stopped" } } as const;
    if (!this.isOver) this.#keeper.append([end]);
    this.#keeper.close();
    this.#end(this.trace);
  }
}

let runs: MadeUpRun[] = [];
let errors: readonly string[] = [];

afterEach(() => {
  vi.unstubAllGlobals();
});

beforeEach(() => {
  runs = [];
  errors = [];
});

/** A compiler that reports the errors that a test sets. */
async function compileProgram() {
  const diagnostics = errors.map((text) => ({ severity: "error", text, place: undefined, length: 1 }));
  return errors.length > 0 ? { ok: false, diagnostics } : { ok: true, diagnostics, program: {} };
}

const tools = {
  compiler: { loadCompiler: async () => undefined, compileProgram },
  worker: "",
  Run: MadeUpRun,
};

function setUp(setup = cow) {
  const store = new PaneStore(firstState(setup));
  const load = (async () => tools) as unknown as typeof loadTools;
  const runner = new Runner(store, languageOf("cow.ts"), { load });
  const kinds: string[] = [];
  store.listen((event) => kinds.push(event.kind === "stage" ? event.stage : event.kind));
  const begun = (count = 1) => vi.waitFor(() => expect(runs).toHaveLength(count));
  return { store, runner, kinds, begun };
}

test("a run that is asked for is compiled and begins, and its events are sent until it has ended", async () => {
  const { store, runner, kinds, begun } = setUp();
  const ended = runner.run();
  await begun();
  runs[0]?.tell(...printing("cow.ts", "Moo"));
  const traces = await ended;
  expect(traces).toEqual(newestTraces(store.state));
  expect(traces[0]?.lines.map(({ text }) => text)).toEqual(["Moo"]);
  await vi.waitFor(() => expect(store.state.stage).toBe("idle"));
  expect(kinds).toEqual([
    "run",
    "loading",
    "compiling",
    "report",
    "running",
    "runs-began",
    "run-events",
    "idle",
  ]);
  expect(runner.session()).toBeDefined();
});

test("threads run in turns if they are to, the program starts some, and the page has them", async () => {
  const inTurns = { kind: "deterministic", seed: 7 };
  const clocks = async (isIsolated: boolean, text: string) => {
    runs = [];
    vi.stubGlobal("crossOriginIsolated", isIsolated);
    const { store, runner, begun } = setUp();
    store.send({ kind: "text", file: "cow.ts", text });
    store.send({ kind: "threads", threads: { mode: "in turns", seed: 7 } });
    void runner.run();
    await begun();
    return [runs[0]?.setup.clock, store.state.newest.runs[0]?.jumps];
  };
  const text = 'new Worker(new URL("./cow.ts", import.meta.url), { type: "module" });';
  expect(await clocks(true, text)).toEqual([inTurns, true]);
  expect(await clocks(false, text)).toEqual([{ kind: "live", speed: 1 }, false]);
  expect(await clocks(true, "moo();")).toEqual([{ kind: "live", speed: 1 }, false]);
});

test("where the code has errors nothing runs, and what ran before stays", async () => {
  const { store, runner, begun } = setUp(race);
  void runner.run();
  await begun(2);
  const { newest } = store.state;
  errors = ["No horse."];
  expect(await runner.run()).toEqual([]);
  expect(runs).toHaveLength(2);
  // Both entries have the same error, which is reported once.
  expect(store.state.report).toMatchObject({ ok: false, diagnostics: [{ text: "No horse." }] });
  expect(newestTraces(store.state)).toEqual(newest.runs.map(({ trace }) => trace));
  expect(store.state.stage).toBe("idle");
});

test("Stop ends runs; a run that has ended keeps its prompt until the pane is left", async () => {
  const { store, runner, begun } = setUp();
  const ended = runner.run();
  await begun();
  runs[0]?.tell(...printing("cow.ts").slice(0, 1));
  store.send({ kind: "stop" });
  expect((await ended)[0]?.outcome).toEqual({ kind: "stopped" });
  expect([store.state.stage, runner.session()]).toEqual(["idle", undefined]);

  void runner.run();
  await begun(2);
  runs[1]?.tell(...printing("cow.ts"));
  await vi.waitFor(() => expect(store.state.stage).toBe("idle"));
  runs[1]?.setClock(100, 0);
  store.send({ kind: "stop" });
  expect(runner.session()).toBeDefined();
  store.send({ kind: "leave" });
  expect(runner.session()).toBeUndefined();
});

test("a run that is stopped while it is compiled begins nothing", async () => {
  const { store, runner, kinds } = setUp();
  const stopped = runner.run();
  store.send({ kind: "stop" });
  expect(await stopped).toEqual([]);
  expect([kinds, runs]).toEqual([["run", "loading", "stop", "idle"], []]);
});

test("the clock stands still, goes on by a step, and goes on at the speed that is set", async () => {
  const { store, runner, begun } = setUp();
  void runner.run();
  await begun();
  const [run] = runs;
  run?.tell(...printing("cow.ts").slice(0, 1));
  store.send({ kind: "pause" });
  run?.setClock(10, 0);
  expect(isPaused(store.state)).toBe(true);
  store.send({ kind: "step" });
  store.send({ kind: "speed", speed: 2 });
  store.send({ kind: "pause" });
  expect(run?.told).toEqual(["speed", "step", "speed"]);
});

test("after a reset, what ran is gone, and its workers are", async () => {
  const { store, runner, begun } = setUp();
  void runner.run();
  await begun();
  store.send({ kind: "reset" });
  expect(runs[0]?.told).toEqual(["stop"]);
  expect([store.state.newest.runs, store.state.stage]).toEqual([[], "idle"]);
});

test("a run that another call overtakes while it is compiled begins nothing", async () => {
  const { store, runner, kinds, begun } = setUp();
  const overtaken = runner.run();
  const ended = runner.run();
  expect(await overtaken).toEqual([]);
  await begun();
  expect(store.state.stage).toBe("running");
  store.send({ kind: "stop" });
  expect(await ended).toHaveLength(1);
  expect(kinds.filter((kind) => kind === "runs-began")).toHaveLength(1);
});

test("where something stands in for runs, it is shown and played, and nothing is compiled", async () => {
  const { store } = setUp();
  const events = printing("cow.ts", "Moo");
  const show = async () =>
    store.send({ kind: "runs-shown", source: "recorded", runs: [{ entry: "cow.ts", events }] });
  const load = vi.fn();
  const runner = new Runner(store, languageOf("cow.ts"), { load, instead: () => show });
  expect(await runner.run()).toEqual([]);
  expect([load.mock.calls.length, store.state.stage, store.state.playhead.isPlaying]).toEqual([
    0,
    "idle",
    true,
  ]);
});
