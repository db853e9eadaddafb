// Keeps parts of Monaco out of the build that the editor does not use but Monaco's own code imports.

import type { Plugin } from "vite";

/** A change to one of Monaco's files. */
interface Cut {
  /** Matches the path of the file. */
  readonly file: RegExp;
  /** Matches what is cut out of it. */
  readonly part: RegExp;
  readonly replacement: string;
}

const cuts: readonly Cut[] = [
  // Monaco's own TypeScript worker. src/editor has another in its place, and each is seven megabytes.
  {
    file: /features\/typescript\/workerManager\.js$/,
    part: /createWorker: .*ts\.worker\.js.*,/,
    replacement: "",
  },
  // All features of Monaco, with the TypeScript support. An editor that is open at that time would break, and
  // src/editor/features.ts lists those that are used.
  { file: /internal\/common\/workers\.js$/, part: /^import ['"].*['"];$/gm, replacement: "" },
  // The editors that show two texts beside each other. They are never made; Monaco extends the first one's class.
  {
    file: /widget\/diffEditor\/diffEditorWidget\.js$/,
    part: /^.*\bclass DiffEditorWidget\b.*$/s,
    replacement: "export class DiffEditorWidget {}",
  },
  {
    file: /widget\/multiDiffEditor\/multiDiffEditorWidget\.js$/,
    part: /^.*\bclass MultiDiffEditorWidget\b.*$/s,
    replacement: "export class MultiDiffEditorWidget {}",
  },
  // An error that is made while the module runs, only to be thrown and recognized. Where an inspector is attached, V8
  // then parses the whole file once more, to note where the error came from: half of the time that Monaco takes to load.
  {
    file: /contextkey\/common\/contextkey\.js$/,
    part: /this\._parseError = new Error\(\);/,
    replacement: "this._parseError = {};",
  },
  // Two properties of the whole page for each of Monaco's 600 icons. Its styles read those of one icon, and any change of
  // them makes the browser compute the style of every element again.
  {
    file: /theme\/browser\/iconsStyleSheet\.js$/,
    part: /(?=rootAttribs\.push\()/g,
    replacement: 'if (contribution.id === "x") ',
  },
  // Monaco merges all of its settings again after each one that an editor sets. Their old values are read beforehand.
  {
    file: /standalone\/browser\/standaloneServices\.js$/,
    part: /for \(const entry of values\) \{\s*const \[key, value\] = entry;\s*if \(this\.getValue\(key\) === value\)/,
    replacement:
      "const before = new Map(values.map(([key]) => [key, this.getValue(key)])); for (const [key, value] of values) { if (before.get(key) === value)",
  },
];

/** Vite plugin. Fails the build if a part looks different in another version of Monaco. */
export function monacoParts(): Plugin {
  return {
    name: "monaco-parts",
    enforce: "pre",
    transform: {
      filter: { id: cuts.map(({ file }) => file) },
      handler(code, id) {
        return (
          withoutPart(code, id) ??
          this.error(`Monaco's file ${id} is not as it was: see src/build/site/monaco-parts.ts.`)
        );
      },
    },
  };
}

/** Returns the code of one of Monaco's files without the part that is cut out; `undefined` if the part is not there. */
export function withoutPart(code: string, path: string): string | undefined {
  const cut = cuts.find(({ file, part }) => file.test(path) && code.search(part) >= 0);
  return cut && code.replace(cut.part, cut.replacement);
}
