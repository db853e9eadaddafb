// The names at the entry's top level, as the user wrote them, with those that they have in the bundle.

import type { AnyNode, BlockStatement, Identifier, VariableDeclaration } from "acorn";
import { isMereName, patternNames, varDeclarations } from "../syntax/bindings.ts";
import { eachPart } from "../syntax/syntax.ts";
import type { Origins } from "./maps.ts";

/**
 * @param body of the function that the bundle is
 * @param entry the file whose names are wanted: those that it declares, and those of other files that it uses
 */
export function topLevelNames(body: BlockStatement, entry: string, origins: Origins): Record<string, string> {
  // The helpers that esbuild brings come from no source.
  const known = declared(body).filter(({ start }) => origins.isFromSource(start));
  const bound = new Set(known.map(({ name }) => name));
  const names = new Map<string, string>();
  // esbuild gives nothing within a function the name of something around it.
  for (const { start, name } of identifiers(body)) {
    if (!bound.has(name) || origins.place(start)?.file !== entry) continue;
    const written = origins.name(start, name);
    if (written !== undefined && !keywords.test(written) && !names.has(written)) names.set(written, name);
  }
  return Object.fromEntries(names);
}

/** What may stand where the bundle has a name that the user did not write. */
const keywords =
  /^(default|await|using|var|let|const|function|async|class|enum|namespace|import|export|for)$/;

function declared(body: BlockStatement): Identifier[] {
  const inBlock = body.body.flatMap((statement) => {
    const { type } = statement;
    if (type === "FunctionDeclaration" || type === "ClassDeclaration") return [statement.id];
    if (type !== "VariableDeclaration" || statement.kind === "var") return [];
    return boundBy(statement);
  });
  return [...inBlock, ...varDeclarations(body).flatMap(boundBy)];
}

function boundBy({ declarations }: VariableDeclaration): Identifier[] {
  return declarations.flatMap(({ id }) => patternNames(id));
}

/** All identifiers that stand for a value, or declare one. */
function identifiers(node: AnyNode): Identifier[] {
  const found: Identifier[] = [];
  const visit = (part: AnyNode) => {
    if (part.type === "Identifier") found.push(part);
    eachPart(part, (inner) => {
      if (!isMereName(part, inner)) visit(inner);
    });
  };
  visit(node);
  return found;
}
