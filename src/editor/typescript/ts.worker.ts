// The TypeScript worker: Monaco's, with types in which the names that a pane refuses are deprecated.

import { libFileMap } from "monaco-editor/languages/features/typescript/ts.worker";
import { strikeRefused } from "./refused.ts";

const library = "lib.webworker.d.ts";

libFileMap[library] = strikeRefused(libFileMap[library] ?? "");
