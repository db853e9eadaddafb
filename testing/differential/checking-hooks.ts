// Hooks that only keep the contract of their types, and complain if they are called in the wrong order.

import type { Hooks, TaskHandle } from "../../src/protocol/hooks.ts";
import type { Site } from "../../src/protocol/javascript.ts";
import { UsedResources } from "../../src/runtime/modules/resources.ts";

/** Checks the sites that hooks are given, and hears of mistakes. */
interface Checker {
  readonly complain: (text: string) => void;
  readonly checkSite: (site: number, isFunction: boolean) => void;
}

class CheckedTask implements TaskHandle {
  site = -1;
  #state: "created" | "running" | "suspended" | "ended";
  readonly #checker: Checker;

  constructor(state: "created" | "running", checker: Checker) {
    this.#state = state;
    this.#checker = checker;
  }

  #become(state: "running" | "suspended" | "ended", hook: string): void {
    if (this.#state === "ended" && hook !== "leaves")
      this.#checker.complain(`"${hook}" was told of a task that has ended.`);
    this.#state = state;
  }

  set suspends(_: unknown) {
    this.#checker.checkSite(this.site, false);
    this.site = -1;
    this.#become("suspended", "suspends");
  }

  set suspendsCall(value: unknown) {
    this.suspends = value;
  }

  set suspendsChain(value: unknown) {
    this.suspends = value;
  }

  suspend<T>(value: T, site: number): T {
    this.site = site;
    this.suspends = value;
    return value;
  }

  set resumes(_: unknown) {
    if (this.#state !== "suspended") this.#checker.complain("A task was resumed that was not suspended.");
    this.#become("running", "resumes");
  }

  resume<T>(value: T): T {
    this.resumes = value;
    return value;
  }

  awake(): Iterable<never> {
    this.#become("running", "awake");
    return [];
  }

  set caught(_: true) {
    this.#become("running", "caught");
  }

  set passed(_: true) {
    this.#become("running", "passed");
  }

  set begins(_: true) {
    if (this.#state !== "created") this.#checker.complain("A task has begun twice.");
    this.#become("running", "begins");
  }

  set returns(_: unknown) {
    this.#become("ended", "returns");
  }

  set throws(_: unknown) {
    this.#become("ended", "throws");
  }

  set leaves(_: true) {
    this.#become("ended", "leaves");
  }
}

class CheckingHooks implements Hooks {
  readonly key = Symbol("created");
  args: readonly unknown[] = [];
  entered: TaskHandle;
  readonly lost: TaskHandle;
  readonly #checker: Checker;

  constructor(checker: Checker) {
    this.#checker = checker;
    this.lost = new CheckedTask("created", checker);
    this.entered = this.lost;
  }

  set enters(site: number) {
    if (!Array.isArray(this.args)) this.#checker.complain("A task was entered without arguments.");
    this.#checker.checkSite(site, true);
    this.entered = new CheckedTask("running", this.#checker);
  }

  create(site: number): TaskHandle {
    this.#checker.checkSite(site, true);
    return new CheckedTask("created", this.#checker);
  }

  together(first: readonly unknown[], rest: readonly unknown[]): readonly unknown[] {
    return [...first, ...rest];
  }

  set calls(_: unknown) {}
  set chains(_: unknown) {}
  set members(_: unknown) {}
  set all(_: unknown) {}
  set allSettled(_: unknown) {}
  set race(_: unknown) {}
  set any(_: unknown) {}

  call<T>(value: T): T {
    return value;
  }

  chain<T>(value: T): T {
    return value;
  }

  mark(): number {
    return 0;
  }

  made<T>(_: number, promise: T): T {
    return promise;
  }

  resources(): UsedResources {
    return new UsedResources();
  }

  scope(evaluate: (code: string) => unknown): void {
    if (evaluate("typeof __hooks") !== "object")
      this.#checker.complain("The prompt does not get the program's scope.");
  }
}

/** @param complain called with each mistake of the instrumented program */
export function checkingHooks(sites: readonly Site[], complain: (text: string) => void): Hooks {
  const checkSite = (site: number, isFunction: boolean) => {
    if ((sites[site]?.what.kind === "function") !== isFunction) complain(`Site ${site} is of another kind.`);
  };
  return new CheckingHooks({ complain, checkSite });
}
