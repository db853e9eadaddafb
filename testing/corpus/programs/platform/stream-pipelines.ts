// Streams through transforms, decoders, compression, and in two.
const bytes = new ReadableStream<Uint8Array<ArrayBuffer>>({
  start(controller) {
    controller.enqueue(new Uint8Array([0xe2, 0x82]));
    controller.enqueue(new Uint8Array([0xac, 33]));
    controller.close();
  },
});
for await (const text of bytes.pipeThrough(new TextDecoderStream()) as any) console.log(JSON.stringify(text));
const doubled = new TransformStream<number, number>({ transform: (x, controller) => controller.enqueue(x * 2) });
const writer = doubled.writable.getWriter();
void writer.write(1);
void writer.write(2);
void writer.close();
for await (const x of doubled.readable as any) console.log(x);
const [left, right] = new ReadableStream({
  start(controller) {
    controller.enqueue(1);
    controller.close();
  },
}).tee();
console.log((await left.getReader().read()).value, (await right.getReader().read()).value);
const squeezed = new Blob(["hello"]).stream().pipeThrough(new CompressionStream("gzip"));
console.log(await new Response(squeezed.pipeThrough(new DecompressionStream("gzip"))).text());
export {};
