// Lists the names that syntax declares or assigns, and tells identifiers that are not variables.

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

/** The names that statements declare in their block. `var` is left out: it belongs to the function. */
export function blockNames(statements: readonly AnyNode[]): string[] {
  return statements.flatMap((statement) => {
    if (statement.type === "VariableDeclaration") {
      return statement.kind === "var" ? [] : declaredNames(statement);
    }
    const isNamed = statement.type === "FunctionDeclaration" || statement.type === "ClassDeclaration";
    return isNamed && statement.id ? [statement.id.name] : [];
  });
}

/** The `var` declarations in a tree, without those inside functions and class bodies. */
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

/** The names that are assigned with `=` when a tree is evaluated. Functions and classes inside it do not count. */
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

/** True for imports, and for exports that only list names: their identifiers are not uses of variables. */
export function isListOfNames(node: AnyNode): boolean {
  if (node.type === "ExportNamedDeclaration") return !node.declaration;
  return node.type === "ImportDeclaration" || node.type === "ExportAllDeclaration";
}
