// What a compiled program and the linker in the run worker say to each other: modules, and how they see each other.

import type { Hooks } from "./hooks.ts";

/** The name of the module that panes offer, and what it exports. It is the first module of every program. */
export const offerName = "interleave";
export const offered: readonly string[] = ["write", "block", "worker", "workers", "Lock"];

/** One file of a program. Modules are known by their number in the program; 0 is what panes offer. */
export interface ModuleRecord {
  /** The file's name. */
  readonly name: string;
  /** True where its top level awaits. */
  readonly isAsync: boolean;
  /** The modules that are evaluated before it, in this order. */
  readonly needs: readonly number[];
  /** Each name that it exports, in the order of its namespace: of which module it is, and of what top-level name there. */
  readonly exports: readonly (readonly [name: string, module: number, local?: string])[];
}

/** Reads what a name of a module's top level holds; throws as reading the name does while nothing is in it yet. */
export type Cells = Readonly<Record<string, () => unknown>>;

/** What a module gives when its functions are there and nothing of it has been evaluated. */
export type Instantiated = readonly [
  cells: Cells,
  /** To be told that modules that it needs wait, and that it is about to be evaluated; the program's entry alone has them. */
  wait?: (promise: Promise<unknown>) => void,
  goOn?: () => void,
];

/** What a module's code is called with. */
export interface ModuleContext {
  read(module: number, local: string): unknown;
  namespace(module: number): object;
  /** import() */
  load(specifier: unknown, options?: unknown): Promise<object>;
  /** import.meta */
  readonly meta: object;
  /** Names a function that is declared as the default export, and has no other name. */
  nameDefault(value: object): void;
  /** Throws: a module has no `arguments`. */
  readonly arguments: never;
}

/** A module's code. Called and begun, it has instantiated itself; when it goes on, it is evaluated. */
export type ModuleBody = (
  context: ModuleContext,
) => Generator<Instantiated, void, void> | AsyncGenerator<Instantiated, void, void>;

/** Settles as the evaluation of the first module of the list does. */
export type Link = (modules: readonly (readonly [ModuleRecord, ModuleBody])[]) => Promise<void>;

/** The value of a compiled program's code. */
export type ProgramFunction = (hooks: Hooks, link: Link) => Promise<void>;

/** The program's name for the linker. */
export const linkName = "__link";
