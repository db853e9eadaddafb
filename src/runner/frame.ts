// Starts run workers in a hidden, sandboxed frame, which has no origin and may load nothing. The workers inherit that:
// no program can reach the network, the deck's host, or the deck's storage in the browser.

/** Page → frame. */
type FrameMessage =
  /** Asks whether the frame is ready. It answers with any message. */
  | { readonly kind: "hello" }
  /** The script of a language's workers. It is sent once and gets a number. */
  | { readonly kind: "code"; readonly code: number; readonly text: string }
  | { readonly kind: "start"; readonly id: number; readonly code: number }
  | { readonly kind: "terminate"; readonly id: number };

/** A worker in the frame. */
export interface FramedWorker {
  /** The port to the worker itself. Messages wait until the worker has started. */
  readonly port: MessagePort;
  /** Called with a sentence if the worker cannot be started or breaks. */
  onLost: ((reason: string) => void) | undefined;
  terminate(): void;
}

const policy = "default-src 'none'; script-src 'unsafe-inline' 'unsafe-eval' blob:; worker-src blob:";

/** In milliseconds: how long a frame may take to answer, and how often it is asked. */
const patience = 10_000;
const askEvery = 50;

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
    onLost: undefined,
    terminate: () => tell({ kind: "terminate", id }),
  };
  control.port1.onmessage = ({ data: reason }: MessageEvent<string>) => worker.onLost?.(reason);
  return worker;
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
  element.hidden = true;
  element.title = "Where programs run";
  element.srcdoc = `<!doctype html><meta http-equiv="Content-Security-Policy" content="${policy}"><script>(${serveWorkers})()</script>`;
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

/** Runs inside the frame, which gets it as text: it must not use anything outside itself. */
function serveWorkers(): void {
  const workers = new Map<number, Worker>();
  const urls = new Map<number, string>();
  addEventListener("message", ({ data, ports }: MessageEvent<FrameMessage>) => {
    if (data.kind === "hello") {
      parent.postMessage("here", "*");
    } else if (data.kind === "code") {
      urls.set(data.code, URL.createObjectURL(new Blob([data.text], { type: "text/javascript" })));
    } else if (data.kind === "start") {
      const lose = (reason: string) => ports[1]?.postMessage(reason || "it could not be started");
      try {
        const worker = new Worker(urls.get(data.code) ?? "");
        workers.set(data.id, worker);
        worker.onerror = (event) => {
          event.preventDefault();
          lose(event.message);
        };
        if (ports[0]) worker.postMessage(undefined, [ports[0]]);
      } catch (error) {
        // Some browsers have no workers, and some are set up to refuse them.
        lose(error instanceof Error ? error.message : "");
      }
    } else {
      workers.get(data.id)?.terminate();
      workers.delete(data.id);
    }
  });
}
