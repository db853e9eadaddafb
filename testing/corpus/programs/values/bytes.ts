// Buffers, typed arrays and views.
console.log(new Uint8Array([1, 2, 3]), new Float64Array(2), new BigInt64Array([1n]));
console.log(new ArrayBuffer(4));
console.log(new DataView(new ArrayBuffer(2)));
console.log(new Uint8Array(200));
export {};
