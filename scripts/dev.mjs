// `npm run dev`: installs what is missing, then serves the sources with hot reload of slides and examples.

import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { ensureInstalled, main, root } from "./setup.mjs";

await main(async () => {
  await ensureInstalled();
  process.chdir(root);
  // Imports Vite's command line, which reads this process's arguments. So there is no second process to stop.
  await import(pathToFileURL(join(root, "node_modules", "vite", "bin", "vite.js")).href);
});
