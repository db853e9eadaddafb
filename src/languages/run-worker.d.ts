// Types of the modules that src/build/site/run-worker.ts makes, one for each language.

declare module "virtual:run-worker/*" {
  /** The language's run worker, as one classic script. */
  const code: string;
  export default code;
}
