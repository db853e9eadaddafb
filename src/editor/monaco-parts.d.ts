// Types for Monaco's TypeScript worker and grammar, which Monaco ships without types.

declare module "monaco-editor/languages/features/typescript/ts.worker" {
  /** The text of each of TypeScript's own libraries by its name, for example "lib.esnext.d.ts". */
  export const libFileMap: Record<string, string>;
}

declare module "monaco-editor/languages/definitions/typescript/typescript" {
  export const language: import("./typescript/grammar.ts").Grammar;
}
