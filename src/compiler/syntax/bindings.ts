// Which names a piece of syntax declares or assigns, and which identifiers are no names of values.

import type { AnyNode, Expression, Identifier, Pattern, VariableDeclaration } from "acorn";
import { children, eachPart, isFunction, withoutParentheses } from "./syntax.ts";

/** The names that a pattern binds or assigns, in order. */
export function patternNames(target: Expression | Pattern): Identifier[] {
  const pattern = withoutParentheses(target);
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
    default:
      return [];
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
  const found: VariableDeclaration[] = [];
  const visit = (node: AnyNode) => {
    if (isFunction(node) || node.type === "ClassBody") return;
    if (node.type === "VariableDeclaration" && node.kind === "var") found.push(node);
    eachPart(node, visit);
  };
  visit(tree);
  return found;
}

/** The names that are assigned as a tree is evaluated; what functions and classes within it do comes later. */
export function assignedNames(tree: AnyNode): Identifier[] {
  if (isFunction(tree) || tree.type === "ClassDeclaration" || tree.type === "ClassExpression") return [];
  const isAssignment = tree.type === "AssignmentExpression" && tree.operator === "=";
  return [...(isAssignment ? patternNames(tree.left) : []), ...children(tree).flatMap(assignedNames)];
}

/** True for an identifier in `parent` that names a property or a label. */
export function isMereName(parent: AnyNode, child: AnyNode): boolean {
  switch (parent.type) {
    case "MemberExpression":
      return child === parent.property && !parent.computed;
    case "Property":
    case "MethodDefinition":
    case "PropertyDefinition":
      return child === parent.key && !parent.computed;
    case "LabeledStatement":
    case "BreakStatement":
    case "ContinueStatement":
      return child === parent.label;
    case "MetaProperty":
      return true;
    default:
      return false;
  }
}

/** True for what lists names that mean nothing where they stand. */
export function isListOfNames(node: AnyNode): boolean {
  if (node.type === "ExportNamedDeclaration") return !node.declaration;
  return node.type === "ImportDeclaration" || node.type === "ExportAllDeclaration";
}
