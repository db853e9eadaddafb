import type { Job } from "./interpreter";
import { Mutex } from "./mutex";

function start(name: string) {
  return new Worker(
    new URL("./interpreter.ts", import.meta.url),
    { type: "module", name },
  );
}

function ready(thread: Worker) {
  return new Promise((take) => {
    thread.onmessage = take;
  });
}

const [cow, pig] = [start("cow"), start("pig")];
await Promise.all([cow, pig].map(ready));

type Work = Job["work"];
function time(work: Work, one: Mutex, other = one) {
  const begin = performance.now();
  cow.postMessage({ work, cell: one.cell });
  pig.postMessage({ work, cell: other.cell });
  return Promise.all([cow, pig].map(ready)).then(
    () => {
      const took = performance.now() - begin;
      return `${Math.round(took)} ms`;
    },
  );
}

const gil = new Mutex();
const one = await time("compute", gil);
console.log("Computing, one lock:   ", one);

const free = [new Mutex(), new Mutex()] as const;
const each = await time("compute", ...free);
console.log("Computing, a lock each:", each);

const io = await time("wait", gil);
console.log("Waiting, one lock:     ", io);
