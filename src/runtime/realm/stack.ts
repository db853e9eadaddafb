// Maps stack traces of the compiled program to places in the author's files, by source maps.

import { originalPositionFor, TraceMap } from "@jridgewell/trace-mapping";
import { parseStack } from "error-stack-parser-es/lite";
import type { Frame, Place } from "../../trace/events/events.ts";
import { KeptMap } from "../engine/kept.ts";

/** Maps positions in the compiled program and in prompt entries. */
export class StackMapper {
  readonly #maps = new KeptMap<string, string | TraceMap>();

  /**
   * Registers a source map.
   * @param url the name of the code in stack traces
   * @param map the source map as JSON; parsed when the first stack trace needs it
   */
  add(url: string, map: string): void {
    this.#maps.set(url, map);
  }

  /** Returns the original place of a line and column (both from 1) in the code named `url`, or `undefined` for our own code. */
  place(url: string, line: number, column: number): Place | undefined {
    const map = this.#map(url);
    if (!map) return undefined;
    const original = originalPositionFor(map, { line, column: column - 1 });
    if (original.source === null) return undefined;
    return { file: original.source, line: original.line, column: original.column + 1 };
  }

  #map(url: string): TraceMap | undefined {
    const map = this.#maps.get(url);
    if (typeof map !== "string") return map;
    const parsed = new TraceMap(map);
    this.#maps.set(url, parsed);
    return parsed;
  }

  /** Returns the frames of an error's stack that are in the program, innermost first. */
  frames(error: Error): Frame[] {
    return error.stack === undefined ? [] : this.framesOf(error.stack);
  }

  /** The same for a stack as text. */
  framesOf(stack: string): Frame[] {
    if (!codeName.test(stack)) return [];
    return parseStack(stack).flatMap((frame) => {
      const url = codeName.exec(frame.file ?? "")?.[0];
      if (url === undefined || frame.line === undefined || frame.col === undefined) return [];
      const place = this.place(url, frame.line, frame.col);
      return place ? [{ ...place, name: frameName(frame.function) }] : [];
    });
  }

  /** Maps each position of the compiled program in a text to the author's file, line and column. Removes lines of our code. */
  rewrite(text: string): string {
    if (!codeName.test(text) && !text.includes("blob:")) return text;
    const lines = text.split("\n");
    return lines.flatMap((line, index) => this.#rewriteLine(line, lines[index + 1])).join("\n");
  }

  #rewriteLine(line: string, next: string | undefined): string[] {
    if (isOurs(line)) return [];
    // Our own calls, which resume a module or begin an entry of the prompt.
    if (engineCall.test(line) && (next === undefined || isOurs(next))) return [];
    const match = position.exec(line);
    // Code that the program evaluates itself: engines tell in which function, but not where.
    if (!match) return [line.replace(evaluation, "eval at <anonymous>")];
    const [, url = "", row, column] = match;
    const place = this.place(url, Number(row), Number(column));
    if (!place) return [];
    return [nameless(line.replace(position, `${place.file}:${place.line}:${place.column}`))];
  }
}

function isOurs(line: string): boolean {
  return /^\s+at .*\bblob:/.test(line);
}

const engineCall = /^\s+at (?:.*\bnext|new Promise) \(<anonymous>\)$/;
const codeName = /interleave-(?:program|prompt-\d+)\.js/;
const evaluation = /eval at (?:__link[\w.]*|eval|<anonymous>) \(interleave-[\w-]+\.js\)/;
const position = /(interleave-(?:program|prompt-\d+)\.js):(\d+):(\d+)/;

/** Engines name the functions around a module's top level and its closures after our code. */
const ours = /^(?:Module\.|Object\.)?(?:eval|<anonymous>|__link\b[\w.<]*)$/;

/** Removes our name from a line of Chromium's stack traces: "at eval (cow.ts:7:3)" becomes "at cow.ts:7:3". */
function nameless(line: string): string {
  const [, at = "", name = "", place] = /^(\s+at (?:async )?)([^ ]+) \(([^()]*)\)$/.exec(line) ?? [];
  return place !== undefined && ours.test(name) ? at + place : line;
}

/** Returns a frame's function name, or "" for our wrapper and the top level: their names mean nothing to the author. */
function frameName(name: string | undefined): string {
  const bare = (name ?? "").replace(/^async[ *]/, "");
  return ours.test(bare) ? "" : bare.replace(/^Module\./, "");
}

/** Gives a later error the stack trace of the original call, as the browser's own fetch does. */
export function withStackOf<T extends Error>(error: T, call: Error): T {
  const stack = call.stack ?? "";
  const frames = stack.split("\n").filter((line) => codeName.test(line));
  // Only Chromium's engine begins a stack with the error itself.
  const lines = stack.startsWith("Error") ? [String(error), ...frames] : frames;
  if (frames.length > 0)
    Object.defineProperty(error, "stack", { value: lines.join("\n"), configurable: true });
  return error;
}
