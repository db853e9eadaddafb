// Addresses and their parts.
const url = new URL("/animals/cow?loud=yes#moo", "http://example.com:8080");
url.searchParams.append("times", "2");
console.log(url.href, url.host, url.searchParams.get("loud"), [...url.searchParams]);
console.log(URL.canParse("nope"), JSON.stringify({ url }));
try {
  new URL("nope");
} catch (error) {
  console.log((error as Error).name);
}
export {};
