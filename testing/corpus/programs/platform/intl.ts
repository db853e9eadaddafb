// Numbers, dates and plurals in English.
console.log(new Intl.NumberFormat("en").format(1234567.891), (0.256).toLocaleString("en", { style: "percent" }));
console.log(new Intl.DateTimeFormat("en", { dateStyle: "long", timeZone: "UTC" }).format(new Date(0)));
console.log(new Intl.PluralRules("en").select(1), new Intl.ListFormat("en").format(["a", "b", "c"]));
export {};
