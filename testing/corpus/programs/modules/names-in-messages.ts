// Messages name imports as they are written, also those that change.
import { bump, cow, farm, legs } from "./other";
bump();
const attempts: (() => unknown)[] = [
  () => (legs as any)(),
  () => new (legs as any)(),
  () => (legs as any)`t`,
  () => [...(legs as any)],
  () => {
    for (const leg of legs as any) console.log(leg);
  },
  () => (legs as any).run(),
  () => farm.animals.cow,
  () => farm.speak(),
  () => cow().name,
  () => {
    (legs as any) = 1;
  },
];
for (const attempt of attempts) {
  try {
    console.log("fine", attempt());
  } catch (error) {
    console.log(String(error));
  }
}
async function later() {
  return (legs as any)();
}
await later().catch((error) => console.log(error.message));
(legs as any)();
// ./other.ts
export let legs = 4;
export let cow: any = () => ({});
export let farm: any = {};
export function bump() {
  legs++;
  cow = () => null;
  farm = { animals: undefined };
}
