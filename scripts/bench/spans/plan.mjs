// What the tasks of a made-up run will do: how many turns each has, and whom it starts in which of them. Pure.

/**
 * @typedef {object} Plan
 * @property {number} turns in which it has control; between two of them it waits
 * @property {number} requests that it makes in its first turn and does not wait for
 * @property {Map<number, Plan[]>} starts the tasks that it starts, by the number of its turn
 */

/** One task in so many is started by the program itself; as many requests have lanes of their own. */
const tenth = 10;

/**
 * Plans whose turns, waits and requests are so many spans together. Tasks are nested up to three deep.
 * @param {number} spans at least twice as many as tasks
 * @param {number} tasks at least 20
 * @param {() => number} draw from 0 up to, not including, 1
 * @returns {Plan} the program's own
 */
export function planRun(spans, tasks, draw) {
  const few = Math.floor(tasks / tenth);
  // A task with n turns is 2n - 1 spans: so the requests make up for what is odd.
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
 * Cuts a whole number into so many uneven parts; the largest are about three times as large as the smallest.
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
