// What instrumented JavaScript calls. The compiler writes the calls (src/compiler/instrument); the task tracer answers them.

/** What of Promise makes one promise of several. */
export type GroupMethod = "all" | "allSettled" | "race" | "any";

/** The tracer's handle of one task. Instrumented code keeps it in a variable and passes it on. */
export type TaskHandle = object;

/**
 * Every hook returns at once, calls nothing of the program's, and never throws, so that the program behaves as without
 * it. `site` counts into the program's list of sites.
 */
export interface Hooks {
  /** A property that no object has: lets a parameter's default run when a generator is created. */
  readonly key: symbol;

  /** Called first in the body of an async function, also of the program's own, with its arguments: it has control. */
  enter(site: number, args: readonly unknown[]): TaskHandle;
  /** A generator was called, with these arguments; its body has not begun. */
  create(site: number, args: readonly unknown[]): TaskHandle;
  /** Called first in the body of a generator. */
  begin(task: TaskHandle): void;
  /** Called last, however the task ends. */
  leave(task: TaskHandle): void;
  /** The task is about to end by throwing `error`, which is returned. */
  fail(task: TaskHandle, error: unknown): unknown;

  /** The task is about to await or yield `value`, which is returned. */
  suspend<T>(task: TaskHandle, site: number, value: T): T;
  /** The task has control again, after an await or a yield that gave `value`, which is returned. */
  resume<T>(task: TaskHandle, value: T): T;
  /** The task is at the start of a catch block. */
  caught(task: TaskHandle): void;
  /** The task is at the start of a finally block. */
  passed(task: TaskHandle): void;
  /** The task has control again, where there is no value: in the body of a `for await`, and after it. */
  awake(task: TaskHandle): void;

  /**
   * A call gave `value`, which is returned: where a coroutine has just been called, it is that coroutine's promise.
   * @param isIts false where what was called is the value of another call, so that the promise is made of that
   */
  called<T>(value: T, isIts?: boolean): T;
  /** To be called before a promise is constructed: what `made` is then told. */
  mark(): number;
  /** `promise` was constructed since `mark`; it is returned. */
  made<T>(mark: number, promise: T): T;
  /** The argument of a call of Promise.all or its kin, which is returned. */
  members<T>(iterable: T): T;
  /** What that call gave, which is returned. */
  group<T>(method: GroupMethod, promise: T): T;

  /** What a block with `using` closes at its end. */
  resources(): Resources;

  /** Gives the prompt access to the scope that `evaluate` is in. */
  scope(evaluate: (code: string) => unknown): void;
}

/** What one block has declared with `using` or `await using`, and how the block ends. */
export interface Resources {
  /** Notes what is to be closed; throws where it cannot be. */
  add(value: unknown): object;
  /** The same for `await using`. @param site of the declaration */
  addAsync(value: unknown, site: number): object;
  /** The block, or the closing of something, threw `error`. */
  fail(error: unknown): void;
  /** Closes one after the other, up to one that has to be awaited: true where there is one. */
  next(): boolean;
  /** What has to be awaited then, and the site of its declaration. */
  readonly awaited: unknown;
  readonly site: number;
  /** Closes all that is left; throws where something has failed. */
  end(): void;
}
