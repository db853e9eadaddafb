// Starts run workers in a hidden, sandboxed frame, which has no origin and may load nothing. The workers inherit that:
// no program can reach the network, the deck's host, or the deck's storage in the browser.

import type { ToldMessage, WorkerMessage } from "../protocol/protocol.ts";
import {
  blocking,
  mostThreads,
  sharedMemory,
  type ThreadRequest,
  threadStates,
  turns,
} from "../protocol/threads.ts";
import { type Standstill, standstillOf, type ThreadLayout } from "./deadlock.ts";
import { byWorker, createRelay, joinEvents, type Relay, type Relayed } from "./relay.ts";
import { type RunWatch, watchRuns } from "./run-watch.ts";

/** Page → frame. */
type FrameMessage =
  /** Asks whether the frame is ready. It answers with any message. */
  | { readonly kind: "hello" }
  /** Brings the port for the messages of all workers. */
  | { readonly kind: "relay" }
  /** The script of a language's workers. It is sent once and gets a number. */
  | { readonly kind: "code"; readonly code: number; readonly text: string }
  | { readonly kind: "start"; readonly id: number; readonly code: number }
  | { readonly kind: "terminate"; readonly id: number }
  /** The worker has become the first of several threads, and `part` of the shared memory is theirs. */
  | { readonly kind: "watch"; readonly id: number; readonly part: number }
  /** Gives the worker `to` the port to its parent, which the worker `from` has sent for a thread that it starts. */
  | { readonly kind: "join"; readonly from: number; readonly thread: number; readonly to: number };

/**
 * Frame → page, through a worker's control port: the worker is lost, it asks for something, or (told of the first thread
 * of a run) all threads have ended or are blocked for ever.
 */
type FrameReport =
  | { readonly lost: string }
  | { readonly thread: ThreadRequest }
  | { readonly standstill: Standstill };

/** A worker in the frame. */
export interface FramedWorker {
  /** The port to the worker itself. Messages wait until the worker has started. */
  readonly port: MessagePort;
  /** Called with each message of the worker. */
  onMessage: ((message: WorkerMessage) => void) | undefined;
  /** Called with a sentence if the worker cannot be started or breaks. */
  onLost: ((reason: string) => void) | undefined;
  /** Called when the program starts or ends a thread. */
  onThread: ((request: ThreadRequest) => void) | undefined;
  /** Called when no thread of this one's run can go on. Only for the worker that `watch` was called for. */
  onStandstill: ((standstill: Standstill) => void) | undefined;
  /** Says that the worker is the first of several threads. `part` of the shared memory is theirs. */
  watch(part: number): void;
  /** Gives the worker, which runs nothing yet, the port to its parent: `parent` has asked for this thread. */
  join(parent: FramedWorker, thread: number): void;
  /** What the worker has told until then still comes. */
  terminate(): void;
  /** Terminates the worker. Nothing comes any more. */
  close(): void;
}

const policy = "default-src 'none'; script-src 'unsafe-inline' 'unsafe-eval' blob:; worker-src blob:";

const layout: ThreadLayout = {
  bytes: sharedMemory.bytes,
  places: sharedMemory.places,
  states: threadStates,
  blocking,
  turns,
  mostThreads,
};

/** In milliseconds: how long a frame may take to answer, and how often it is asked. */
const patience = 10_000;
const askEvery = 50;

const ids = new WeakMap<FramedWorker, number>();
const workers = new Map<number, FramedWorker>();
let frame: Promise<Window> | undefined;
let count = 0;
/** The numbers of the scripts that the frame has. */
const codes = new Map<string, number>();

/**
 * Starts a worker that waits for a program.
 * @param code the worker's script, a classic script
 */
export function startFramedWorker(code: string): FramedWorker {
  count += 1;
  const id = count;
  const data = new MessageChannel();
  const control = new MessageChannel();
  frame ??= openFrame();
  const opened = frame;
  const tell = (message: FrameMessage, ports: Transferable[] = []) =>
    void opened.then(
      (window) => window.postMessage(message, "*", ports),
      // Reported below, through `onLost`.
      () => undefined,
    );
  tell({ kind: "start", id, code: numberOf(code, tell) }, [data.port2, control.port2]);
  opened.catch((error: Error) => worker.onLost?.(error.message));
  const worker: FramedWorker = {
    port: data.port1,
    onMessage: undefined,
    onLost: undefined,
    onThread: undefined,
    onStandstill: undefined,
    watch: (part) => tell({ kind: "watch", id, part }),
    join: (parent, thread) => tell({ kind: "join", from: ids.get(parent) ?? 0, thread, to: id }),
    terminate: () => tell({ kind: "terminate", id }),
    close: () => {
      worker.terminate();
      workers.delete(id);
      for (const port of [data.port1, control.port1]) port.close();
    },
  };
  data.port1.onmessage = ({ data: message }: MessageEvent<WorkerMessage>) => worker.onMessage?.(message);
  control.port1.onmessage = ({ data: report }: MessageEvent<FrameReport>) => {
    if ("lost" in report) worker.onLost?.(report.lost);
    else if ("standstill" in report) worker.onStandstill?.(report.standstill);
    else worker.onThread?.(report.thread);
  };
  ids.set(worker, id);
  workers.set(id, worker);
  return worker;
}

/** Gives the frame a port for the messages of all workers. The page acknowledges each batch with any message. */
function openRelay(window: Window): void {
  const { port1, port2 } = new MessageChannel();
  port1.onmessage = ({ data }: MessageEvent<readonly Relayed[]>) => {
    for (const [id, messages] of byWorker(data))
      for (const message of joinEvents(messages)) take(id, message);
    port1.postMessage("handled");
  };
  window.postMessage({ kind: "relay" } satisfies FrameMessage, "*", [port2]);
}

