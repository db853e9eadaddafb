// Runs a program in a plain module worker and sends its output: the reference for the language and the browser. The
// worker's name is the program's address.

import { format, inspect } from "node-inspect-extracted";
import { uncaught } from "./told.ts";

const worker = globalThis as unknown as EventTarget & { name: string; postMessage(text: string): void };
const { setTimeout } = globalThis;
const post = worker.postMessage.bind(worker);

/**
 * How long after the program's end its timers and requests are still waited for: so many steps, each in milliseconds.
 * Steps let a timer that was set late fire before the last of them, however busy the machine is. One long timer would
 * be due at once after a standstill.
 */
const steps = { count: 10, length: 25 };

let text = "";
let indent = "";

function line(...values: unknown[]): void {
  text += `${format(...values).replace(/^/gm, indent)}\n`;
}

function fail(thrown: unknown): void {
  const isError = thrown instanceof Error;
  const own = isError && (thrown.message === "" ? thrown.name : `${thrown.name}: ${thrown.message}`);
  text += uncaught(isError ? `${own}` : `Uncaught ${inspect(thrown)}`);
}

function group(...values: unknown[]): void {
  if (values.length > 0) line(...values);
  indent += "  ";
}

Object.assign(console, { log: line, info: line, warn: line, error: line, debug: line, dirxml: line });
Object.assign(console, { group, groupCollapsed: group, clear: () => undefined });
console.groupEnd = () => {
  indent = indent.slice(2);
};

/**
 * Reports an event after the program's own listeners, unless they prevent it. They get a copy of the event first, so
 * that it is known whether they call preventDefault.
 */
function listen(kind: string, copy: (event: Event) => Event, thrownOf: (event: Event) => unknown): void {
  let isCopy = false;
  worker.addEventListener(kind, (event) => {
    if (isCopy) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    isCopy = true;
    if (worker.dispatchEvent(copy(event))) fail(thrownOf(event));
    isCopy = false;
  });
}

listen(
  "error",
  (event) => new ErrorEvent("error", { ...pick(event as ErrorEvent), cancelable: true }),
  (event) => (event as ErrorEvent).error,
);
listen(
  "unhandledrejection",
  (event) => {
    const { promise, reason } = event as PromiseRejectionEvent;
    return new PromiseRejectionEvent("unhandledrejection", { promise, reason, cancelable: true });
  },
  (event) => (event as PromiseRejectionEvent).reason,
);

function pick({ message, error }: ErrorEvent) {
  return { message, error };
}

function waitThenPost(left: number): void {
  if (left === 0) post(text);
  else setTimeout(() => waitThenPost(left - 1), steps.length);
}

// Every program of the corpus ends. A program that waited for ever would block its test.
void import(worker.name).catch(fail).then(() => waitThenPost(steps.count));
