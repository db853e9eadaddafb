// Times in words: "39½ minutes", "12:05".

/** Writes minutes as a number in halves, for example "39½". */
export function inHalves(minutes: number): string {
  const halves = Math.round(minutes * 2);
  const whole = Math.floor(halves / 2);
  if (halves % 2 === 0) return String(whole);
  return whole === 0 ? "½" : `${whole}½`;
}

/** Writes minutes with their unit, for example "1 minute", "39½ minutes". */
export function minutesInWords(minutes: number): string {
  const number = inHalves(minutes);
  return `${number} ${number === "1" || number === "½" ? "minute" : "minutes"}`;
}

/** Writes milliseconds as a clock shows them: "0:07", "12:05", "1:02:05". Begun seconds do not count. */
export function asClock(milliseconds: number): string {
  const seconds = Math.max(0, Math.floor(milliseconds / 1000));
  const [hours, minutes] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60];
  const ends = [hours > 0 ? String(minutes).padStart(2, "0") : String(minutes), two(seconds % 60)];
  return [...(hours > 0 ? [hours] : []), ...ends].join(":");
}

function two(number: number): string {
  return String(number).padStart(2, "0");
}
