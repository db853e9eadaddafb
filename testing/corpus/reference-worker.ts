// Runs a program in a plain module worker, and tells what it prints: the reference for what the language and the browser do.
// The address of the program is the worker's name.

import { format, inspect } from "node-inspect-extracted";
import { uncaught } from "./told.ts";

const worker = globalThis as unknown as EventTarget & { name: string; postMessage(text: string): void };
const { setTimeout } = globalThis;
const post = worker.postMessage.bind(worker);

/** Milliseconds after the program's end within which what it has left behind happens. */
const after = 250;

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

/** The program's own listeners come first, on a copy, so that it is known whether they have prevented the report. */
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

// A program of the corpus has an end: one that waits for ever would keep its test waiting.
void import(worker.name).catch(fail).then(() => setTimeout(() => post(text), after));
