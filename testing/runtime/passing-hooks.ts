// Hooks that trace nothing.

import type { Hooks } from "../../src/protocol/hooks.ts";
import { UsedResources } from "../../src/runtime/modules/resources.ts";
import { LostTask } from "../../src/runtime/tasks/hooked-task.ts";

const lost = new LostTask();

/** For code whose own doing is looked at. */
export const passingHooks: Hooks = {
  key: Symbol("created"),
  args: [],
  enters: 0,
  entered: lost,
  lost,
  create: () => lost,
  together: (first) => first,
  calls: undefined,
  chains: undefined,
  call: (value) => value,
  chain: (value) => value,
  mark: () => 0,
  made: (_, promise) => promise,
  members: undefined,
  all: undefined,
  allSettled: undefined,
  race: undefined,
  any: undefined,
  resources: () => new UsedResources(),
  scope: () => undefined,
};
