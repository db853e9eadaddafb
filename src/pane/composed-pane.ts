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
import { PaneStore, readOnly } from "./state/pane-store.ts";
import { keepTabOrder } from "./tab-order.ts";

/** The parts of a pane once it has been used. */
export interface ComposedPane {
  readonly store: PaneStore;
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
  /** True for a pane that only shows another one. */
  readonly isMirror: boolean;
}

/** Composes a pane: makes its parts and connects them to its element. */
export function composePane({ pane, setup, cast, isMirror }: ComposeOptions): ComposedPane {
  const store = new PaneStore(firstState(setup));
  const ending = new AbortController();
  const effects = isMirror ? undefined : new PaneEffects(pane, store, ending.signal);
  const views = new PaneViews({
    pane,
    store: effects ? store : readOnly(store),
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
  return { store, views, effects, end };
}
