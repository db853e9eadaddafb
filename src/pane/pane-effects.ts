// The effects of a pane: objects that need workers, the browser's storage or time. They listen to the pane's events and
// send what follows. A mirror has none.

import { tellCodeSize } from "./code/code-size.ts";
import { CuePlayer } from "./cueing/cue-player.ts";
import { keepDraft } from "./keeping/draft-keeper.ts";
import { keepResults } from "./keeping/results-keeper.ts";
import { cuesOf, languageIn } from "./markup/pane-host.ts";
import { Playing } from "./runs/playing.ts";
import { PromptEntries } from "./runs/prompt-entries.ts";
import { Recorded } from "./runs/recorded.ts";
import { recordingName } from "./runs/recording-name.ts";
import { Runner } from "./runs/runner.ts";
import type { Store } from "./state/pane-store.ts";

export class PaneEffects {
  readonly runner: Runner;
  readonly prompt: PromptEntries;
  readonly recorded: Recorded;

  constructor(pane: HTMLElement, store: Store, end: AbortSignal) {
    const language = languageIn(pane);
    const present = () => recordingName(pane, store.state);
    this.recorded = new Recorded({ pane: pane.id, store, language, present });
    this.runner = new Runner(store, language, { instead: () => this.recorded.inPlaceOfThreads });
    this.prompt = new PromptEntries(store, this.runner, language);
    new CuePlayer(cuesOf(pane), store, () => this.runner.run());
    new Playing(store);
    tellCodeSize(store, end);
    keepDraft(pane.id, store, end);
    keepResults(pane.id, store);
  }
}
