// The time of the mock's server, and its timers. They run on the run's clock and are not in the trace, because they are
// not the program's. The build puts these functions in place of the globals in mocks/ and in MSW (server-timers.mjs).

import type { Clock, TimerHandle } from "../clock/clock.ts";
import { KeptMap } from "../engine/kept.ts";

let clock: Clock | undefined;
/** The handler's timer that fired last: when it was due, and in which turn it fired. */
let fired: { readonly due: number; readonly turn: number } | undefined;
let count = 0;
const pending = new KeptMap<number, TimerHandle>();

/** Puts the server on the clock of the run. Call it before the run starts. */
export function serveOn(runClock: Clock): void {
  clock = runClock;
  fired = undefined;
  pending.clear();
}

/**
 * Returns the server's time in milliseconds since the run began. A server does not wait for the program: in a timer of
 * a handler it is the time at which the timer was due, even if the program was busy then.
 */
export function serverNow(): number {
  const { turn, now } = present();
  return fired?.turn === turn ? fired.due : now;
}

type Callback = (...values: unknown[]) => void;

/** The handlers' `setTimeout`. Delays are milliseconds. */
export function setTimeout(callback: Callback, delay?: number, ...values: unknown[]): number {
  return set(() => callback(...values), milliseconds(delay), false);
}

/** The handlers' `setInterval`. */
export function setInterval(callback: Callback, delay?: number, ...values: unknown[]): number {
  return set(() => callback(...values), milliseconds(delay), true);
}

export function clearTimeout(timer: number | undefined): void {
  const handle = timer === undefined ? undefined : pending.get(timer);
  if (timer === undefined || handle === undefined) return;
  pending.delete(timer);
  clock?.clearTimer(handle);
}

export const clearInterval = clearTimeout;

function set(call: () => void, delay: number, repeats: boolean): number {
  count += 1;
  const timer = count;
  const arm = (due: number) => {
    const fire = () => {
      fired = { due, turn: present().turn };
      pending.delete(timer);
      // First the next one, so that the callback can clear it.
      if (repeats) arm(due + Math.max(1, delay));
      call();
    };
    // A signal: the run does not wait for it unless something awaits the server.
    const handle = clock?.setAlarm(fire, due, "signal");
    if (handle !== undefined) pending.set(timer, handle);
  };
  arm(serverNow() + delay);
  return timer;
}

function present(): { readonly turn: number; readonly now: number } {
  return { turn: clock?.turn ?? 0, now: clock?.now() ?? 0 };
}

/** As browsers do: what is no number counts as 0. */
function milliseconds(delay: number | undefined): number {
  return Math.max(0, Number(delay) || 0);
}
