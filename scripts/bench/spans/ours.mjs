// The group "spans": the deck's own timeline. Runs in the page.

import "../../../src/theme/colours.css";
import "../../../src/timeline/timeline.css";
import { TimelineView } from "../../../src/timeline/timeline.ts";
import { foldEvents } from "../../../src/trace/trace.ts";
import { offer } from "./stopwatch.mjs";

/**
 * @typedef {import("../../../src/trace/events/events.ts").TraceEvent} TraceEvent
 */

const look = () => ({ label: "GET cow", className: "", symbol: undefined });

offer({
  take: ({ events }) => foldEvents(/** @type {TraceEvent[]} */ (events)),
  draw: async (host, trace) => {
    const runs = [{ label: "animals", trace }];
    const view = new TimelineView(host, { name: "Timeline", look });
    view.draw(runs, undefined);
    return (window) => view.setWindow(window);
  },
});
