// Serves the built site to the browser tests twice: at the root of one origin, and below a path of another origin
// whose root is empty.

import { existsSync } from "node:fs";
import { join } from "node:path";
import { serve } from "./serve.mjs";
import { Refusal, root } from "./setup.mjs";

/** Playwright needs a default export. It passes the environment on to the tests. */
export default async function serveBuiltSite() {
  const folder = join(root, "dist");
  if (!existsSync(join(folder, "index.html")))
    throw new Refusal("There is no built site: run `npm run build` first.");
  const sites = [await serve(folder), await serve(folder, { base: "/talks/interleave/" })];
  const [atRoot, belowPath] = sites;
  process.env.INTERLEAVE_URL = atRoot?.url;
  process.env.INTERLEAVE_SUBPATH_URL = belowPath?.url;
  return () => Promise.all(sites.map(({ close }) => close()));
}