/** An error with one message is reported and loses no other: they may be of other runs. */
function take(id: number, message: WorkerMessage): void {
  try {
    workers.get(id)?.onMessage?.(message);
  } catch (error) {
    reportError(error);
  }
}

/** The number of a script. A new script is sent to the frame first. */
function numberOf(text: string, tell: (message: FrameMessage) => void): number {
  const known = codes.get(text);
  if (known !== undefined) return known;
  const code = codes.size;
  codes.set(text, code);
  tell({ kind: "code", code, text });
  return code;
}

function openFrame(): Promise<Window> {
  const element = document.createElement("iframe");
  element.setAttribute("sandbox", "allow-scripts");
  // Without it the frame, and so its workers, could not share memory.
  element.setAttribute("allow", "cross-origin-isolated");
  element.hidden = true;
  element.title = "Where programs run";
  element.srcdoc = `<!doctype html><meta http-equiv="Content-Security-Policy" content="${policy}"><script>(${serveWorkers})(${sharedMemory.parts * sharedMemory.bytes}, (${watchRuns})(${JSON.stringify(layout)}, ${standstillOf}), ${createRelay})</script>`;
  document.body.append(element);
  // Chromium may lose a frame's messages while a window is being opened, and its load event too. So the page asks until
  // the frame answers.
  return new Promise((resolve, reject) => {
    const end = () => {
      clearInterval(asking);
      clearTimeout(waiting);
      removeEventListener("message", listen);
    };
    const listen = ({ source }: MessageEvent) => {
      const { contentWindow } = element;
      if (!contentWindow || source !== contentWindow) return;
      end();
      openRelay(contentWindow);
      resolve(contentWindow);
    };
    const hello: FrameMessage = { kind: "hello" };
    const asking = setInterval(() => element.contentWindow?.postMessage(hello, "*"), askEvery);
    const waiting = setTimeout(() => {
      end();
      element.remove();
      frame = undefined;
      codes.clear();
      reject(new Error("the browser did not open the frame that it starts in"));
    }, patience);
    addEventListener("message", listen);
  });
}

/**
 * Runs inside the frame, which gets it as text: it must not use anything outside itself.
 * @param bytes the size of the memory that all workers share, if the page is cross-origin isolated
 * @param watch looks for runs in which no thread can go on
 * @param relayTo creates what passes a worker's messages on to the page
 */
function serveWorkers(bytes: number, watch: RunWatch, relayTo: typeof createRelay): void {
  const workers = new Map<number, Worker>();
  const urls = new Map<number, string>();
  const reports = new Map<number, (message: FrameReport) => void>();
  /** For each worker: the ports to it for the threads that it has asked for, until they have joined. */
  const portsTo = new Map<number, Map<number, MessagePort>>();
  const memory = self.crossOriginIsolated ? new SharedArrayBuffer(bytes) : undefined;
  let relay: Relay | undefined;

  /** Starts a worker. Its messages are those of the runtime: the program cannot reach its `postMessage`. */
  function start({ id, code }: { id: number; code: number }, [data, control]: readonly MessagePort[]): void {
    const report = (message: FrameReport) => control?.postMessage(message);
    reports.set(id, report);
    const lose = (reason: string) => report({ lost: reason || "it could not be started" });
    try {
      const worker = new Worker(urls.get(code) ?? "");
      workers.set(id, worker);
      const waiting = new Map<number, MessagePort>();
      portsTo.set(id, waiting);
      worker.onerror = (event) => {
        event.preventDefault();
        lose(event.message);
      };
      worker.onmessage = ({ data: told, ports: [port] }: MessageEvent<ToldMessage | ThreadRequest>) => {
        if (told.kind === "told") {
          relay?.pass([id, told.message]);
          return;
        }
        if (port) waiting.set(told.thread, port);
        report({ thread: told });
      };
      if (data) worker.postMessage(memory, [data]);
    } catch (error) {
      // Some browsers have no workers, and some are set up to refuse them.
      lose(error instanceof Error ? error.message : "");
    }
  }

  function join({ from, thread, to }: { from: number; thread: number; to: number }): void {
    const port = portsTo.get(from)?.get(thread);
    portsTo.get(from)?.delete(thread);
    const worker = workers.get(to);
    if (!port || !worker) return;
    worker.postMessage(undefined, [port]);
    watch.join(from, thread, to, (question) => worker.postMessage({ question }));
  }

  function begin({ id, part }: { id: number; part: number }): void {
    const worker = workers.get(id);
    if (!worker || !memory) return;
    const ask = (question: number) => worker.postMessage({ question });
    watch.begin(id, memory, part, ask, (standstill) => reports.get(id)?.({ standstill }));
  }

  function openRelay(port: MessagePort | undefined): void {
    const opened = relayTo((batch) => port?.postMessage(batch));
    if (port) port.onmessage = () => opened.goOn();
    relay = opened;
  }

  addEventListener("message", ({ data, ports }: MessageEvent<FrameMessage>) => {
    if (data.kind === "hello") {
      parent.postMessage("here", "*");
    } else if (data.kind === "relay") {
      openRelay(ports[0]);
    } else if (data.kind === "code") {
      urls.set(data.code, URL.createObjectURL(new Blob([data.text], { type: "text/javascript" })));
    } else if (data.kind === "start") {
      start(data, ports);
    } else if (data.kind === "join") {
      join(data);
    } else if (data.kind === "watch") {
      begin(data);
    } else {
      watch.end(data.id);
      reports.delete(data.id);
      // With the ports of threads that will never join.
      portsTo.delete(data.id);
      workers.get(data.id)?.terminate();
      workers.delete(data.id);
    }
  });
}
