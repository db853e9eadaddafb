// Gives the mock handlers, and MSW, timers of the mock's server in place of the globals, which are the program's.

import { readFile } from "node:fs/promises";
import { resolve } from "node:path";

/** The timers, as a module. */
const module = resolve(import.meta.dirname, "../../runtime/network/server-time.ts");
const names = "setTimeout, setInterval, clearTimeout, clearInterval";
const timers = /\b(?:set|clear)(?:Timeout|Interval)\b/;

/**
 * An esbuild plugin for run workers. A name that a module imports hides the global of the same name in that module.
 * @param {string} handlers file of the handlers; everything in its folder is the server's
 * @returns {import("esbuild").Plugin}
 */
export function serverTimers(handlers) {
  const folder = resolve(handlers, "..");
  return {
    name: "server-timers",
    setup({ onLoad }) {
      onLoad({ filter: /\.(?:[cm]?js|ts)$/ }, async ({ path }) => {
        if (!path.startsWith(folder) && !/[\\/]node_modules[\\/]msw[\\/]/.test(path)) return undefined;
        const text = await readFile(path, "utf8");
        if (!timers.test(text)) return undefined;
        const contents = `import { ${names} } from ${JSON.stringify(module)};\n${text}`;
        return { contents, loader: path.endsWith("ts") ? "ts" : "js" };
      });
    },
  };
}
