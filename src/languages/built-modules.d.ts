// Types of the modules that the build makes, one for each language (src/build/site/run-worker.ts,
// src/build/slides/prepared-texts.ts).

declare module "virtual:run-worker/*" {
  /** The language's run worker, as one classic script. */
  const code: string;
  export default code;
}

declare module "virtual:prepared/typescript" {
  const texts: readonly import("../compiler/esbuild/prepared.ts").PreparedText[];
  export default texts;
}
