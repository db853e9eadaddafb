// Entry point of the JavaScript run worker: receives one program, runs it, and sends its trace to the page.

import "./network/storage-stand-in.ts";
import { handlers } from "#mocks";
import type { Program, PromptProgram, UnfinishedName } from "../protocol/javascript.ts";
import type { PageMessage, SubtleAnswer, WorkerMessage } from "../protocol/protocol.ts";
import { Session } from "./session.ts";

type Message = PageMessage<Program, PromptProgram, UnfinishedName> | SubtleAnswer;

// Saved before the session wraps the prototype's postMessage to watch what the program sends, and removes the scope's.
const { postMessage } = MessagePort.prototype;
const askFrame = self.postMessage.bind(self);
let tell: ((message: WorkerMessage) => void) | undefined;
const session = new Session((message) => tell?.(message), handlers);

/** The port to the parent, for a thread. */
let parent: MessagePort | undefined;
/** The messages to a thread whose port to its parent has not come yet. */
const early: Message[] = [];

function take(message: Message): void {
  const isEarly = message.kind === "start" && message.threads?.started !== undefined && !parent;
  if (isEarly || early.length > 0) early.push(message);
  else session.take(message, parent);
}

// The frame's first message carries the message port to the page, and the memory that all workers share; the second
// one, for a thread, the port to its parent. Messages without a port ask whether the program keeps control. The program
// never sees the port to the page, nor these messages.
self.addEventListener("message", (event: MessageEvent) => {
  const [port] = event.ports;
  // A thread gets messages of its parent as events that the runtime dispatches.
  if (tell && !event.isTrusted) return;
  event.stopImmediatePropagation();
  if (!port) {
    session.answer((event.data as { readonly question: number }).question);
    return;
  }
  if (tell) {
    parent = port;
    for (const message of early.splice(0)) take(message);
    return;
  }
  tell = postMessage.bind(port);
  session.connect({
    memory: event.data as SharedArrayBuffer | undefined,
    ask: (request, sent) => askFrame(request, sent ? [sent] : []),
  });
  port.onmessage = ({ data }: MessageEvent<Message>) => take(data);
});
