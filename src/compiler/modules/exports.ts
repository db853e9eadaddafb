// Rewrites module syntax as statements of a function's body: imports, exports, and constants that the prompt may
// assign.

import type { AnyNode, ExportDefaultDeclaration, Program } from "acorn";
import type { Work } from "../instrument/work.ts";
import { isAnonymous } from "../syntax/syntax.ts";
import { defaultName } from "./module-text.ts";

/** @returns a function to call when everything inside the statements has been opened and closed */
export function writeExports({ body }: Program, work: Work): () => void {
  const closes = body.map((statement) => writeStatement(statement, work));
  return () => {
    for (const close of closes) close?.();
  };
}

function writeStatement(statement: AnyNode, work: Work): (() => void) | undefined {
  const { edits } = work;
  switch (statement.type) {
    case "ImportDeclaration":
    case "ExportAllDeclaration":
      edits.blank(statement.start, statement.end);
      return undefined;
    case "ExportNamedDeclaration": {
      const { declaration, start, end } = statement;
      edits.blank(start, declaration?.start ?? end);
      return declaration ? writeStatement(declaration, work) : undefined;
    }
    case "ExportDefaultDeclaration":
      edits.blank(statement.start, statement.declaration.start);
      return writeDefault(statement, work);
    case "VariableDeclaration":
      // The prompt may assign a constant. Assignments in the program itself still throw (see write.ts).
      if (statement.kind === "const") edits.replace(statement.start, statement.start + "const".length, "let");
      return undefined;
    default:
      return undefined;
  }
}

/** A default export without a name of its own gets the name "default". */
function writeDefault({ declaration }: ExportDefaultDeclaration, work: Work): (() => void) | undefined {
  const { edits, code } = work;
  const { start, end, type } = declaration;
  if (type === "FunctionDeclaration") {
    if (declaration.id) return undefined;
    const [head = ""] = /^(async\s+)?function\s*\*?/.exec(code.slice(start, end)) ?? [];
    edits.close(start + head.length, ` ${defaultName}`);
    return undefined;
  }
  if (type === "ClassDeclaration" && declaration.id) return undefined;
  if (type === "ClassDeclaration" || isAnonymous(declaration)) {
    edits.open(start, `let ${defaultName} = { default: `);
    return () => edits.close(end, ` }.default${type === "ClassDeclaration" ? ";" : ""}`);
  }
  edits.open(start, `let ${defaultName} = `);
  return undefined;
}
