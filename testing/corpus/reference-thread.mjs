// Runs a program in a thread of Node and sends its output: the reference for Node's text.

import { Console } from "node:console";
import { Writable } from "node:stream";
import { inspect } from "node:util";
import { parentPort, workerData } from "node:worker_threads";

let text = "";
const stream = new Writable({
  write: (chunk, _, done) => {
    text += chunk;
    done();
  },
});
globalThis.console = new Console({ stdout: stream, stderr: stream, colorMode: false });
// Node would print a warning a turn later than its cause.
process.emitWarning = (/** @type {unknown} */ warning) => {
  text += `Warning: ${warning}\n`;
};

/** @param {unknown} thrown */
function fail(thrown) {
  const isError = thrown instanceof Error;
  const own = isError && (thrown.message === "" ? thrown.name : `${thrown.name}: ${thrown.message}`);
  const headline = isError ? `${own}` : `Uncaught ${inspect(thrown)}`;
  text += `! ${headline.split("\n")[0]}\n`;
}

process.on("uncaughtException", fail);
process.on("exit", () => parentPort?.postMessage(text));
import(workerData).catch(fail);
