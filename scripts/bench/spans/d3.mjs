// The group "spans": D3 and SVG, one <rect> a span, joined by data. Runs in the page.

import { axisTop } from "d3-axis";
import { scaleLinear } from "d3-scale";
import { select } from "d3-selection";
import "./d3.css";
import { laneHeight, offer } from "./stopwatch.mjs";

const margin = { left: 120, top: 30 };

offer({
  take: ({ spans, lanes, end }) => ({ spans, lanes, end }),
  draw: async (host, { spans, lanes, end }) => {
    const [width, height] = [host.clientWidth, lanes.length * laneHeight];
    const x = scaleLinear([0, end], [margin.left, width]);
    const axis = select(host).append("svg").attr("width", width).attr("height", margin.top).append("g");
    axis.attr("transform", `translate(0,${margin.top - 1})`);
    const svg = select(host).append("div").attr("class", "d3-lanes").append("svg");
    svg.attr("width", width).attr("height", height);
    svg
      .append("clipPath")
      .attr("id", "plot")
      .append("rect")
      .attr("x", margin.left)
      .attr("width", width - margin.left)
      .attr("height", height);
    svg
      .append("g")
      .selectAll("text")
      .data(lanes)
      .join("text")
      .attr("y", (_, lane) => (lane + 0.75) * laneHeight)
      .text((label) => label);
    const rects = svg
      .append("g")
      .attr("clip-path", "url(#plot)")
      .selectAll("rect")
      .data(spans)
      .join("rect")
      .attr("class", ({ state }) => state)
      .attr("y", ({ lane }) => lane * laneHeight)
      .attr("height", laneHeight - 4);
    /** @param {import("./stopwatch.mjs").TimeWindow} window */
    const show = ({ from, to }) => {
      x.domain([from, to]);
      rects.attr("x", (span) => x(span.from)).attr("width", (span) => x(span.to) - x(span.from));
      axis.call(axisTop(x));
    };
    show({ from: 0, to: end });
    return show;
  },
});
