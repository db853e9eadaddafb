import { worker, workers } from "interleave";
import { guests, invite, tally } from "./post";

// Each helper takes every fourth guest.
const mine = guests.filter((_, n) => {
  return n % workers === worker;
});

for (const guest of mine) {
  await invite(guest);
}
console.log(tally());
