// A thread of a made-up run, for tests: its facts are kept in a list instead of a trace.

import { sharedMemory } from "../../src/protocol/threads.ts";
import { SharedRun } from "../../src/runtime/shared-memory/shared-run.ts";
import type { ThreadSelf } from "../../src/runtime/threads/thread-self.ts";
import type { TraceFact, WorkerId } from "../../src/trace/events/events.ts";

/** A run of thread 0 and one that it has started. Both record into the same list. */
export function madeUpThreads() {
  const memory = new SharedArrayBuffer(sharedMemory.bytes);
  const facts: TraceFact[] = [];
  const threadOf = (thread: WorkerId): ThreadSelf => ({
    shared: new SharedRun(memory, 0),
    thread,
    record: (fact) => void facts.push(fact),
    reserve: () => undefined,
    giveBack: () => undefined,
    flush: () => undefined,
    task: () => thread,
    whereabouts: () => ({ place: { file: "cow.ts", line: 1, column: 1 } }),
    stir: () => undefined,
  });
  const [main, other] = [threadOf(0), threadOf(1)];
  main.shared.clear();
  main.shared.newThread(0);
  return { main, other, facts };
}
