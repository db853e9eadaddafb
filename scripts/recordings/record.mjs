// Runs a program in Node as a pane does in the browser, in deterministic mode, and returns the recorded events.

import { readFileSync } from "node:fs";
import { extname, join } from "node:path";
import { MessageChannel, Worker } from "node:worker_threads";
import { build } from "esbuild";
import { serverTimers } from "../../src/build/site/server-timers.mjs";
import { importLanguages } from "../import-source.mjs";
import { root } from "../setup.mjs";
import { talkIn } from "../talk.mjs";

/**
 * @typedef {import("../../src/trace/events/events.ts").TraceEvent} TraceEvent
 * @typedef {import("../../src/protocol/protocol.ts").NetworkConditions} NetworkConditions
 * @typedef {import("../../src/protocol/protocol.ts").Crew} Crew
 */

/**
 * Code that runs before the run worker in a Node thread. It defines what such a thread lacks compared with a
 * browser's worker.
 */
const threadStart = `
const { parentPort } = require("node:worker_threads");
globalThis.self = globalThis;
globalThis.navigator ??= {};
// Node has it from version 22 on (https://tc39.es/ecma262/#sec-array.fromasync).
Array.fromAsync ??= async (items, map) => {
  const array = [];
  for await (const item of items) array.push(map ? await map(item, array.length) : item);
  return array;
};
// Passes on what the worker tells. It also asks for threads, which a recording does not have.
globalThis.postMessage = ({ kind, message }) => {
  if (kind === "told") parentPort.postMessage(message);
};
const target = new EventTarget();
for (const name of ["addEventListener", "removeEventListener", "dispatchEvent"]) globalThis[name] = target[name].bind(target);
const tell = (kind, details) => target.dispatchEvent(Object.assign(new Event(kind, { cancelable: true }), details));
parentPort.once("message", (port) => {
  process.on("uncaughtException", (error) => tell("error", { error, message: String(error) }));
  process.on("unhandledRejection", (reason, promise) => tell("unhandledrejection", { reason, promise }));
  tell("message", { ports: [port] });
});
`;

/** Tools by the ending of a file name. @type {Map<string, ReturnType<typeof load>>} */
const loaded = new Map();

/**
 * Returns what is needed to run programs of a language.
 * @param {string} entry a file in that language
 */
function toolsFor(entry) {
  const ending = extname(entry);
  const tools = loaded.get(ending) ?? load(entry);
  loaded.set(ending, tools);
  return tools;
}

/** @param {string} entry */
async function load(entry) {
  const { languageOf } = await importLanguages();
  const language = languageOf(entry);
  const [worker, compiler, prompt] = await Promise.all([
    bundleWorker(language.worker),
    language.loadCompiler(),
    language.loadPrompt(),
  ]);
  return { worker, compiler, prompt };
}

/**
 * @param {string} source entry file of a run worker
 * @returns {Promise<string>} the run worker as one script
 */
async function bundleWorker(source) {
  const { modules } = talkIn();
  const { outputFiles } = await build({
    entryPoints: [join(root, source)],
    bundle: true,
    write: false,
    format: "iife",
    target: "es2022",
    alias: modules,
    plugins: [serverTimers(modules["#mocks"] ?? "")],
    banner: { js: threadStart },
  });
  return outputFiles[0]?.text ?? "";
}

/**
 * @typedef {object} Example
 * @property {ReadonlyMap<string, string>} files text of each file, by name
 * @property {string} entry
 * @property {number} seed a whole number
 * @property {NetworkConditions} network
 * @property {Crew} [crew] which of several workers it is; by default the only one
 * @property {readonly string[]} [prompts] texts to enter at the prompt, one after the other, when the program has
 * ended
 */

/**
 * Runs a program and records it.
 * @param {Example} example
 * @returns {Promise<TraceEvent[]>} the events of the whole run
 * @throws {Error} with the compiler's messages, or with a sentence if the run does not end
 */
