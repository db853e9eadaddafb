// The module that src/build/site/run-worker.ts makes.

declare module "virtual:run-worker" {
  /** The run worker as one classic script. */
  const code: string;
  export default code;
}
