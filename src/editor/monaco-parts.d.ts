// Monaco ships its TypeScript worker and grammar without types.

declare module "monaco-editor/languages/features/typescript/ts.worker" {
  /** The text of each of TypeScript's own libraries by its name, such as "lib.esnext.d.ts". */
  export const libFileMap: Record<string, string>;
}

declare module "monaco-editor/languages/definitions/typescript/typescript" {
  export const language: import("./typescript/grammar.ts").Grammar;
}
