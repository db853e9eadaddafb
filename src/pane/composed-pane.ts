// Composes a pane that is used: its store, its effects and its views.

import { plainCast } from "../talk/cast.ts";
import type { Talk } from "../talk/talk.ts";
import { takeCodeSize } from "./code/code-size.ts";
import { announce } from "./pane-announcer.ts";
import type { PaneControls } from "./pane-controls.ts";
import { PaneEffects } from "./pane-effects.ts";
import { listenForKeys } from "./pane-keys.ts";
import { PaneViews } from "./pane-views.ts";
import { firstState, type PaneSetup } from "./state/pane-state.ts";
import { PaneStore, type Store, steered } from "./state/pane-store.ts";
import { keepTabOrder } from "./tab-order.ts";

/** The parts of a pane once it has been used. */
export interface ComposedPane {
  readonly store: PaneStore;
  /** The store as people use it. In a mirror, what they do goes to the mirrored pane. */
  readonly hand: Store;
  readonly views: PaneViews;
  /** `undefined` in a mirror. */
  readonly effects: PaneEffects | undefined;
  /** Ends all that the parts do outside of their own elements. */
  readonly end: () => void;
}

export interface ComposeOptions {
  /** The pane's element, filled by pane-template.ts. */
  readonly pane: HTMLElement & PaneControls;
  readonly setup: PaneSetup;
  readonly cast: Talk["cast"];
  /** Takes what a person does in a mirror; `undefined` for a pane that runs its program itself. */
  readonly onDeed: Store["send"] | undefined;
}

/** Composes a pane: makes its parts and connects them to its element. */
export function composePane({ pane, setup, cast, onDeed }: ComposeOptions): ComposedPane {
  const store = new PaneStore(firstState(setup));
  const ending = new AbortController();
  const effects = onDeed ? undefined : new PaneEffects(pane, store, ending.signal);
  const hand = onDeed ? steered(store, onDeed) : store;
  const views = new PaneViews({
    pane,
    store: hand,
    cast: { ...plainCast, ...cast },
    answers: effects?.prompt,
    end: ending.signal,
  });
  if (!effects) takeCodeSize(pane, store);
  announce(pane, store);
  listenForKeys(pane, views, ending.signal);
  keepTabOrder(pane, ending.signal);
  const end = () => {
    views.code.editor.close();
    ending.abort();
  };
  return { store, hand, views, effects, end };
}
