// What a talk brings besides its slides. slides/talk.ts exports it as `talk`. Everything has a default.

import type { NetworkConditions } from "../protocol/protocol.ts";
import type { Cast } from "./cast.ts";

/** A part of the talk, as a heading in the list of slides. */
export interface TalkPart {
  /** The part begins with the first slide whose file has this number or a higher one. */
  readonly from: number;
  readonly title: string;
  /** True if the part is for questions and does not count as time of the talk. */
  readonly isExtra?: boolean;
}

export interface Talk {
  /** Title of the page. Default: the heading of the first slide. */
  readonly title?: string;
  /** What the talk is about, for search engines and link previews. */
  readonly description?: string;
  /**
   * How many minutes the talk has. The notes of each slide begin with its time then, and the build refuses a talk that
   * does not fit. Default: the times of the notes do not have to fit.
   */
  readonly minutes?: number;
  /** The parts, in order. Default: one part with all slides. */
  readonly parts?: readonly TalkPart[];
  /** Looks that differ from the plain ones. */
  readonly cast?: Partial<Cast>;
  /**
   * An SVG file of slides/ that the page contains once. Looks and slides refer to its symbols, for example
   * "#animal-cow".
   */
  readonly drawings?: string;
  /** Network settings of panes that have none of their own. */
  readonly network?: Partial<NetworkConditions>;
  /**
   * The custom elements of the slides, by tag. It is a function, so that only the page loads them: the build and the
   * recordings read the rest of the talk in Node.
   */
  readonly elements?: () => Promise<Readonly<Record<string, CustomElementConstructor>>>;
}

/** In minutes. */
const usualLength = 30;

/** Returns how many minutes the talk has. */
export function minutesOf({ minutes }: Talk): number {
  return minutes ?? usualLength;
}

/** Returns the parts under which the slides are listed. */
export function partsOf({ parts }: Talk): readonly TalkPart[] {
  return parts ?? [{ from: 0, title: "Slides" }];
}

/** Quick, but slow enough to see a program wait. Times in milliseconds. */
const plainNetwork: NetworkConditions = { wait: 1000, jitter: 0, failureRate: 0, seed: 1 };

/** Returns the network settings of panes that have none of their own. */
export function networkOf({ network }: Talk): NetworkConditions {
  return { ...plainNetwork, ...network };
}
