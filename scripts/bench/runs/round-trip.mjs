// The smallest possible cost of a run: a message to a worker that only answers, and a frame that shows the answer.

/**
 * @typedef {import("../pane.mjs").BenchWindow} BenchWindow
 *
 * In milliseconds since the question.
 * @typedef {{ reply: number, painted: number }} TripTimes
 */

/**
 * Measures round trips to a blob worker that answers each message: a new worker each time, or one that is warm.
 * @param {import("../visit.mjs").Page} page
 * @param {"warm" | "cold"} state
 * @param {number} rounds
 * @returns {Promise<TripTimes[]>}
 */
export function roundTrips(page, state, rounds) {
  return page.evaluate(
    async ([state, rounds]) => {
      const { bench } = /** @type {BenchWindow} */ (/** @type {unknown} */ (window));
      const url = URL.createObjectURL(new Blob(["onmessage = ({ data }) => postMessage(data)"]));
      const host = document.body.appendChild(document.createElement("p"));
      Object.assign(host.style, { position: "fixed", top: "0" });
      /** @param {Worker} worker */
      const ask = (worker) =>
        new Promise((resolve) => {
          worker.onmessage = () => resolve(performance.now());
          worker.postMessage("something");
        });
      const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
      const warm = new Worker(url);
      await ask(warm);
      const trips = [];
      for (let round = 0; round < rounds; round += 1) {
        await new Promise((resolve) => setTimeout(resolve, 50 + Math.random() * 16));
        const begin = performance.now();
        const worker = state === "warm" ? warm : new Worker(url);
        const reply = await ask(worker);
        await frame();
        host.textContent = `reply ${round}`;
        trips.push({ reply: reply - begin, painted: (await bench.painted()) - begin });
        if (state === "cold") worker.terminate();
      }
      warm.terminate();
      host.remove();
      return trips;
    },
    /** @type {const} */ ([state, rounds]),
  );
}
