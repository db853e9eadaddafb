// A hidden frame that may load nothing and has no origin. Run workers are started in it and inherit that: whatever a
// program tries, it reaches neither the network, nor the host of the deck, nor what the browser keeps for the deck.

/** Page → frame. */
type FrameMessage =
  /** To be answered, with any message. */
  | { readonly kind: "hello" }
  /** What the workers of one language are made of, once, under a number. */
  | { readonly kind: "code"; readonly code: number; readonly text: string }
  | { readonly kind: "start"; readonly id: number; readonly code: number }
  | { readonly kind: "terminate"; readonly id: number };

/** A worker in the frame. */
export interface FramedWorker {
  /** To the worker itself; messages wait until it has started. */
  readonly port: MessagePort;
  /** Called with a sentence when the worker could not be started or broke. */
  onLost: ((reason: string) => void) | undefined;
  terminate(): void;
}

const policy = "default-src 'none'; script-src 'unsafe-inline' 'unsafe-eval' blob:; worker-src blob:";

/** How long a frame may take to answer, and how often it is asked, in milliseconds. */
const patience = 10_000;
const askEvery = 50;

let frame: Promise<Window> | undefined;
let count = 0;
/** The numbers of the codes that the frame has. */
const codes = new Map<string, number>();

/**
 * Starts a worker that waits for a program.
 * @param code the worker as one classic script
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
      // Told below.
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

/** Tells the frame of a code that is new to it. */
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
  // Chromium may lose what a frame tells while a window is being opened, its load event too: so it is asked until it answers.
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

/** Runs inside the frame, from its text: it may use nothing outside itself. */
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
        // There are browsers without workers, and some that are set up to refuse them.
        lose(error instanceof Error ? error.message : "");
      }
    } else {
      workers.get(data.id)?.terminate();
      workers.delete(data.id);
    }
  });
}
