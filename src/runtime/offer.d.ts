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
}
