// The rooms of the source: which folder may import which. scripts/rooms.test.mjs holds every file to this table.

/**
 * A folder of the source and the folders in it. "." is the folder's own files.
 * @typedef {object} Hall
 * @property {string} is what is in it
 * @property {readonly string[]} rooms from the outside in: a room may import those after it, never one before it
 * @property {readonly string[]} uses other halls, or single files of them, that its rooms may import
 * @property {readonly string[]} [packages] npm packages, each with all that is below it
 */

/** @type {Readonly<Record<string, Hall>>} */
export const halls = {
  "src/trace": {
    is: "the model that all else rests on: the events of a run and what they amount to",
    rooms: ["moment", "recording", ".", "words", "fold", "events"],
    uses: [],
    packages: ["valibot"],
  },
  "src/protocol": {
    is: "what the page and a run worker say to each other, whatever the language; and the program of JavaScript",
    rooms: ["."],
    uses: ["src/trace"],
  },
  "src/compiler": {
    is: "text to program; knows nothing of who asks",
    rooms: [".", "prompt", "modules", "instrument", "esbuild", "syntax"],
    uses: ["src/trace", "src/protocol", "src/offline/one-file.ts", "src/offline/packed.ts"],
    packages: ["acorn", "magic-string", "@jridgewell/remapping", "@jridgewell/trace-mapping", "esbuild-wasm"],
  },
  "src/runtime": {
    is: "what happens inside the run worker, which is another thread",
    rooms: [".", "network", "prompt", "realm", "values", "tasks", "modules", "background", "clock"],
    uses: ["src/trace", "src/protocol"],
    packages: [
      "#mocks",
      "msw",
      "node-inspect-extracted",
      "fast-string-width",
      "@noble/hashes",
      "error-stack-parser-es",
      "@jridgewell/trace-mapping",
    ],
  },
  "src/runner": {
    is: "program to run: workers, and the events that come from them; knows nothing of who draws them",
    rooms: ["."],
    uses: ["src/trace", "src/protocol"],
  },
  "src/console": {
    is: "the view of what was printed, and the prompt's line; knows nothing of the pane",
    rooms: [".", "prompt", "lines"],
    uses: ["src/trace", "src/keys/key.ts"],
  },
  "src/timeline": {
    is: "the view of when everything happened; knows nothing of the pane",
    rooms: [".", "table", "input", "drawing", "picture", "lanes", "scale"],
    uses: ["src/trace", "src/keys/key.ts"],
    packages: ["d3-array"],
  },
  "src/editor": {
    is: "the view in which code is typed; the only place that imports Monaco",
    rooms: [".", "typescript", "marks", "support"],
    uses: ["src/trace", "src/runtime/offer.d.ts", "src/offline/one-file.ts"],
    packages: ["monaco-editor"],
  },
  "src/languages": {
    is: "what there is to know of each language, in one record: how it is compiled, run, coloured and edited",
    rooms: ["."],
    uses: ["src/trace", "src/protocol", "src/compiler", "src/editor/support", "src/editor/typescript"],
    packages: ["#languages", "virtual:run-worker"],
  },
  "src/export": {
    is: "runs as files, and files as runs: of the model and of a figure that is handed over",
    rooms: [".", "chrome-trace", "picture"],
    uses: ["src/trace"],
    packages: ["valibot"],
  },
  "src/controls": {
    is: "buttons, boxes and questions that several parts of the page use",
    rooms: ["."],
    uses: [],
  },
  "src/screen": {
    is: "what every part of the page knows of the screen: addresses, size, theme, keyboard",
    rooms: ["."],
    uses: ["src/editor/code-editor.ts"],
    packages: ["reveal.js"],
  },
  "src/keys": {
    is: "what a key is called, does and sets off, and the sheet that lists them; knows none of them",
    rooms: ["."],
    uses: [],
  },
  "src/talk": {
    is: "what a talk brings besides its slides, and what holds where it brings nothing",
    rooms: ["."],
    uses: ["src/trace", "src/protocol", "src/console", "src/timeline"],
  },
  "src/pane": {
    is: "the live pane: its code, its runs, its cues, and what it shows of them",
    rooms: [".", "output", "cueing", "keeping", "runs", "network", "code", "state", "markup", "cues"],
    uses: [
      "src/trace",
      "src/protocol",
      "src/languages",
      "src/runner",
      "src/console",
      "src/timeline",
      "src/editor",
      "src/export",
      "src/controls",
      "src/screen",
      "src/keys",
      "src/talk",
      "src/offline/one-file.ts",
    ],
    packages: ["valibot"],
  },
  "src/deck": {
    is: "reveal.js, the list of slides, the handout and the deck as one page",
    rooms: [".", "reading", "menu"],
    uses: [
      "src/pane",
      "src/keys",
      "src/screen",
      "src/controls",
      "src/talk",
      // Their keys, for the sheet.
      "src/console/prompt/prompt-keys.ts",
      "src/timeline/input/lane-keys.ts",
      "src/timeline/input/playhead-keys.ts",
    ],
    packages: ["reveal.js"],
  },
  "src/offline": {
    is: "the deck in the browser's store, as the page sees it",
    rooms: ["."],
    uses: ["src/service-worker/protocol.ts"],
  },
  "src/service-worker": {
    is: "keeps files, whatever is in them; another thread, which knows nothing of the deck",
    rooms: ["."],
    uses: [],
    packages: ["workbox-core", "workbox-precaching", "workbox-strategies"],
  },
  "src/preflight": {
    is: "the check before a talk",
    rooms: ["."],
    uses: ["src/trace", "src/pane", "src/offline", "src/screen"],
  },
  "src/build": {
    is: "Vite plugins: Markdown to the page, and what a site or the one file consists of",
    rooms: ["slides", "site"],
    uses: [
      "src/pane/markup/pane-template.ts",
      "src/pane/cues/cue.ts",
      "src/languages/language.ts",
      "src/talk/talk.ts",
      "src/offline/packed.ts",
      "src/service-worker/protocol.ts",
      "src/trace/words/times.ts",
    ],
    packages: [
      "node:",
      "vite",
      "sirv",
      "esbuild",
      "markdown-it",
      "vite-plugin-singlefile",
      // Its tokenizer alone: the same colours as in the editor.
      "monaco-editor/editor/standalone/common/monarch",
    ],
  },
  "slides/cast": {
    is: "the animals: how they look in every view, and how they are chosen. These files are what a talk may use of src",
    rooms: ["."],
    uses: ["src/talk", "src/trace", "src/pane/live-pane.ts", "src/pane/markup/pane-host.ts", "mocks"],
  },
  slides: {
    is: "the talk: content, and the one module by which src hears of it, as #talk",
    rooms: ["."],
    uses: ["src/talk", "slides/cast"],
  },
  mocks: {
    is: "the animals API; also serves tests and other tools, so it knows nothing of the deck",
    rooms: ["."],
    uses: [],
    packages: ["msw"],
  },
};

/** Composes the page, so it may import from every hall. */
export const entry = "src/main.ts";

/** What tests alone use may import every hall; no product file may import it. */
export const testing = "testing";

/** More files than this make a hall of a room: look for the second thing in it. Tests and styles do not count. */
export const roomSize = 16;
