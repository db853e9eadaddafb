// The group "spans": a loop that fills one rectangle per span, the smallest possible cost of drawing them. Runs in
// the page.

import { laneHeight, offer } from "./stopwatch.mjs";

const colours = { running: "#2347a8", suspended: "#c7d1ea", request: "#8f6000" };

offer({
  take: ({ spans, end }) => ({ spans, end }),
  draw: async (host, { spans, end }) => {
    const canvas = host.appendChild(document.createElement("canvas"));
    canvas.width = host.clientWidth;
    canvas.height = host.clientHeight;
    const context = canvas.getContext("2d");
    if (!context) throw new Error("The browser has no canvas to draw on.");
    const { width, height } = canvas;
    /** @param {import("./stopwatch.mjs").TimeWindow} window */
    const show = ({ from, to }) => {
      const rate = width / (to - from);
      context.clearRect(0, 0, width, height);
      for (const span of spans) {
        const y = span.lane * laneHeight;
        if (y > height || span.to < from || span.from > to) continue;
        context.fillStyle = colours[span.state];
        context.fillRect((span.from - from) * rate, y, (span.to - span.from) * rate, laneHeight - 4);
      }
    };
    show({ from: 0, to: end });
    return show;
  },
});
