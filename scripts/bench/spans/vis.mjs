// The group "spans": vis-timeline, an item a span and a group a lane. Runs in the page.

import { DataSet } from "vis-data/peer";
import { Timeline } from "vis-timeline/peer";
import "vis-timeline/styles/vis-timeline-graph2d.min.css";
import { offer } from "./stopwatch.mjs";

offer({
  take: ({ spans, lanes, end }) => ({ spans, lanes, end }),
  draw: (host, { spans, lanes, end }) =>
    new Promise((resolve) => {
      const groups = new DataSet(lanes.map((content, id) => ({ id, content })));
      const items = new DataSet(
        spans.map(({ lane, from, to, state }, id) => ({
          id,
          group: lane,
          start: from,
          end: to,
          content: "",
          className: state,
        })),
      );
      const timeline = new Timeline(host, items, groups, {
        height: host.clientHeight,
        verticalScroll: true,
        // No two spans of a lane overlap: so the costly search for free places is spared.
        stack: false,
        orientation: "top",
        showCurrentTime: false,
        start: 0,
        end,
        onInitialDrawComplete: () =>
          resolve(({ from, to }) => timeline.setWindow(from, to, { animation: false })),
      });
    }),
});
