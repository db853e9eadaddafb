// Entry of the page: defines the custom elements, then starts the deck.

import "./console/console.css";
import "./deck/reading/handout.css";
import "./pane/pane-boxes.css";
import "./pane/pane.css";
import "./pane/pane-areas.css";
import "./pane/code/mirror-code.css";
import "./pane/code/pane-text.css";
import "./pane/output/threads-bar.css";
import "./pane/threads/threads-panel.css";
import "./deck/reading/reading-page.css";
import "./deck/sheet.css";
import "./deck/menu/slide-menu.css";
import "./deck/sharing/sharing.css";
import "./export/file-drop.css";
import "./timeline/timeline.css";
import { talk } from "#talk";
import { tell } from "./controls/tell.ts";
import { startDeck } from "./deck/deck.ts";
import { preparePrintView } from "./deck/reading/print-view.ts";
import { DeckAddress } from "./deck/sharing/deck-address.ts";
import type { ShownDeck } from "./deck/shown-deck.ts";
import { DeskHost } from "./desk/host/desk-host.ts";
import { idIn } from "./desk/link/deck-id.ts";
import { followMissingParts, keepDeck } from "./offline/new-version.ts";
import { showNotice } from "./offline/notice.ts";
import { openOfflineSheet } from "./offline/offline-sheet.ts";
import { reloadForThreads, tellIfWithoutThreads } from "./offline/threads.ts";
import { LivePane } from "./pane/live-pane.ts";
import { paneThreadsEvent } from "./pane/markup/pane-host.ts";
import { followPreflightAddress } from "./preflight/address.ts";
import { isRehearsal, rehearse } from "./preflight/rehearsal.ts";
import { isFullScreen } from "./screen/full-screen.ts";
import { whatHostForbids } from "./screen/host-policy.ts";
import { idle } from "./screen/idle.ts";
import { quiet } from "./screen/quiet.ts";
import { printBright, restoreCodeSize } from "./screen/settings.ts";
import { asksForPrint, asksForReading, keepHash, otherView, slideIn } from "./screen/slide-address.ts";
import { stayAwake } from "./screen/wake-lock.ts";
import { onceEnlarged } from "./screen/zoom.ts";
import { minutesOf, partsOf } from "./talk/talk.ts";

/** In milliseconds: somebody may use the deck without a pause, or leave a program running, and it is stored all the same. */
const longestUse = 60_000;

preparePrintView();
restoreCodeSize();
printBright();
const deskOf = idIn(location.search);
// Before the elements of its slides are defined: the desk takes the slides out of the page.
const desk = deskOf === undefined ? undefined : await prepareDesk();
customElements.define(
  "live-pane",
  class extends LivePane {
    override readonly talk = talk;
  },
);
void defineElements();
// Ends the current task, so that defining the panes and starting the deck do not block the page in one long task.
await new Promise((resolve) => setTimeout(resolve));
if (desk) desk();
else if (isRehearsal()) await rehearse();
else await start();

async function start(): Promise<void> {
  // Links may name a place before the deck has started.
  let begin: (deck: ShownDeck | undefined) => void = () => undefined;
  const started = new Promise<ShownDeck | undefined>((resolve) => {
    begin = resolve;
  });
  keepHash((place) => void started.then((deck) => deck?.openLinked(place)));
  let host: DeskHost | undefined;
  const [isDeskOpen, openDesk] = [() => host?.isOpen ?? false, () => (host ? host.open() : tellWhereDesk())];
  const openWhereNamed = followPreflightAddress({ isOpen: isDeskOpen, open: openDesk });
  const { isLoaded, shown, ink } = await startDeck({
    parts: partsOf(talk),
    offers: [{ label: "Offline", act: openOfflineSheet }],
    openDesk,
    isDeskOpen,
  });
  if (shown && ink) host = new DeskHost(shown, ink.store, minutesOf(talk));
  begin(shown);
  if (asksForPrint(location.search)) return;
  stayAwake(isFullScreen);
  openWhereNamed();
  followMissingParts();
  addEventListener(paneThreadsEvent, () => void reloadForThreads(true));
  tellIfWithoutThreads();
  void idle().then(tellWhatIsForbidden);
  if (!asksForReading(location.search)) onceEnlarged(offerReading);
  await isLoaded;
  await quiet(longestUse);
  await keepDeck();
}

/**
 * Takes the slides for the speaker's window. Returns what opens it. If its part of the deck does not load, says so and
 * never returns: without the desk the window would show the deck a second time.
 */
async function prepareDesk(): Promise<() => void> {
  const { Desk, Slides } = await import("./desk/desk.ts").catch(tellDeskFailure);
  const slides = new Slides();
  stayAwake(() => true);
  return () => void new Desk({ slides, parts: partsOf(talk), deck: deskOf ?? "" });
}

function tellDeskFailure(error: unknown): Promise<never> {
  const reason = error instanceof Error ? error.message : String(error);
  showNotice(`The speaker’s desk did not load. ${reason} The deck goes on without it.`, {
    label: "Try again",
    act: () => void location.reload(),
  });
  return new Promise(() => undefined);
}

/** On the page of all slides. Nothing has blocked the desk there. */
function tellWhereDesk(): boolean {
  tell("The speaker’s desk opens from the slides, not from this page.");
  return true;
}

async function tellWhatIsForbidden(): Promise<void> {
  const ban = await whatHostForbids();
  if (ban) showNotice(`${ban.sentences} Until then slides can be read, but not all of the deck works.`);
}

function offerReading(): void {
  showNotice("Slides fill the window, so zoom does not enlarge them. On the page of all slides it does.", {
    label: "Read as one page",
    act: () => void location.assign(otherView(location.href, slideIn(location.hash))),
  });
}

/** Defines the custom elements of slides: the deck's and the talk's. */
async function defineElements(): Promise<void> {
  customElements.define("deck-address", DeckAddress);
  const elements = (await talk.elements?.()) ?? {};
  for (const [tag, element] of Object.entries(elements)) customElements.define(tag, element);
}
