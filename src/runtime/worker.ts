// Entry point of the JavaScript run worker: receives one program, runs it, and sends its trace to the page.

import "./network/storage-stand-in.ts";
import { handlers } from "#mocks";
import type { Program, PromptProgram, UnfinishedName } from "../protocol/javascript.ts";
import type { PageMessage, SubtleAnswer, ToldMessage } from "../protocol/protocol.ts";
import { Session } from "./session.ts";

type Message = PageMessage<Program, PromptProgram, UnfinishedName> | SubtleAnswer;

// Saved before the session replaces it by the program's.
const tellFrame = self.postMessage.bind(self);
const session = new Session(
  (message) => tellFrame({ kind: "told", message } satisfies ToldMessage),
  handlers,
);
let isConnected = false;

/** The port to the parent, for a thread. */
let parent: MessagePort | undefined;
/** The messages to a thread whose port to its parent has not come yet. */
const early: Message[] = [];

function take(message: Message): void {
  const isEarly = message.kind === "start" && message.threads?.started !== undefined && !parent;
  if (isEarly || early.length > 0) early.push(message);
  else session.take(message, parent);
}

// The frame's first message carries the message port from the page, and the memory that all workers share; the second
// one, for a thread, the port to its parent. Messages without a port ask whether the program keeps control. The program
// never sees the port from the page, nor these messages.
self.addEventListener("message", (event: MessageEvent) => {
  const [port] = event.ports;
  // A thread gets messages of its parent as events that the runtime dispatches.
  if (isConnected && !event.isTrusted) return;
  event.stopImmediatePropagation();
  if (!port) {
    session.answer((event.data as { readonly question: number }).question);
    return;
  }
  if (isConnected) {
    parent = port;
    for (const message of early.splice(0)) take(message);
    return;
  }
  isConnected = true;
  session.connect({
    memory: event.data as SharedArrayBuffer | undefined,
    ask: (request, sent) => tellFrame(request, sent ? [sent] : []),
  });
  port.onmessage = ({ data }: MessageEvent<Message>) => take(data);
});
