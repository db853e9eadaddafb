// Describes an event in a sentence without its time. A viewer who steps through a run hears it.

import type { BodyOutcome, TaskId, TraceEvent, WorkerId } from "../events/events.ts";
import type { FoldedRun } from "../fold/folded-run.ts";
import { threadEventText, workerText } from "./thread-words.ts";
import { plainTimes, type Times } from "./times.ts";
import { taskName, waitText, wakerText } from "./words.ts";

const longestOutput = 60;

/** For example `speak("cow") waits for GET /animals/cow` or "printed: The cow says …". */
export function eventText(event: TraceEvent, trace: FoldedRun, times: Times = plainTimes): string {
  const who = (task: TaskId) => nameOf(trace, task);
  // Empty if the run has only one worker.
  const where = (worker: WorkerId | undefined) =>
    worker === undefined ? "" : ` in ${workerText(worker, trace)}`;
  switch (event.kind) {
    case "run-start":
      return `${event.entry} begins`;
    case "task-start":
      return (
        startText(event.taskKind, who(event.task)) + (event.taskKind === "main" ? "" : where(event.worker))
      );
    case "task-suspend":
      return `${who(event.task)} waits for ${waitText(event.wait, trace, times)}`;
    case "task-resume": {
      const how = event.thrown ? " with an error" : "";
      return `${who(event.task)} is resumed${how} by ${wakerText(event.by, trace, times)}`;
    }
    case "task-end":
      return `${who(event.task)} ${event.how === "closed" ? "is closed" : event.how}${event.error ? `: ${event.error}` : ""}`;
    case "thinned":
      return "from here on there is too much to record who has control";
    case "timer-start":
      return `${waitText({ kind: "timer", timer: event.timer }, trace, times)} is set`;
    case "timer-fire":
      return `${waitText({ kind: "timer", timer: event.timer }, trace, times)} is over`;
    case "timer-clear":
      return `${waitText({ kind: "timer", timer: event.timer }, trace, times)} is cleared`;
    case "abort":
      return `${who(event.task)} aborts: ${event.reason}`;
    case "request-start":
      return `${requestName(event.request, trace)} is sent`;
    case "request-ready":
      return `the reply to ${requestName(event.request, trace)} is there`;
    case "request-end":
      return `${requestName(event.request, trace)} ${takenText(event.outcome.kind)}`;
    case "body-chunk":
      return `${event.bytes.toLocaleString("en")} bytes of the reply to ${requestName(event.request, trace)} are read`;
    case "body-end":
      return `the body of the reply to ${requestName(event.request, trace)} ${bodyText(event.outcome)}`;
    case "output":
      return `printed${where(event.worker)}: ${shortened(event.text.trimEnd())}`;
    case "error":
      return event.error.headline;
    case "prompt-start":
      return `entered: ${shortened(event.text)}`;
    case "prompt-value":
      return `its value: ${shortened(event.value.text)}`;
    case "prompt-end":
      return "the entry is done";
    case "run-end":
      return `the program ${endText(event.outcome.kind)}`;
    case "thread-start":
    case "thread-end":
    case "message-sent":
    case "message-taken":
    case "message-handled":
    case "block":
    case "wake":
    case "lock-taken":
    case "lock-released":
      return threadEventText(event, trace);
    default:
      return event satisfies never;
  }
}

function nameOf(trace: FoldedRun, task: TaskId): string {
  const span = trace.tasks[task];
  return span ? taskName(span) : `task ${task}`;
}

function startText(kind: Extract<TraceEvent, { kind: "task-start" }>["taskKind"], name: string): string {
  return kind.endsWith("generator") ? `${name} is created` : `${name} begins`;
}

function requestName(request: number, trace: FoldedRun): string {
  return waitText({ kind: "request", request }, trace);
}

function bodyText(outcome: BodyOutcome): string {
  return outcome === "failed" ? "broke off" : `is ${outcome}`;
}

function takenText(kind: Extract<TraceEvent, { kind: "request-end" }>["outcome"]["kind"]): string {
  return kind === "answered" ? "is taken" : kind === "failed" ? "failed" : `is ${kind}`;
}

function endText(kind: Extract<TraceEvent, { kind: "run-end" }>["outcome"]["kind"]): string {
  if (kind === "limit") return "is ended by a limit";
  if (kind === "deadlock") return "can never go on";
  return kind === "stopped" ? "is stopped" : `has ${kind}`;
}

function shortened(text: string): string {
  return text.length > longestOutput ? `${text.slice(0, longestOutput - 1)}…` : text;
}
