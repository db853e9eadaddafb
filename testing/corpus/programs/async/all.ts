// Promise.all keeps the order of its members.
const later = <T>(value: T, ms: number) => new Promise<T>((resolve) => setTimeout(() => resolve(value), ms));
console.log(await Promise.all([later("slow", 30), later("fast", 10), "now"]));
console.log(await Promise.all([]));
export {};
