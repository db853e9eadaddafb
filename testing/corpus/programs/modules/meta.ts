// import.meta is an object of the module's own.
console.log(typeof import.meta, Object.getPrototypeOf(import.meta));
export {};
