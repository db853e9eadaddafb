// Streams and coders as the console shows them.
// Without worker: the inspector does not know them.
console.log(new TextDecoder(), new ReadableStream(), new WritableStream());
console.log(new TransformStream());
console.log({ locked: (() => { const s = new ReadableStream(); s.getReader(); return s; })() });
export {};
