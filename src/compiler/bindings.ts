// Which names a piece of syntax declares, and which parts it has.

import type { AnyNode, Identifier, Pattern, Program, Statement, VariableDeclaration } from "acorn";

/** The names that a pattern binds, in order. */
export function patternNames(pattern: Pattern): Identifier[] {
  switch (pattern.type) {
    case "Identifier":
      return [pattern];
    case "ObjectPattern":
      return pattern.properties.flatMap((property) =>
        patternNames(property.type === "RestElement" ? property.argument : property.value),
      );
    case "ArrayPattern":
      return pattern.elements.flatMap((element) => (element ? patternNames(element) : []));
    case "RestElement":
      return patternNames(pattern.argument);
    case "AssignmentPattern":
      return patternNames(pattern.left);
    case "MemberExpression":
      return [];
    default:
      return pattern satisfies never;
  }
}

export function declaredNames({ declarations }: VariableDeclaration): string[] {
  return declarations.flatMap(({ id }) => patternNames(id).map(({ name }) => name));
}

/** The names that statements declare for the block that they stand in; `var` belongs to the function instead. */
export function blockNames(statements: readonly AnyNode[]): string[] {
  return statements.flatMap((statement) => {
    if (statement.type === "VariableDeclaration") {
      return statement.kind === "var" ? [] : declaredNames(statement);
    }
    const isNamed = statement.type === "FunctionDeclaration" || statement.type === "ClassDeclaration";
    return isNamed && statement.id ? [statement.id.name] : [];
  });
}

/** The declarations with `var` in a tree; functions and classes keep theirs to themselves. */
export function varDeclarations(tree: AnyNode): VariableDeclaration[] {
  if (isFunction(tree) || tree.type === "ClassDeclaration" || tree.type === "ClassExpression") return [];
  const own = tree.type === "VariableDeclaration" && tree.kind === "var" ? [tree] : [];
  return [...own, ...children(tree).flatMap(varDeclarations)];
}

/** The names that are assigned as a tree is evaluated; what functions and classes within it do comes later. */
export function assignedNames(tree: AnyNode): Identifier[] {
  if (isFunction(tree) || tree.type === "ClassDeclaration" || tree.type === "ClassExpression") return [];
  const isAssignment = tree.type === "AssignmentExpression" && tree.operator === "=";
  return [...(isAssignment ? patternNames(tree.left) : []), ...children(tree).flatMap(assignedNames)];
}

export type FunctionNode = Extract<
  AnyNode,
  { type: "FunctionDeclaration" | "FunctionExpression" | "ArrowFunctionExpression" }
>;

export function isFunction(node: AnyNode): node is FunctionNode {
  return /^(FunctionDeclaration|FunctionExpression|ArrowFunctionExpression)$/.test(node.type);
}

/** The parts that a node consists of, in the order of the tree's properties. */
export function children(node: AnyNode): AnyNode[] {
  return Object.values(node).flat().filter(isNode);
}

function isNode(value: unknown): value is AnyNode {
  return typeof value === "object" && value !== null && "type" in value && typeof value.type === "string";
}

/** The statements of a program that is no module's: imports and exports are refused before. */
export function statementsOf(program: Program): Statement[] {
  return program.body.filter(
    (statement) => !/^(Import|Export).*Declaration$/.test(statement.type),
  ) as Statement[];
}
