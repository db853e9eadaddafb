// Plans the tasks of a made-up run: how many turns each has, and which tasks it starts in which turn. Pure.

/**
 * @typedef {object} Plan
 * @property {number} turns number of times that it has control; between two of them it waits
 * @property {number} requests number of requests that it makes in its first turn and does not wait for
 * @property {Map<number, Plan[]>} starts the tasks that it starts, by the number of its turn
 */

/** One task in ten is started by the program itself. The same number of requests have lanes of their own. */
const tenth = 10;

/**
 * Makes plans whose turns, waits and requests add up to a number of spans. Tasks are nested up to three deep.
 * @param {number} spans at least twice as many as tasks
 * @param {number} tasks at least 20
 * @param {() => number} draw returns a random number from 0 (inclusive) to 1 (exclusive)
 * @returns {Plan} the plan of the program itself
 */
export function planRun(spans, tasks, draw) {
  const few = Math.floor(tasks / tenth);
  // A task with n turns has 2n - 1 spans. An extra request makes the total even where needed.
  const requests = few + ((spans - few + tasks) % 2);
  const turns = shares((spans - requests + tasks) / 2 - tasks, tasks, draw);
  const plans = turns.map((more) => newPlan(1 + more));
  for (let index = 0; index < requests; index += 1) at(plans, (index * tenth) % tasks).requests += 1;
  for (let index = 1; index < tasks; index += 1)
    addTo(at(plans, parentOf(index, tasks, few)), at(plans, index), draw);
  return at(plans, 0);
}

/**
 * @param {number} turns
 * @returns {Plan}
 */
function newPlan(turns) {
  return { turns, requests: 0, starts: new Map() };
}

/**
 * @param {readonly Plan[]} plans
 * @param {number} index
 */
function at(plans, index) {
  const plan = plans[index];
  if (!plan) throw new RangeError(`There are ${plans.length} plans, and none at ${index}.`);
  return plan;
}

/**
 * Divides a whole number into uneven parts. The largest are about three times as large as the smallest.
 * @param {number} whole
 * @param {number} parts
 * @param {() => number} draw
 */
function shares(whole, parts, draw) {
  const weights = Array.from({ length: parts }, () => 0.5 + draw());
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  let weight = 0;
  let taken = 0;
  return weights.map((own, index) => {
    weight += own;
    const until = index === parts - 1 ? whole : Math.floor((whole * weight) / total);
    const share = until - taken;
    taken = until;
    return share;
  });
}

/**
 * @param {number} index
 * @param {number} tasks
 * @param {number} few
 */
function parentOf(index, tasks, few) {
  if (index <= few) return 0;
  const half = Math.floor(tasks / 2);
  return index < half ? 1 + (index % few) : few + 1 + (index % (half - few - 1));
}

/**
 * @param {Plan} parent
 * @param {Plan} child
 * @param {() => number} draw
 */
function addTo({ starts, turns }, child, draw) {
  const turn = Math.floor(draw() * turns);
  starts.set(turn, [...(starts.get(turn) ?? []), child]);
}
