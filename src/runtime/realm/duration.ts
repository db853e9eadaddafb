// Formats the times of console.timeEnd and console.timeLog as Node 20 does.

const [second, minute, hour] = [1000, 60_000, 3_600_000];

/** Formats milliseconds, for example as "1.5ms", "2.000s" or "1:02.500 (m:ss.mmm)". */
export function durationText(milliseconds: number): string {
  if (milliseconds < second) return `${Number(milliseconds.toFixed(3))}ms`;
  if (milliseconds < minute) return `${(milliseconds / second).toFixed(3)}s`;
  const seconds = ((milliseconds % minute) / second).toFixed(3).padStart(6, "0");
  const minutes = Math.floor((milliseconds % hour) / minute);
  if (milliseconds < hour) return `${minutes}:${seconds} (m:ss.mmm)`;
  const [whole] = seconds.split(".");
  return `${Math.floor(milliseconds / hour)}:${`${minutes}`.padStart(2, "0")}:${whole} (h:mm:ss)`;
}
