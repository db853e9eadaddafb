// The table of rooms: which folder of the source may import which. scripts/rooms.test.mjs checks every file against
// it.

/**
 * A folder of the source with its subfolders (rooms). The room "." is the folder's own files.
 * @typedef {object} Hall
 * @property {string} is what it contains
 * @property {readonly string[]} rooms ordered: a room may import the rooms after it, never one before it
 * @property {readonly string[]} uses other halls, or single files of them, that its rooms may import
 * @property {readonly string[]} [packages] npm packages that its rooms may import, each with everything below it
 */

/** @type {Readonly<Record<string, Hall>>} */
export const halls = {
  "src/trace": {
    is: "the model: the events of a run and the trace that is folded from them. All other code builds on it",
    rooms: ["moment", "recording", ".", "words", "fold", "events"],
    uses: [],
    packages: ["valibot"],
  },
  "src/protocol": {
    is: "the messages between the page and a run worker, the same for every language; and the types of a compiled JavaScript program",
    rooms: ["."],
    uses: ["src/trace"],
  },
  "src/compiler": {
    is: "compiles text to a program; does not know its callers",
    rooms: [".", "prompt", "modules", "instrument", "esbuild", "syntax"],
    uses: ["src/trace", "src/protocol", "src/offline/one-file.ts", "src/offline/packed.ts"],
    packages: ["acorn", "magic-string", "@jridgewell/remapping", "@jridgewell/trace-mapping", "esbuild-wasm"],
  },
  "src/runtime": {
    is: "the code inside the run worker, which is another thread",
    rooms: [
      ".",
      "threads",
      "shared-memory",
      "network",
      "prompt",
      "realm",
      "values",
      "tasks",
      "modules",
      "background",
      "clock",
      "engine",
    ],
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
    is: "runs a program: starts workers and passes on their events; does not know the views",
    rooms: ["."],
    uses: ["src/trace", "src/protocol"],
  },
  "src/console": {
    is: "the view of printed output, and the prompt; does not know the pane",
    rooms: [".", "prompt", "lines"],
    uses: ["src/trace", "src/keys/key.ts"],
  },
  "src/timeline": {
    is: "the view of what happened when; does not know the pane",
    rooms: [".", "table", "input", "parts", "drawing", "svg", "picture", "lanes", "bars", "scale"],
    uses: ["src/trace", "src/keys/key.ts"],
    packages: ["d3-array"],
  },
  "src/editor": {
    is: "the code editor; the only code in the page that imports Monaco",
    rooms: [".", "typescript", "marks", "support"],
    uses: [
      "src/trace",
      "src/runtime/offer.d.ts",
      // Only texts: the names that a pane refuses.
      "src/runtime/realm/refused-names.ts",
      "src/offline/one-file.ts",
    ],
    packages: ["monaco-editor"],
  },
  "src/languages": {
    is: "one record for each language: how it is compiled, run, highlighted and edited",
    rooms: ["."],
    uses: ["src/trace", "src/protocol", "src/compiler", "src/editor/support", "src/editor/typescript"],
    packages: ["#languages", "virtual:run-worker", "virtual:prepared"],
  },
  "src/export": {
    is: "saves runs as files and opens recordings; gets the model and a figure, does not know the views",
    rooms: [".", "chrome-trace", "picture"],
    uses: ["src/trace"],
    packages: ["valibot"],
  },
  "src/controls": {
    is: "buttons, boxes and questions that several parts of the page share",
    rooms: ["."],
    uses: [],
  },
  "src/screen": {
    is: "the page's surroundings: screen, address, theme, on-screen keyboard, network, host; and content of slides that waits",
    rooms: ["."],
    uses: ["src/editor/code-editor.ts"],
    packages: ["reveal.js"],
  },
  "src/keys": {
    is: "key records (label, action, description) and the sheet that lists them; does not define any key",
    rooms: ["."],
    uses: [],
  },
  "src/talk": {
    is: "what a talk can define besides its slides, and the defaults",
    rooms: ["."],
    uses: ["src/trace", "src/protocol", "src/console", "src/timeline"],
  },
  "src/pane": {
    is: "the live pane: its code, its runs, its cues and its views of them",
    rooms: [
      ".",
      "output",
      "cueing",
      "keeping",
      "threads",
      "runs",
      "network",
      "code",
      "state",
      "markup",
      "cues",
    ],
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
  "src/ink": {
    is: "pointing and drawing on slides: tools, strokes, magnifier; its state changes by plain events, so that two windows can share it",
    rooms: [".", "views", "tools", "state"],
    uses: ["src/keys", "src/controls"],
    packages: ["perfect-freehand", "valibot"],
  },
  "src/deck": {
    is: "the deck: reveal.js, keys, the menu of slides, the handout, the reading page and the print view",
    rooms: [".", "reading", "menu", "sharing"],
    uses: [
      "src/pane",
      "src/ink",
      "src/keys",
      "src/screen",
      "src/controls",
      "src/talk",
      // The key records of the views, for the sheet of keys.
      "src/console/prompt/prompt-keys.ts",
      "src/timeline/input/lane-keys.ts",
      "src/timeline/input/playhead-keys.ts",
    ],
    packages: ["reveal.js", "uqr"],
  },
  "src/desk": {
    is: "the desk, which is the speaker's window: its page, and what the deck's window tells it and does for it",
    rooms: [".", "host", "areas", "keys", "pictures", "link", "pace"],
    uses: [
      "src/deck",
      "src/ink",
      "src/editor/support/colours.ts",
      "src/pane",
      "src/keys",
      "src/screen",
      "src/controls",
      "src/talk",
      "src/offline/notice.ts",
    ],
  },
  "src/offline": {
    is: "the page's side of storing the deck in the browser",
    rooms: ["."],
    uses: ["src/service-worker/protocol.ts", "src/screen/thrift.ts", "src/screen/quiet.ts"],
  },
  "src/service-worker": {
    is: "stores files of any content, in another thread; does not know the deck",
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
    is: "Vite plugins: turn Markdown into the page, and build the site or the one file",
    rooms: ["slides", "site", "markup"],
    uses: [
      "src/pane/markup/pane-template.ts",
      "src/pane/cues/cue.ts",
      "src/pane/cues/cue-stages.ts",
      "src/languages/language.ts",
      "src/editor/support/colours.ts",
      "src/talk/talk.ts",
      "src/desk/pace",
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
      // Only its tokenizer, for the same colours as in the editor.
      "monaco-editor/editor/standalone/common/monarch",
    ],
  },
  "slides/cast": {
    is: "the animals: their look in every view, and elements to choose them. `uses` lists what a talk may import from src",
    rooms: ["."],
    uses: ["src/talk", "src/trace", "src/pane/live-pane.ts", "src/pane/markup/pane-host.ts", "mocks"],
  },
  slides: {
    is: "the talk: its content, and the one module that src imports as #talk",
    rooms: ["."],
    uses: ["src/talk", "slides/cast"],
  },
  mocks: {
    is: "the animals API; tests and other tools use it too, so it does not know the deck",
    rooms: ["."],
    uses: [],
    packages: ["msw"],
  },
};

/** The entry of the page. It puts all parts together, so it may import from every hall. */
export const entry = "src/main.ts";

/** Code for tests only. It may import from every hall. No product file may import it. */
export const testing = "testing";

/**
 * The most product files in one room. If a room has more, it does more than one thing: split it. Tests and styles do
 * not count.
 */
export const roomSize = 16;
