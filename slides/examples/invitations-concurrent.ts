import { guests, invite, tally } from "./post";

// All are written to before
// the first one has answered.
await Promise.all(guests.map(invite));
console.log(tally());
