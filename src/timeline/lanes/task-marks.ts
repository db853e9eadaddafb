// Geometry of the marks in a task's lane: at requests that were not simply answered, and at the task's end. Pure.

import type { TaskSpan } from "../../trace/fold/tasks.ts";
import { type EndMark, endMark, outcomeWord } from "../bars/end-mark.ts";
import { barHeight, endIn, type TaskSurroundings } from "../scale/lane-frame.ts";

/**
 * Returns the marks in the order of time. None covers another. A plain reply has no mark, because the bar shows that
 * the task goes on.
 * @param numbers indexes of the stretches that are drawn
 */
export function taskMarks(
  span: TaskSpan,
  numbers: readonly number[],
  height: number,
  around: TaskSurroundings,
): EndMark[] {
  const requests = requestMarks(span, numbers, height, around);
  if (span.end === undefined || !span.how) return requests;
  const { frame } = around;
  const bar = barHeight(height);
  const x = frame.x(span.end, span.endSeq);
  const last = requests.at(-1);
  const isCovered = last !== undefined && x - last.x < last.radius + bar / 2 + 1;
  const left = isCovered ? requests.slice(0, -1) : requests;
  const words = [isCovered ? last.note?.text : undefined, span.how === "returned" ? undefined : span.how];
  const barLeft = left.at(-1)?.x ?? frame.x(span.start, span.seq);
  const text = words.filter((word) => word !== undefined).join(", ") || undefined;
  return [...left, endMark(span.how, x, text, { height, barLeft, endX: frame.endX })];
}

function requestMarks(
  span: TaskSpan,
  numbers: readonly number[],
  height: number,
  { trace, frame }: TaskSurroundings,
): EndMark[] {
  const bar = barHeight(height);
  const endX = Math.min(frame.endX, endIn(frame, span.end, span.endSeq) - bar / 2);
  const marks: EndMark[] = [];
  for (const number of numbers) {
    const { wait, to, endSeq } = span.stretches[number] ?? {};
    const request = wait?.kind === "request" ? trace.requests[wait.request] : undefined;
    if (!request?.outcome || to === undefined || !outcomeWord(request.outcome)) continue;
    const x = frame.x(to, endSeq);
    const barLeft = marks.at(-1)?.x ?? frame.x(request.start, request.seq);
    if (marks.length > 0 && x - barLeft < 2 * bar) continue;
    const room = { height, barLeft, endX };
    marks.push(endMark(request.outcome.kind, x, outcomeWord(request.outcome), room));
  }
  return marks;
}
