// Dates: texts, arithmetic, what is no date.
const leap = new Date(Date.UTC(2020, 1, 29, 12));
console.log(leap, [leap], leap.toISOString(), JSON.stringify({ leap }), Number(leap), new Date(Number.NaN), [new Date(Number.NaN)]);
console.log(new Date("2020-02-30T00:00:00Z").getTime(), new Date(2020, 0, 31 + 1).getMonth(), leap > new Date(0), typeof Date(), typeof Date.now());
console.log(new Intl.DateTimeFormat("en-GB", { dateStyle: "full", timeZone: "UTC" }).format(leap), leap.toLocaleDateString("en-US", { timeZone: "UTC" }));
try {
  new Date(Number.NaN).toISOString();
} catch (error) {
  console.log((error as Error).name, (error as Error).message);
}
class Day extends Date {
  name = "day";
}
console.log(new Day(0));
export {};
