// What a talk brings besides its slides: slides/talk.ts exports it as `talk`. Everything has a default.

import type { NetworkConditions } from "../protocol/protocol.ts";
import type { Cast } from "./cast.ts";

/** A part of the talk in the list of slides. */
export interface TalkPart {
  /** It begins with the first slide whose file has this number or a higher one. */
  readonly from: number;
  readonly title: string;
}

export interface Talk {
  /** What the browser calls the page; without it, the first slide's heading. */
  readonly title?: string;
  /** What the talk is about, for search engines and where a link to it is shown. */
  readonly description?: string;
  /** The parts in their order. Without them the list of slides is one part. */
  readonly parts?: readonly TalkPart[];
  /** The looks that are not plain. */
  readonly cast?: Partial<Cast>;
  /** An SVG file of slides/ that the page has once: looks and slides refer to the symbols in it, as in "#animal-cow". */
  readonly drawings?: string;
  /** The network of a pane that nobody has set otherwise. */
  readonly network?: Partial<NetworkConditions>;
  /**
   * The custom elements of the slides by their tags. A function, so that only a page loads them: the build and the recordings
   * read the rest of the talk in Node.
   */
  readonly elements?: () => Promise<Readonly<Record<string, CustomElementConstructor>>>;
}

/** The parts under which the slides are listed. */
export function partsOf({ parts }: Talk): readonly TalkPart[] {
  return parts ?? [{ from: 0, title: "Slides" }];
}

/** A network that is quick, but not so quick that nobody sees a program wait. */
const plainNetwork: NetworkConditions = { wait: 1000, jitter: 0, failureRate: 0, seed: 1 };

/** The network of a pane that nobody has set otherwise. */
export function networkOf({ network }: Talk): NetworkConditions {
  return { ...plainNetwork, ...network };
}
