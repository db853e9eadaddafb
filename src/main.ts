// Starts the deck: what the slides are made of, then the deck itself.

import "./console/console.css";
import "./deck/animal-picker.css";
import "./deck/handout.css";
import "./deck/network-panel.css";
import "./deck/pane.css";
import "./deck/pane-areas.css";
import "./deck/pane-text.css";
import "./deck/reading-page.css";
import "./deck/sheet.css";
import "./deck/slide-menu.css";
import "./export/file-drop.css";
import "./timeline/timeline.css";
import { AnimalDial } from "./deck/animal-dial.ts";
import { AnimalPicker } from "./deck/animal-picker.ts";
import { isMirror, startDeck } from "./deck/deck.ts";
import { whenIdle } from "./deck/idle.ts";
import { LivePane } from "./deck/live-pane.ts";
import { preparePrintView } from "./deck/print-view.ts";
import { printBright, restoreCodeSize } from "./deck/settings.ts";
import { asksForPrint } from "./deck/slide-address.ts";
import { followMissingParts, keepDeck } from "./offline/new-version.ts";
import { openOfflineSheet } from "./offline/offline-sheet.ts";
import { followPreflightAddress } from "./preflight/address.ts";
import { isRehearsal, rehearse } from "./preflight/rehearsal.ts";

preparePrintView();
restoreCodeSize();
printBright();
customElements.define("live-pane", LivePane);
customElements.define("animal-dial", AnimalDial);
customElements.define("animal-picker", AnimalPicker);
// The panes and the deck are two tasks: the page must not stand still for both together.
await new Promise((resolve) => setTimeout(resolve));
if (isRehearsal()) await rehearse();
else await start();

async function start(): Promise<void> {
  const openWhereNamed = followPreflightAddress();
  await startDeck([{ label: "Offline", act: openOfflineSheet }]);
  if (isMirror() || asksForPrint(location.search)) return;
  openWhereNamed();
  followMissingParts();
  whenIdle(() => void keepDeck());
}
