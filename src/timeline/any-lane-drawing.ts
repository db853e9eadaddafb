// Draws a lane of whatever kind it is. A lane keeps its kind from frame to frame: its key says it.

import { type Hatching, NoteDrawing, RequestDrawing } from "./lane-drawing.ts";
import type { Lane } from "./lanes.ts";
import { LoopDrawing } from "./loop-drawing.ts";
import { TaskDrawing } from "./task-drawing.ts";

/** The elements of one lane; `update` may be called each frame with the lane of the same key. */
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
    case "request":
      return only(kind, new RequestDrawing(hatching));
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
