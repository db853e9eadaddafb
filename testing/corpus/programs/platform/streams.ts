// A stream through another one.
const source = new ReadableStream<string>({
  start(controller) {
    controller.enqueue("moo");
    controller.enqueue("oink");
    controller.close();
  },
});
const upper = new TransformStream<string, string>({ transform: (chunk, controller) => controller.enqueue(chunk.toUpperCase()) });
for await (const chunk of source.pipeThrough(upper) as never as AsyncIterable<string>) console.log(chunk);
export {};
