// The legend of the timeline's signs, drawn with the same shapes and colours as the timeline.

const namespace = "http://www.w3.org/2000/svg";

/** Class and path of each piece of a sign, in a box of 56 × 24 units. */
type Sign = readonly (readonly [className: string, path: string])[];

const bar = "M7 4H54V20H7Q2 20 2 15V9Q2 4 7 4Z";
const stripes = "M4 20L16 4M14 20L26 4M24 20L36 4M34 20L46 4M44 20L54 6";

const signs: readonly (readonly [words: string, sign: Sign])[] = [
  [
    "waits for what is written in it",
    [
      ["timeline-tint", bar],
      ["legend-stripes", stripes],
      ["timeline-outline", bar],
    ],
  ],
  ["what it waits for is there", [["timeline-ready", "M3 5H53V19H3"]]],
  ["has control", [["timeline-solid", "M18 4h20v16h-20Z"]]],
  [
    "has called what has control",
    [
      ["timeline-called", "M2 12H54"],
      ["timeline-solid", "M6 4h8v16h-8ZM40 4h8v16h-8Z"],
    ],
  ],
  ["a generator that has not begun", [["timeline-created", "M3 4H53V20H3Z"]]],
  [
    "returned, answered",
    [
      ["timeline-disc", "M28 2a10 10 0 1 0 .1 0Z"],
      ["timeline-sign", "M24 12.5L27 15.6L32.5 8.6"],
    ],
  ],
  [
    "control goes from lane to lane",
    [
      ["timeline-handover", "M28 2V17"],
      ["timeline-handover-head", "M28 22l-5 -8h10Z"],
    ],
  ],
  [
    "the thread is blocked: it waits for what is written in it",
    [
      ["timeline-blocked", "M3 4H53V20H3Z"],
      ["legend-stripes timeline-upright", "M10 4V20M18 4V20M26 4V20M34 4V20M42 4V20M50 4V20"],
    ],
  ],
  [
    "the thread was terminated",
    [
      ["timeline-disc", "M28 2a10 10 0 1 0 .1 0Z"],
      ["timeline-sign", "M24 8H32V16H24Z"],
    ],
  ],
  [
    "a thread starts, sends a message to or wakes another one; of too many to tell apart, some or none are drawn",
    [
      ["timeline-message", "M6 3L44 18"],
      ["timeline-message-head", "M50 20L42.4 20.6L44.8 14.6Z"],
    ],
  ],
  [
    "how many requests are on their way",
    [
      ["timeline-flight-area", "M2 22V15H16V8H38V15H54V22Z"],
      ["timeline-flight", "M2 22V15H16V8H38V15H54"],
    ],
  ],
  [
    "from the longest wait to the sum of all; the run’s end is the dot",
    [
      ["timeline-bounds", "M8 4V20M8 12H50M50 4V20"],
      ["timeline-bounds-end", "M22 7a5 5 0 1 0 .1 0Z"],
    ],
  ],
  ["a printed line", [["timeline-printed", "M18 6v12M18 12h18"]]],
  ["an error", [["timeline-errors", "M28 3l9 9l-9 9l-9 -9Z"]]],
];

export function legend(): HTMLElement {
  const element = document.createElement("div");
  element.className = "legend";
  const heading = Object.assign(document.createElement("h3"), { textContent: "Signs" });
  const list = document.createElement("dl");
  for (const [words, sign] of signs) {
    const term = document.createElement("dt");
    term.append(drawing(sign));
    list.append(term, Object.assign(document.createElement("dd"), { textContent: words }));
  }
  element.append(heading, list);
  return element;
}

function drawing(sign: Sign): SVGSVGElement {
  const svg = document.createElementNS(namespace, "svg");
  svg.setAttribute("viewBox", "0 0 56 24");
  svg.setAttribute("class", "timeline-lane");
  svg.setAttribute("aria-hidden", "true");
  for (const [className, path] of sign) {
    const element = document.createElementNS(namespace, "path");
    element.setAttribute("class", className);
    element.setAttribute("d", path);
    svg.append(element);
  }
  return svg;
}
