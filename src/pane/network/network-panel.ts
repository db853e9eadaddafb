// The settings box of a pane's mocked network and clock: how long replies take, how many requests fail, how fast time
// goes.

import { placeBelow } from "../../controls/box-place.ts";
import type { NetworkConditions } from "../../protocol/protocol.ts";
import type { PaneState } from "../state/pane-state.ts";
import type { Store } from "../state/pane-store.ts";

/** One slider: its label and range, and how it reads and writes the conditions. */
interface Field {
  readonly key: keyof NetworkConditions;
  readonly label: string;
  readonly max: number;
  readonly step: number;
  /** What one unit of the slider is worth in the conditions, for example 1000 (s to ms). */
  readonly unit: number;
  readonly show: (value: number) => string;
}

const seconds = (value: number) => `${value.toFixed(1)} s`;

const fields: readonly Field[] = [
  { key: "wait", label: "A reply takes", max: 10, step: 0.5, unit: 1000, show: seconds },
  { key: "jitter", label: "plus up to", max: 5, step: 0.5, unit: 1000, show: seconds },
  {
    key: "failureRate",
    label: "Requests that fail",
    max: 100,
    step: 5,
    unit: 0.01,
    show: (value) => `${value} %`,
  },
  { key: "seed", label: "Random seed", max: 20, step: 1, unit: 1, show: String },
];

/** The speeds that a pane's clock may have. */
const speeds: readonly number[] = [0.25, 0.5, 1, 2, 5, 10, 20];

/** Fills `panel`, a popover that `button` opens. Both show the present conditions. */
export class NetworkPanel {
  readonly #panel: HTMLElement;
  readonly #button: HTMLElement;
  readonly #store: Store;
  readonly #speed: SpeedControl;

  constructor(panel: HTMLElement, button: HTMLElement, store: Store) {
    this.#panel = panel;
    this.#button = button;
    this.#store = store;
    this.#speed = new SpeedControl((speed) => store.send({ kind: "speed", speed }));
    button.hidden = false;
    panel.setAttribute("role", "group");
    panel.setAttribute("aria-labelledby", `${panel.id}-heading`);
    panel.append(...this.#build());
    panel.addEventListener("toggle", () => placeBelow(panel, button));
    this.#show(store.state);
    store.listen((event, state, before) => {
      if (state.network !== before.network || state.speed !== before.speed) this.#show(state);
      // The open box would cover the run.
      if (event.kind === "run") panel.hidePopover();
    });
  }

  #build(): HTMLElement[] {
    const heading = document.createElement("h3");
    Object.assign(heading, { id: `${this.#panel.id}-heading`, textContent: "Network and time" });
    const hint = Object.assign(document.createElement("p"), {
      textContent: "The network takes effect at the next run, the clock at once.",
    });
    return [heading, ...fields.map((field) => this.#control(field)), hint, this.#speed.element];
  }

  #control({ key, label, max, step, unit }: Field): HTMLElement {
    const row = document.createElement("label");
    const input = document.createElement("input");
    Object.assign(input, { type: "range", name: key, min: "0", max: String(max), step: String(step) });
    input.addEventListener("input", () => {
      const { state, send } = this.#store;
      send({ kind: "network", conditions: { ...state.network, [key]: input.valueAsNumber * unit } });
    });
    const value = document.createElement("span");
    // The slider itself tells its value (aria-valuetext).
    value.setAttribute("aria-hidden", "true");
    row.append(label, input, value);
    return row;
  }

  #show({ network, speed }: PaneState): void {
    this.#speed.show(speed);
    for (const field of fields) this.#showField(field, network);
    const text = `${summary(network)}${speed === 1 ? "" : `, ${speedText(speed)}`}`;
    this.#button.textContent = text;
    this.#button.setAttribute("aria-label", `Network: ${text}`);
  }

  #showField({ key, unit, show }: Field, network: NetworkConditions): void {
    const input = this.#panel.querySelector<HTMLInputElement>(`[name=${key}]`);
    const value = input?.nextElementSibling;
    if (!input || !value) return;
    input.valueAsNumber = network[key] / unit;
    const text = show(input.valueAsNumber);
    if (value.textContent === text) return;
    value.textContent = text;
    input.setAttribute("aria-valuetext", text);
  }
}

/** The conditions in short: "Wait 2 s", "Wait 2–3 s, 20 % fail". */
function summary({ wait, jitter, failureRate }: NetworkConditions): string {
  const from = wait / 1000;
  const range = jitter > 0 ? `${from}–${from + jitter / 1000}` : String(from);
  const failing = failureRate > 0 ? `, ${Math.round(failureRate * 100)} % fail` : "";
  return `Wait ${range} s${failing}`;
}

/** The row that sets how fast the clock goes. */
class SpeedControl {
  readonly element = document.createElement("label");
  readonly #input = document.createElement("input");
  readonly #value = document.createElement("span");

  /** @param onChange called with each chosen speed */
  constructor(onChange: (speed: number) => void) {
    Object.assign(this.#input, { type: "range", name: "speed", min: "0", max: String(speeds.length - 1) });
    this.#input.addEventListener("input", () => onChange(speeds[this.#input.valueAsNumber] ?? 1));
    // The slider itself tells its value (aria-valuetext).
    this.#value.setAttribute("aria-hidden", "true");
    this.element.append("Time goes", this.#input, this.#value);
  }

  show(speed: number): void {
    const index = speeds.indexOf(speed);
    this.#input.valueAsNumber = index < 0 ? speeds.indexOf(1) : index;
    const text = speedText(speed);
    this.#value.textContent = text;
    this.#input.setAttribute("aria-valuetext", text);
  }
}

/** A speed as text: "2×". */
function speedText(speed: number): string {
  return `${speed}×`;
}
