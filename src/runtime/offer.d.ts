// What a pane offers to the programs in it, besides what every worker in a browser has.

declare module "interleave" {
  /** Prints text without ending the line. */
  export function write(text: string): void;

  /**
   * Waits and keeps control: nothing else of the program runs meanwhile.
   * To wait and let others run, await a timer.
   * @param milliseconds how long, on the run's clock; 0 or more
   */
  export function block(milliseconds: number): void;

  /** Which worker runs this program, counted from 0: a pane can have several run it at the same moment. */
  export const worker: number;

  /** How many workers run this program; 1 unless the pane says otherwise. */
  export const workers: number;

  /** One task at a time: the others wait in the order in which they came. */
  export class Lock {
    /** @param name what the timeline calls it */
    constructor(name?: string);
    /** True while somebody holds it. */
    readonly isHeld: boolean;
    /**
     * Waits until the lock is free, and holds it until it is released:
     * `using held = await lock.acquire()` releases it at the end of the block.
     */
    acquire(): Promise<Disposable & { release(): void }>;
  }
}
