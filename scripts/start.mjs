// `npm start`: installs and builds what is missing, serves the deck and prints its address.
//
// package.json starts it with `exec`: otherwise the shell between npm and this process would die of Ctrl+C, and npm
// would report that. The words after `||` are for Windows, whose shell has no `exec`.

import { ensureBuilt } from "./build.mjs";
import { ensureInstalled, main, Refusal } from "./setup.mjs";
import { talkIn } from "./talk.mjs";

/** @returns {number} the port from the environment's PORT; 4173 if it names none */
function wantedPort() {
  const text = process.env.PORT || "4173";
  const port = Number(text);
  if (Number.isInteger(port) && port >= 0 && port <= 65535) return port;
  throw new Refusal(`PORT is a number up to 65535, and "${text}" is not.`);
}

await main(async () => {
  const port = wantedPort();
  await ensureInstalled();
  await ensureBuilt();
  const { serve } = await import("./serve.mjs");
  const host = process.env.HOST;
  const options = { port, stepOver: true, isIsolated: true, ...(host ? { host } : {}) };
  const { url } = await serve(talkIn().dist, options);
  console.log(`The deck is at ${url} — Ctrl+C ends it.`);
  // Not `once`: npm sends the terminal's Ctrl+C a second time, and without a listener that one would kill the
  // process.
  for (const signal of ["SIGINT", "SIGTERM"]) process.on(signal, () => process.exit(0));
});
