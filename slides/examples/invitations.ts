import { guests, invite, tally } from "./post";

// The next guest is written to when
// the last one has answered.
for (const guest of guests) {
  await invite(guest);
}
console.log(tally());
