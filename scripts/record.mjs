// Runs an example in Node as a pane does in the browser, in deterministic mode, and gives what was recorded.

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { MessageChannel, Worker } from "node:worker_threads";
import { build } from "esbuild";
import { importCompiler } from "./import-source.mjs";
import { root } from "./setup.mjs";

/**
 * @typedef {import("../src/trace/events.ts").TraceEvent} TraceEvent
 * @typedef {import("../src/runtime/protocol.ts").NetworkConditions} NetworkConditions
 * @typedef {import("../src/runtime/protocol.ts").Crew} Crew
 */

/** What a thread of Node lacks of a browser's worker; the entry of the run worker follows it. */
const threadStart = `
const { parentPort } = require("node:worker_threads");
globalThis.self = globalThis;
globalThis.navigator ??= {};
const target = new EventTarget();
for (const name of ["addEventListener", "removeEventListener", "dispatchEvent"]) globalThis[name] = target[name].bind(target);
const tell = (kind, details) => target.dispatchEvent(Object.assign(new Event(kind, { cancelable: true }), details));
parentPort.once("message", (port) => {
  process.on("uncaughtException", (error) => tell("error", { error, message: String(error) }));
  process.on("unhandledRejection", (reason, promise) => tell("unhandledrejection", { reason, promise }));
  tell("message", { ports: [port] });
});
`;

/** @type {ReturnType<typeof load> | undefined} */
let loaded;

async function load() {
  const [worker, { compileProgram }] = await Promise.all([bundleWorker(), importCompiler()]);
  return { worker, compileProgram };
}

/** @returns {Promise<string>} the run worker as one script */
async function bundleWorker() {
  const { outputFiles } = await build({
    entryPoints: [join(root, "src/runtime/worker.ts")],
    bundle: true,
    write: false,
    format: "iife",
    target: "es2022",
    banner: { js: threadStart },
  });
  return outputFiles[0]?.text ?? "";
}

/**
 * @typedef {object} Example
 * @property {ReadonlyMap<string, string>} files each file's text by its name
 * @property {string} entry
 * @property {number} seed whole number
 * @property {NetworkConditions} network
 * @property {Crew} [crew] which of several workers it is; by default the only one
 */

/**
 * @param {Example} example
 * @returns {Promise<TraceEvent[]>} the events of the whole run
 * @throws {Error} with what the compiler found wrong
 */
export async function recordRun({ files, entry, seed, network, crew = { worker: 0, workers: 1 } }) {
  loaded ??= load();
  const { worker, compileProgram } = await loaded;
  const result = await compileProgram(files, entry);
  if (!result.ok) throw new Error(result.diagnostics.map(({ text }) => text).join("\n"));
  const thread = new Worker(worker, { eval: true });
  const { port1, port2 } = new MessageChannel();
  thread.postMessage(port2, [port2]);
  const clock = { kind: "deterministic", seed };
  port1.postMessage({ kind: "start", program: result.program, crew, network, clock });
  try {
    return await eventsUntilEnd(thread, port1);
  } finally {
    port1.close();
    await thread.terminate();
  }
}

/**
 * @param {Worker} thread
 * @param {import("node:worker_threads").MessagePort} port
 * @returns {Promise<TraceEvent[]>}
 */
function eventsUntilEnd(thread, port) {
  /** @type {TraceEvent[]} */
  const events = [];
  return new Promise((resolve, reject) => {
    thread.on("error", reject);
    port.on("message", (message) => {
      if (message.kind === "events") events.push(...message.events);
      if (events.some(({ kind }) => kind === "run-end")) resolve(events);
    });
  });
}

/**
 * The files of an example of the deck: the entry, and what it imports.
 * @param {string} entry file name
 */
export function exampleFiles(entry) {
  const folder = join(root, "slides/examples");
  const files = new Map();
  const add = (/** @type {string} */ name) => {
    if (files.has(name)) return;
    const text = readFileSync(join(folder, name), "utf8");
    files.set(name, text);
    for (const [, imported] of text.matchAll(/from "\.\/([\w-]+)"/g)) add(`${imported}.ts`);
  };
  add(entry);
  return files;
}

/**
 * Runs an example of the deck with the seed 1 and a network that answers at once, as often as a pane has workers for it.
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
