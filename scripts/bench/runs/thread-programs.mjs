// The programs of the group "threads". Each starts its own file as a thread with a name; the first thread has no name.

/** @param {string} file the file of the pane */
export const threadPrograms = (file) => ({
  /** Starts threads one after the other, and gives the pool of spare workers time to fill up between them. */
  spare: `${begin(file)}if (self.name === "") {
  for (let count = 0; count < 5; count += 1) {
    const cow = start();
    await new Promise((resolve) => { cow.onmessage = resolve; });
    cow.terminate();
    await new Promise((resolve) => setTimeout(resolve, 1000));
  }
} else self.postMessage("Moo");
`,
  many: `${begin(file)}if (self.name === "") {
  let heard = 0;
  for (let count = 0; count < 64; count += 1)
    start().onmessage = () => {
      heard += 1;
      if (heard === 64) console.log("all");
    };
} else self.postMessage("Moo");
`,
  messages: `${begin(file)}if (self.name === "") {
  const cow = start();
  let count = 0;
  cow.onmessage = () => {
    count += 1;
    if (count < 10_000) cow.postMessage(count);
    else console.log("done");
  };
  cow.postMessage(count);
} else self.onmessage = ({ data }) => self.postMessage(data);
`,
  /** Nobody ever notifies. */
  deadlock: `${begin(file)}if (self.name === "") {
  const cells = new Int32Array(new SharedArrayBuffer(4));
  for (let count = 0; count < 2; count += 1) start().postMessage(cells);
} else self.onmessage = ({ data: cells }) => Atomics.wait(cells, 0, 0);
`,
});

/** @param {string} file */
function begin(file) {
  return `export {};
const start = () => new Worker(new URL("./${file}", import.meta.url), { type: "module", name: "cow" });
`;
}
