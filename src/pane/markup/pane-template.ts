// The markup of a live pane. It is made at build time, so that a slide is readable before any script runs and does not
// move after.

import type { Cue } from "../cues/cue.ts";

/** A file of a pane: its name as imports write it, and its highlighted lines as HTML. */
export interface PaneFile {
  readonly name: string;
  readonly html: string;
}

export interface PaneMarkup {
  /** Unique in the page. It also names the pane's stored draft. */
  readonly id: string;
  /** The cues of the pane; empty if it has none. */
  readonly cues: readonly Cue[];
  /** The entry first, then a race's second entry, then the files that they import. */
  readonly files: readonly PaneFile[];
}

/** The children of `<live-pane>`. Parts that scripts look for have a `data-part`. */
export function paneMarkup({ id, files, cues }: PaneMarkup): string {
  return `
<div class="pane-bar">
  <div class="pane-tabs" role="tablist" aria-label="Files" data-part="tabs">${files.map((file, index) => tab(id, file, index === 0)).join("")}</div>
  <p class="pane-status" role="status" data-part="status"></p>
  <div class="pane-tools pane-choice">
    <button type="button" class="pane-quiet" data-part="threads" popovertarget="${id}-threads" hidden><svg viewBox="0 0 16 16" aria-hidden="true"><path d="M3 2v12M8 2v4M8 10v4M13 2v12"/></svg><span></span></button>
  </div>
  <div class="pane-tools">
    <button type="button" class="pane-quiet" data-part="network" popovertarget="${id}-network" hidden></button>
    <button type="button" class="pane-quiet" data-part="reset" disabled>Reset</button>
    ${icon("pause", "Pause", "F9", "M5.5 3v10M10.5 3v10")}
    ${icon("step", "Step", "F10", "M4 3.5v9l6-4.5zM12 3.5v9")}
    <button type="button" class="pane-quiet" data-part="stop" disabled>Stop</button>
    <button type="button" class="pane-run" data-part="run" disabled>Run</button>
  </div>
</div>
${cues.length === 0 ? "" : cueMarkup(id, cues)}<div class="pane-areas" data-part="areas">
  <div class="pane-area pane-code" role="tabpanel" id="${panelId(id)}" aria-labelledby="${tabId(id, files[0]?.name ?? "")}" data-area="code" data-part="code">
    ${files.map((file, index) => text(file, index === 0)).join("")}
    <div class="pane-editor" data-part="editor"></div>
    ${maximise("code")}
  </div>
  ${separator("columns", "Border between the columns")}
  <div class="pane-area pane-output" data-area="output">
    <div class="pane-console" data-part="console"></div>
    ${maximise("output")}
  </div>
  ${separator("rows", "Border between the rows")}
  <div class="pane-area pane-time" data-area="time">
    <div class="pane-timeline" data-part="timeline"></div>
    <button type="button" class="pane-more" data-part="more" popovertarget="${id}-tools" aria-label="Timeline tools" title="Timeline tools" hidden><svg viewBox="0 0 16 16" aria-hidden="true"><path d="M3 8h.1M8 8h.1M13 8h.1"/></svg></button>
    ${maximise("timeline", "time")}
  </div>
</div>
<div class="pane-box" id="${id}-network" popover data-part="network-panel"></div>
<div class="pane-box" id="${id}-threads" popover data-part="threads-panel"></div>
<div class="pane-box timeline-tools" id="${id}-tools" popover data-part="tools-panel"></div>
`;
}

function cueMarkup(id: string, cues: readonly Cue[]): string {
  // In a script element, a text must not contain a tag that ends the element.
  const json = JSON.stringify(cues).replaceAll("<", "\\u003c");
  return `<div class="pane-cues" data-part="cues">
  <button type="button" class="pane-quiet pane-icon" data-part="cue-back" aria-label="Take the last cue back" title="Take the last cue back (Z)" aria-keyshortcuts="Z" disabled><svg viewBox="0 0 16 16" aria-hidden="true"><path d="M10.5 3.5v9L4 8z"/></svg></button>
  <p class="pane-cue" aria-live="polite" data-part="cue-note"></p>
  <button type="button" class="pane-quiet" data-part="cue-list" popovertarget="${id}-cues" hidden></button>
  <button type="button" class="pane-quiet pane-next" data-part="cue-next" title="Play the next cue (X)" aria-keyshortcuts="X" disabled>Next</button>
</div>
<div class="pane-box cue-list" id="${id}-cues" popover data-part="cue-panel"></div>
<script type="application/json" data-part="cue-data">${json}</script>
`;
}

function tab(id: string, { name }: PaneFile, selected: boolean): string {
  return `<button type="button" role="tab" data-file="${name}" id="${tabId(id, name)}" aria-controls="${panelId(id)}" aria-selected="${selected}" tabindex="${selected ? 0 : -1}">${name}</button>`;
}

function text({ name, html }: PaneFile, selected: boolean): string {
  const lines = html.split("\n").map((line) => `<span class="pane-line">${line}</span>`);
  return `<pre class="pane-text" data-file="${name}"${selected ? "" : " hidden"}><code>${lines.join("\n")}</code></pre>`;
}

/** The pane sets the value once it has measured its areas. */
function separator(moves: "columns" | "rows", label: string): string {
  const orientation = moves === "columns" ? "vertical" : "horizontal";
  return `<div class="pane-split" role="separator" tabindex="0" data-split="${moves}" aria-orientation="${orientation}" aria-label="${label}" aria-valuemin="15" aria-valuenow="50" aria-valuemax="85"></div>`;
}

/** A button with an icon and no text: the presenter knows it, and the audience need not read it. */
function icon(part: string, label: string, key: string, path: string): string {
  return `<button type="button" class="pane-quiet pane-icon" data-part="${part}" aria-label="${label}" aria-keyshortcuts="${key}" title="${label} (${key})" disabled><svg viewBox="0 0 16 16" aria-hidden="true"><path d="${path}"/></svg></button>`;
}

function maximise(label: string, area: string = label): string {
  return `<button type="button" class="pane-maximise" data-maximise="${area}" aria-pressed="false" aria-label="Maximise the ${label}" title="Maximise the ${label}"><svg viewBox="0 0 16 16" aria-hidden="true"><path d="M2 6V2h4M10 2h4v4M14 10v4h-4M6 14H2v-4"/></svg></button>`;
}

function tabId(id: string, name: string): string {
  return `${id}-tab-${name.replace(/\W/g, "-")}`;
}

function panelId(id: string): string {
  return `${id}-code`;
}
