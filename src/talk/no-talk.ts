// An empty talk. The build uses it if the folder of slides has no talk.ts.

import type { Talk } from "./talk.ts";

export const talk: Talk = {};
