// The hooks of instrumented JavaScript. The compiler writes the calls (src/compiler/instrument); the task tracer
// implements them.

/** The methods of Promise that join several promises into one. */
export type GroupMethod = "all" | "allSettled" | "race" | "any";

/** The tracer's handle of a task. Instrumented code keeps it in a variable and passes it on. */
export type TaskHandle = object;

/**
 * Every hook returns at once, calls no code of the program and never throws, even if the stack overflows in it, so that the
 * program behaves as without it. The exceptions are `enter` and `create`: they throw the engine's RangeError at the very end of
 * the stack. `site` is an index into the program's list of sites.
 *
 * A hook that returns a value takes it as its first argument. The other arguments are then evaluated after the value, so
 * they take no stack space while the value is computed, which may be a deep call.
 */
export interface Hooks {
  /** A property key that no object has. It lets a parameter's default run when a generator is created. */
  readonly key: symbol;

  /**
   * Called first in the body of an async function, and first in the program itself, with the arguments: the task has
   * control.
   */
  enter(site: number, args: readonly unknown[]): TaskHandle;
  /** Called when a generator was called, with these arguments. Its body has not begun. */
  create(site: number, args: readonly unknown[]): TaskHandle;
  /** Returns the arguments of a function with a rest parameter as one list. */
  together(first: readonly unknown[], rest: readonly unknown[]): readonly unknown[];
  /** Called first in the body of a generator. */
  begin(task: TaskHandle): void;
  /** Called last, however the task ends. */
  leave(task: TaskHandle): void;
  /** Called when the task is about to end by throwing `error`. Returns `error`. */
  fail(task: TaskHandle, error: unknown): unknown;

  /** Called when the task is about to await or yield `value`. Returns `value`. */
  suspend<T>(value: T, task: TaskHandle, site: number): T;
  /** Does what `called` and then `suspend` do. */
  suspendCall<T>(value: T, task: TaskHandle, site: number, isIts?: boolean): T;
  /** Called when the task has control again, after an await or a yield that gave `value`. Returns `value`. */
  resume<T>(value: T, task: TaskHandle): T;
  /** Called at the start of a catch block. */
  caught(task: TaskHandle): void;
  /** Called at the start of a finally block. */
  passed(task: TaskHandle): void;
  /**
   * Called when the task has control again without a value: in the body of a `for await`, and after the loop.
   * @returns what can be iterated, holds nothing, and calls nothing of the program's
   */
  awake(task: TaskHandle): Iterable<never>;

  /**
   * Called with the `value` of a call, and returns it. If the call started a coroutine, `value` is that coroutine's
   * promise.
   * @param isIts false for a chained call such as `f().then(g)`: `value` may then be another promise, derived from the
   * coroutine's
   */
  called<T>(value: T, isIts?: boolean): T;
  /** Called before a promise is constructed. Returns the mark that `made` needs. */
  mark(): number;
  /** Called with a promise that was constructed since `mark`. Returns it. */
  made<T>(mark: number, promise: T): T;
  /** Called with the argument of Promise.all or another group method. Returns it. */
  members<T>(iterable: T): T;
  /** Called with the promise that the group method returned. Returns it. */
  group<T>(method: GroupMethod, promise: T): T;

  /** Called at the start of a block with `using` declarations. Returns the list of its resources. */
  resources(): Resources;

  /** Gives the prompt access to a scope of the program: `evaluate` is a direct eval in it. */
  scope(evaluate: (code: string) => unknown): void;
}

/** The resources that a block has declared with `using` or `await using`, and how the block ends. */
export interface Resources {
  /** Adds a resource that is to be disposed of; throws if it cannot be. */
  add(value: unknown): object;
  /**
   * Adds a resource of `await using`; throws if it cannot be disposed of.
   * @param site of the declaration
   */
  addAsync(value: unknown, site: number): object;
  /** Called when the block, or a disposal, threw `error`. */
  fail(error: unknown): void;
  /** Disposes of the resources, the last one first, until a promise has to be awaited. Returns true if there is one. */
  next(): boolean;
  /** The promise to be awaited, and the site of its resource's declaration. */
  readonly awaited: unknown;
  readonly site: number;
  /** Disposes of all that is left; throws if something has failed. */
  end(): void;
}
