// `npm start`: installs and builds what is missing, serves the deck and says where.
//
// package.json starts it with `exec`, because a shell between npm and this process dies of Ctrl+C itself, and npm then
// reports that; the words after `||` are for Windows, whose shell has no `exec`.

import { ensureBuilt } from "./build.mjs";
import { ensureInstalled, main, Refusal } from "./setup.mjs";
import { talkIn } from "./talk.mjs";

/** @returns {number} from the environment's PORT; 4173 where it names none */
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
  const { url } = await serve(talkIn().dist, { port, stepOver: true, ...(host ? { host } : {}) });
  console.log(`The deck is at ${url} — Ctrl+C ends it.`);
  // Not `once`: npm sends the terminal's Ctrl+C a second time, and unheard that one would kill.
  for (const signal of ["SIGINT", "SIGTERM"]) process.on(signal, () => process.exit(0));
});
