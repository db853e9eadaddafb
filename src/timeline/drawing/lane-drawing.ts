// Draws a lane of any kind. A lane keeps its kind from frame to frame, because the kind is part of its key.

import type { Lane, NoteLane } from "../lanes/lanes.ts";
import type { Hatching } from "../svg/hatched-bar.ts";
import { setAttributes, setText, svgElement } from "../svg/svg.ts";
import { LoopDrawing } from "./loop-drawing.ts";
import { RequestDrawing } from "./request-drawing.ts";
import { TaskDrawing } from "./task-drawing.ts";
import { LockDrawing, ThreadDrawing } from "./thread-drawing.ts";
import { TimersDrawing } from "./timers-drawing.ts";

/** The elements of one lane. `update` may be called once per frame, with the lane of the same key. */
export interface LaneDrawing {
  readonly element: SVGElement;
  update(lane: Lane): void;
}

export function laneDrawing({ kind }: Lane, hatching: Hatching): LaneDrawing {
  switch (kind) {
    case "loop":
      return only(kind, new LoopDrawing());
    case "task":
      return only(kind, new TaskDrawing(hatching));
    case "thread":
      return only(kind, new ThreadDrawing(hatching));
    case "lock":
      return only(kind, new LockDrawing());
    case "request":
      return only(kind, new RequestDrawing(hatching));
    case "timers":
      return only(kind, new TimersDrawing());
    case "note":
      return only(kind, new NoteDrawing());
    default:
      return kind satisfies never;
  }
}

function only<Kind extends Lane["kind"]>(
  kind: Kind,
  drawing: { readonly element: SVGElement; update(lane: Extract<Lane, { kind: Kind }>): void },
): LaneDrawing {
  const isOfKind = (lane: Lane): lane is Extract<Lane, { kind: Kind }> => lane.kind === kind;
  return {
    element: drawing.element,
    update: (lane) => {
      if (isOfKind(lane)) drawing.update(lane);
    },
  };
}

/** A sentence in place of lanes. */
class NoteDrawing {
  readonly element = svgElement("g", "timeline-lane timeline-no-requests");
  readonly #text = svgElement("text", "timeline-label");

  constructor() {
    this.element.append(this.#text);
  }

  update(lane: NoteLane): void {
    setAttributes(this.#text, { x: lane.x, y: lane.y + lane.height / 2 + 7, "font-size": 20 });
    setText(this.#text, lane.text);
  }
}
