// The hooks of instrumented JavaScript. The compiler writes the calls (src/compiler/instrument); the task tracer
// implements them.

/** The methods of Promise that join several promises into one. */
export type GroupMethod = "all" | "allSettled" | "race" | "any";

/**
 * The tracer's handle of a task. Instrumented code keeps it in a variable.
 *
 * Most hooks are setters. An assignment keeps nothing on the stack while the value is computed, which may be a deep call:
 * `(value = f(), task.site = 2, task.suspends = value)`. A call would keep its function and its arguments there, in each
 * frame of a recursion. Hooks without a value of their own are told `true`.
 */
export interface TaskHandle {
  /** Where the task is about to be suspended: an index into the program's list of sites. Set before `suspends`. */
  site: number;
  /** The task is about to await or yield this value. */
  set suspends(value: unknown);
  /** The same for the value of a call: does what `Hooks.calls` and then `suspends` do. */
  set suspendsCall(value: unknown);
  /** The same for the value of a chained call (see `Hooks.chains`). */
  set suspendsChain(value: unknown);
  /** Does what `site` and `suspends` do, and returns the value. */
  suspend<T>(value: T, site: number): T;
  /** The task has control again, after an await or a yield that gave this value. */
  set resumes(value: unknown);
  /** Does what `resumes` does, and returns the value. */
  resume<T>(value: T): T;
  /**
   * Called when the task has control again without a value: in the body of a `for await`, and after the loop.
   * @returns what can be iterated, holds nothing, and calls nothing of the program's
   */
  awake(): Iterable<never>;
  /** At the start of a catch block. */
  set caught(isTrue: true);
  /** At the start of a finally block. */
  set passed(isTrue: true);
  /** First in the body of a generator. */
  set begins(isTrue: true);
  /** The task ends and returns this value. */
  set returns(value: unknown);
  /** The task ends and throws this error. */
  set throws(error: unknown);
  /** Last in a task that may not have told yet how it ends: a generator that is closed tells nothing else. */
  set leaves(isTrue: true);
}

/**
 * Every hook returns at once, calls no code of the program and never throws, even if the stack overflows in it, so that
 * the program behaves as without it. `site` is an index into the program's list of sites.
 */
export interface Hooks {
  /** A property key that no object has. It lets a parameter's default run when a generator is created. */
  readonly key: symbol;

  /** The arguments of the function that is about to be entered. Set before `enters`. */
  args: readonly unknown[];
  /** First in the body of an async function, and first in the program itself: the task of this site has control. */
  set enters(site: number);
  /** The task that has just been entered. */
  readonly entered: TaskHandle;
  /** Stands for a task that the trace does not have. Its hooks do nothing, and take nothing of the stack. */
  readonly lost: TaskHandle;

  /** Called when a generator was called, with these arguments. Its body has not begun. */
  create(site: number, args: readonly unknown[]): TaskHandle;
  /** Returns the arguments of a function with a rest parameter as one list. */
  together(first: readonly unknown[], rest: readonly unknown[]): readonly unknown[];

  /** The value of a call. If the call started a coroutine, it is that coroutine's promise. */
  set calls(value: unknown);
  /** The value of a chained call such as `f().then(g)`: it may be another promise, derived from the coroutine's. */
  set chains(value: unknown);
  /** Do what `calls` and `chains` do, and return the value. */
  call<T>(value: T): T;
  chain<T>(value: T): T;
  /** Called before a promise is constructed. Returns the mark that `made` needs. */
  mark(): number;
  /** Called with a promise that was constructed since `mark`. Returns it. */
  made<T>(mark: number, promise: T): T;
  /** The argument of Promise.all or another group method. */
  set members(iterable: unknown);
  /** The promise that the group method of this name has returned. */
  set all(promise: unknown);
  set allSettled(promise: unknown);
  set race(promise: unknown);
  set any(promise: unknown);

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
