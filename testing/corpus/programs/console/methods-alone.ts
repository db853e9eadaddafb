// Methods work without the console.
const { log, group, groupEnd, error } = console;
log("alone");
group("g");
[1, 2].forEach((n) => log(n));
groupEnd();
error("end");
export {};
