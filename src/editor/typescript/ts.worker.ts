// The worker that knows TypeScript: Monaco's, whose types of a worker in a browser are told what a pane refuses.

import { libFileMap } from "monaco-editor/languages/features/typescript/ts.worker";
import { strikeRefused } from "./refused.ts";

const library = "lib.webworker.d.ts";

libFileMap[library] = strikeRefused(libFileMap[library] ?? "");
