// The interface between a compiled program and the linker in the run worker: modules, their exports and their bindings.

import type { Hooks } from "./hooks.ts";

/** The name of the built-in module and its exports. It is module 0 of every program. */
export const offerName = "interleave";
export const offered: readonly string[] = ["write", "block", "worker", "workers", "Lock"];

/** A file of a program. Modules are identified by their index in the program; 0 is the built-in module. */
export interface ModuleRecord {
  /** The file's name. */
  readonly name: string;
  /** True if the module's top level awaits. */
  readonly isAsync: boolean;
  /** The modules that are evaluated before this one, in order. */
  readonly needs: readonly number[];
  /**
   * The module's exports, in the order of its namespace: the exported name, the module that the binding belongs to, and
   * its top-level name there. Without a `local` name the export is that module's namespace.
   */
  readonly exports: readonly (readonly [name: string, module: number, local?: string])[];
}

/**
 * Reads bindings of a module's top level by name. A read throws a ReferenceError while the binding is in its dead zone.
 */
export type Cells = Readonly<Record<string, () => unknown>>;

/** What a module yields when it has been instantiated: its functions exist, and nothing has been evaluated. */
export type Instantiated = readonly [
  cells: Cells,
  /**
   * `wait` is called with the promise of modules that this one needs; `goOn` when they have ended, just before it is
   * evaluated. Only the entry has them.
   */
  wait?: (promise: Promise<unknown>) => void,
  goOn?: () => void,
];

/** The argument of a module's code: how it reaches other modules. */
export interface ModuleContext {
  read(module: number, local: string): unknown;
  namespace(module: number): object;
  /** import() */
  load(specifier: unknown, options?: unknown): Promise<object>;
  /** import.meta */
  readonly meta: object;
  /** Gives a function that is the default export, and has no name of its own, the name "default". */
  nameDefault(value: object): void;
  /** Throws: a module has no `arguments`. */
  readonly arguments: never;
}

/** The code of a module, as a generator function. Its first step instantiates the module, the next one evaluates it. */
export type ModuleBody = (
  context: ModuleContext,
) => Generator<Instantiated, void, void> | AsyncGenerator<Instantiated, void, void>;

/** Links and evaluates modules. Settles with the evaluation of the first module in the list. */
export type Link = (modules: readonly (readonly [ModuleRecord, ModuleBody])[]) => Promise<void>;

/** The value of a compiled program's code. */
export type ProgramFunction = (hooks: Hooks, link: Link) => Promise<void>;

/**
 * The name in a module's code of the object that reads imports which may change. A number follows if the file contains
 * this name.
 */
export const accessorsName = "$names";

/** The linker's name in the program's code. */
export const linkName = "__link";