export async function recordRun({ files, entry, seed, network, crew = onlyOne, prompts = [] }) {
  const { worker, compiler, prompt: promptCompiler } = await toolsFor(entry);
  const result = await compiler.compileProgram(files, entry);
  if (!result.ok) throw new Error(result.diagnostics.map(({ text }) => text).join("\n"));
  const { program } = result;
  const recorder = new Recorder(worker);
  const clock = { kind: "deterministic", seed };
  recorder.tell({ kind: "start", program, crew, network, clock });
  try {
    await recorder.until("run-end", 1, entry);
    for (const [prompt, text] of prompts.entries()) {
      const compiled = await promptCompiler.compileEntry(text, program, prompt);
      recorder.tell({ kind: "prompt", prompt, text, program: compiled });
      await recorder.until("prompt-end", prompt + 1, text);
      // Promises and timers that an entry leaves behind run on until the next entry. Waits for them, so that the
      // recording does not depend on the machine's speed.
      await recorder.untilQuiet();
    }
    return recorder.events;
  } finally {
    await recorder.close();
  }
}

/** @type {Crew} */
const onlyOne = { worker: 0, workers: 1 };

/** In real milliseconds. Long, because the machine may be busy. */
const patience = 60_000;

/** In real milliseconds. If no event arrives for so long, none is to come. */
const quiet = 250;

/** A thread that runs a program and records its events. */
class Recorder {
  /** @type {TraceEvent[]} */
  events = [];
  #thread;
  #port;
  /** @type {() => void} */
  #onEvents = () => undefined;
  /** @type {(error: unknown) => void} */
  #onError = () => undefined;

  /** @param {string} worker the run worker as one script */
  constructor(worker) {
    const { port1, port2 } = new MessageChannel();
    this.#thread = new Worker(worker, { eval: true });
    this.#port = port1;
    this.#thread.postMessage(port2, [port2]);
    this.#thread.on("error", (error) => this.#onError(error));
    this.#thread.on("message", (message) => {
      if (message.kind === "events") this.events.push(...message.events);
      if (message.kind === "text") this.#fill(message);
      this.#onEvents();
    });
  }

  /**
   * Sets the text of an output that was printed before its text was known.
   * @param {{ seq: number, text: string }} message
   */
  #fill({ seq, text }) {
    this.events = this.events.map((event) => {
      if (event.seq !== seq || event.kind !== "output") return event;
      const { seq: number, t, kind, task, level } = event;
      return { seq: number, t, kind, task, level, text };
    });
  }

  /** @param {unknown} message */
  tell(message) {
    this.#port.postMessage(message);
  }

  /**
   * Waits until a number of events of one kind has arrived.
   * @param {TraceEvent["kind"]} kind
   * @param {number} count
   * @param {string} what names the thing that should end, for the message
   * @returns {Promise<void>}
   */
  until(kind, count, what) {
    return new Promise((resolve, reject) => {
      const late = () => reject(new Error(`${what} did not end within ${patience / 1000} s.`));
      const timer = setTimeout(late, patience);
      this.#onError = reject;
      this.#onEvents = () => {
        if (this.events.filter((event) => event.kind === kind).length < count) return;
        clearTimeout(timer);
        resolve();
      };
      this.#onEvents();
    });
  }

  /**
   * Waits until no event arrives for a while. Time jumps in deterministic mode, so everything that can happen happens
   * at once.
   */
  async untilQuiet() {
    for (let count = -1; count < this.events.length; ) {
      count = this.events.length;
      await new Promise((resolve) => setTimeout(resolve, quiet));
    }
  }

  async close() {
    this.#port.close();
    await this.#thread.terminate();
  }
}

/**
 * Reads the files of an example of the deck: the entry and what it imports.
 * @param {string} entry file name
 */
export function exampleFiles(entry) {
  const folder = join(talkIn().slides, "examples");
  const files = new Map();
  const add = (/** @type {string} */ name) => {
    if (files.has(name)) return;
    const text = readFileSync(join(folder, name), "utf8");
    files.set(name, text);
    for (const [, imported] of text.matchAll(/(?:from|new URL\() ?"\.\/([\w-]+)(?:\.ts)?"/g))
      add(`${imported}.ts`);
  };
  add(entry);
  return files;
}

/**
 * Runs an example of the deck with seed 1 and a network that answers at once, in as many workers as its pane would
 * have.
 * @param {string} entry file name
 * @param {number} [workers]
 * @returns {Promise<TraceEvent[][]>} the events of each worker's run
 */
export function recordExample(entry, workers = 1) {
  const files = exampleFiles(entry);
  const network = { wait: 0, jitter: 0, failureRate: 0, seed: 1 };
  const runs = Array.from({ length: workers }, (_, worker) =>
    recordRun({ files, entry, seed: 1, network, crew: { worker, workers } }),
  );
  return Promise.all(runs);
}
