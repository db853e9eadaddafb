// The smallest page on which a program can be typed and run: a text field, a button, a worker that waits, and lines.

/** Runs in the page. */
function start() {
  const [field, button, log] = /** @type {[HTMLTextAreaElement, HTMLButtonElement, HTMLElement]} */ ([
    ...document.querySelectorAll("textarea, button, pre"),
  ]);
  /** Runs in the worker. */
  const work = () => {
    /** @type {string[]} */
    let lines = [];
    const flush = () => {
      if (lines.length > 0) postMessage(lines.join("\n"));
      lines = [];
    };
    console.log = (...values) => {
      if (lines.length === 0) queueMicrotask(flush);
      lines.push(values.join(" "));
      if (lines.length === 1000) flush();
    };
    const AsyncFunction = Object.getPrototypeOf(async () => undefined).constructor;
    addEventListener("message", ({ data }) => new AsyncFunction(data)());
  };
  const url = URL.createObjectURL(new Blob([`(${work})()`]));
  let spare = new Worker(url);
  /** @type {Worker | undefined} */
  let worker;
  button.onclick = () => {
    worker?.terminate();
    worker = spare;
    spare = new Worker(url);
    /** @type {string[]} */
    let lines = [];
    worker.onmessage = ({ data }) => {
      // A bare page would show no more than this either.
      lines = [...lines, ...data.split("\n")].slice(-200);
      log.textContent = lines.join("\n");
      log.scrollTop = log.scrollHeight;
    };
    worker.postMessage(field.value);
  };
}

export const barePane = `<!doctype html><title>Bare pane</title><style>
body { margin: 0; font-size: 24px } textarea { width: 100%; height: 300px } pre { height: 200px; overflow: auto }
</style><h1 elementtiming="title">Bare pane</h1><textarea>console.log("hello")</textarea><button>Run</button><pre></pre>
<script>(${start})()</script>`;
