// Stands in for slides/talk.ts where a talk has none.

import type { Talk } from "./talk.ts";

export const talk: Talk = {};
