// Turns stacks of the compiled program into places in the program's own files.

import { originalPositionFor, TraceMap } from "@jridgewell/trace-mapping";
import { parseStack } from "error-stack-parser-es/lite";
import type { Frame, Place } from "../trace/events.ts";
import { programUrl } from "./protocol.ts";

/** Maps positions of one compiled program. */
export class StackMapper {
  #json = "";
  #parsed: TraceMap | undefined;

  /** @param json the program's source map; parsed when the first stack needs it */
  use(json: string): void {
    this.#json = json;
  }

  /** The place that line and column of the compiled program (both from 1) come from; undefined for code of ours. */
  place(line: number, column: number): Place | undefined {
    if (this.#json === "") return undefined;
    this.#parsed ??= new TraceMap(this.#json);
    const original = originalPositionFor(this.#parsed, { line, column: column - 1 });
    if (original.source === null) return undefined;
    return { file: original.source, line: original.line, column: original.column + 1 };
  }

  /** The steps of an error's stack that are the program's own, innermost first. */
  frames(error: Error): Frame[] {
    if (!error.stack?.includes(programUrl)) return [];
    return parseStack(error.stack).flatMap((frame) => {
      if (!frame.file?.endsWith(programUrl) || frame.line === undefined || frame.col === undefined) return [];
      const place = this.place(frame.line, frame.col);
      return place ? [{ ...place, name: frameName(frame.function) }] : [];
    });
  }

  /** Text in which every place of the compiled program reads as a place of the program's own files, and our code is left out. */
  rewrite(text: string): string {
    if (!text.includes(programUrl) && !text.includes("blob:")) return text;
    return text
      .split("\n")
      .flatMap((line) => this.#rewriteLine(line))
      .join("\n");
  }

  #rewriteLine(line: string): string[] {
    if (/^\s+at .*\bblob:/.test(line)) return [];
    const match = positionPattern.exec(line);
    if (!match) return [line];
    const place = this.place(Number(match[1]), Number(match[2]));
    return place ? [line.replace(positionPattern, `${place.file}:${place.line}:${place.column}`)] : [];
  }
}

const positionPattern = new RegExp(`${programUrl.replace(".", "\\.")}:(\\d+):(\\d+)`);

/** Engines call our wrapper and the top level by names that say nothing to the program's author. */
function frameName(name: string | undefined): string {
  const bare = (name ?? "").replace(/^async[ *]/, "").replace(/^Module\./, "");
  return bare === "eval" || bare === "<anonymous>" ? "" : bare;
}

/** Gives an error that was made later the stack of the call that it answers, as the browser's own fetch does. */
export function withStackOf<T extends Error>(error: T, call: Error): T {
  const stack = call.stack ?? "";
  const frames = stack.split("\n").filter((line) => line.includes(programUrl));
  // Only Chromium's engine begins a stack with the error itself.
  const lines = stack.startsWith("Error") ? [String(error), ...frames] : frames;
  if (frames.length > 0)
    Object.defineProperty(error, "stack", { value: lines.join("\n"), configurable: true });
  return error;
}
