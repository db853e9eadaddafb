import { expect, test } from "vitest";
import { unpack } from "../../offline/packed.ts";
import { endChecked, moved, pack, withoutFiles } from "./one-file.ts";

test("the script that starts the deck comes after the slides", () => {
  const script = `<script type="module" crossorigin>start("$&</body>");</script>`;
  expect(moved(`<head>${script}</head><body><p>Slides</p></body>`)).toBe(
    `<head></head><body><p>Slides</p>${script}\n</body>`,
  );
});

test("the script that checks whether the page is complete comes right after the title", () => {
  const page = endChecked("<head><title>Talk</title><style></style></head><body><p>Slides</p></body>");
  expect(page).toMatch(/<\/title>\n<script>[^<]*<\/script><style>/);
  expect(page).toMatch(/<p>Slides<\/p><template id="end-of-file"><\/template>\n<\/body>$/);
});

test("the page's icon is in it, and nothing is preloaded", () => {
  const page = `<link rel="icon" type="image/svg+xml" href="/art/icon.svg" />
<link
  rel="preload" as="font" href="./a.woff2" />
<p>Slides</p>`;
  expect(withoutFiles(page, (path) => `<svg id="${path}"/>`)).toBe(
    `<link rel="icon" type="image/svg+xml" href="data:image/svg+xml,%3Csvg%20id%3D%22%2Fart%2Ficon.svg%22%2F%3E" />
<p>Slides</p>`,
  );
});

test("unpacking a packed file gives its content back", async () => {
  const bytes = Uint8Array.from({ length: 100_000 }, (_, index) => (index * index) % 251);
  const packed = pack(bytes);
  expect(packed.length).toBeLessThan(bytes.length);
  const unpacked = await new Response((await unpack(packed)) ?? null).bytes();
  expect(unpacked).toEqual(bytes);
});
