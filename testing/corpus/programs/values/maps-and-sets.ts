// Maps and sets, empty, nested and with objects as keys.
console.log(new Map(), new Set());
console.log(new Map<unknown, unknown>([["a", 1], [{ k: 1 }, [2]], [null, undefined]]));
console.log(new Set([1, "two", { three: 3 }]));
console.log(new Map([["x", new Map([["y", new Map([["z", new Map()]])]])]]));
console.log({ map: new Map([["a", 1]]), set: new Set(["b"]) });
export {};
