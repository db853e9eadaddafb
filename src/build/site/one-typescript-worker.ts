// Keeps Monaco's own TypeScript worker out of the build. src/editor has its own in place of it, and each is seven
// megabytes.

import type { Plugin } from "vite";

const ownWorker = /createWorker: .*ts\.worker\.js.*,/;

/** Removes the code with which Monaco starts its worker. Fails the build if that code looks different. */
export function oneTypeScriptWorker(): Plugin {
  return {
    name: "one-typescript-worker",
    enforce: "pre",
    transform: {
      filter: { id: /features\/typescript\/workerManager\.js$/ },
      handler(code) {
        if (ownWorker.test(code)) return code.replace(ownWorker, "");
        return this.error(
          "Monaco starts its TypeScript worker otherwise than before: see src/build/site/one-typescript-worker.ts.",
        );
      },
    },
  };
}
