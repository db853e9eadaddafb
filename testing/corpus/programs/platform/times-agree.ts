// Every clock of the platform tells the same time.
const now = Date.now();
const near = (time: number) => Math.abs(time - now) < 60_000;
console.log(near(new Date().getTime()), near(new File([], "f").lastModified), near(performance.timeOrigin + performance.now()));
console.log(new Intl.DateTimeFormat("en", { year: "numeric" }).format() === String(new Date().getFullYear()));
console.log(Math.abs(new Event("x").timeStamp - performance.now()) < 1000);
export {};
