// Entry point of the JavaScript run worker: receives one program, runs it, and sends its trace to the page.

import "./network/storage-stand-in.ts";
import { handlers } from "#mocks";
import type { Program, PromptProgram, UnfinishedName } from "../protocol/javascript.ts";
import type { PageMessage, SubtleAnswer, WorkerMessage } from "../protocol/protocol.ts";
import { Session } from "./session.ts";

// Saved before the session wraps the prototype's postMessage to watch what the program sends.
const { postMessage } = MessagePort.prototype;
let tell: ((message: WorkerMessage) => void) | undefined;
const session = new Session((message) => tell?.(message), handlers);

// The first message carries the message port to the page. The program never sees that port.
self.addEventListener(
  "message",
  ({ ports: [port] }: MessageEvent) => {
    if (!port) return;
    tell = postMessage.bind(port);
    port.onmessage = ({
      data,
    }: MessageEvent<PageMessage<Program, PromptProgram, UnfinishedName> | SubtleAnswer>) =>
      session.take(data);
  },
  { once: true },
);
