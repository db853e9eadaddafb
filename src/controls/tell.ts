// Tells in a word what a key has switched: a line over the page that disappears by itself.

import "./tell.css";

/** In milliseconds: long enough to read a few words, too short to disturb a talk. */
const shown = 2000;

let line: HTMLElement | undefined;
let timer: ReturnType<typeof setTimeout> | undefined;

/** Shows a few words for a moment. Screen readers say them. */
export function tell(text: string): void {
  line ??= addLine();
  clearTimeout(timer);
  line.textContent = text;
  line.classList.add("is-shown");
  timer = setTimeout(() => line?.classList.remove("is-shown"), shown);
}

function addLine(): HTMLElement {
  const element = Object.assign(document.createElement("p"), { className: "told" });
  element.setAttribute("role", "status");
  document.body.append(element);
  return element;
}
