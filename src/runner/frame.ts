// A hidden frame that may load nothing and has no origin. Run workers are started in it and inherit that: whatever a
// program tries, it reaches neither the network, nor the host of the deck, nor what the browser keeps for the deck.

import workerCode from "virtual:run-worker";

/** Page → frame. */
type FrameMessage =
  | { readonly kind: "start"; readonly id: number }
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

let frame: Promise<Window> | undefined;
let count = 0;

/** Starts a worker that waits for a program. */
export function startFramedWorker(): FramedWorker {
  count += 1;
  const id = count;
  const data = new MessageChannel();
  const control = new MessageChannel();
  frame ??= openFrame();
  const tell = (message: FrameMessage, ports: Transferable[] = []) =>
    void frame?.then((window) => window.postMessage(message, "*", ports));
  tell({ kind: "start", id }, [data.port2, control.port2]);
  const worker: FramedWorker = {
    port: data.port1,
    onLost: undefined,
    terminate: () => tell({ kind: "terminate", id }),
  };
  control.port1.onmessage = ({ data: reason }: MessageEvent<string>) => worker.onLost?.(reason);
  return worker;
}

function openFrame(): Promise<Window> {
  const element = document.createElement("iframe");
  element.setAttribute("sandbox", "allow-scripts");
  element.hidden = true;
  element.title = "Where programs run";
  element.srcdoc = `<!doctype html><meta http-equiv="Content-Security-Policy" content="${policy}"><script>(${serveWorkers})()</script>`;
  document.body.append(element);
  return new Promise((resolve) => {
    element.addEventListener("load", () => {
      const { contentWindow } = element;
      if (!contentWindow) return;
      contentWindow.postMessage(workerCode, "*");
      resolve(contentWindow);
    });
  });
}

/** Runs inside the frame, from its text: it may use nothing outside itself. */
function serveWorkers(): void {
  const workers = new Map<number, Worker>();
  let url = "";
  addEventListener("message", ({ data, ports }: MessageEvent<string | FrameMessage>) => {
    if (typeof data === "string") {
      url = URL.createObjectURL(new Blob([data], { type: "text/javascript" }));
    } else if (data.kind === "start") {
      const worker = new Worker(url);
      workers.set(data.id, worker);
      worker.onerror = (event) => {
        event.preventDefault();
        ports[1]?.postMessage(event.message || "it could not be started");
      };
      if (ports[0]) worker.postMessage(undefined, [ports[0]]);
    } else {
      workers.get(data.id)?.terminate();
      workers.delete(data.id);
    }
  });
}
