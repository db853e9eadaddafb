import { expect, test } from "vitest";
import { manifest, withAddress } from "./web-app.ts";

test("the manifest names the talk, and is found under any path", () => {
  const icon = { src: "assets/icon-1.svg", sizes: "any", type: "image/svg+xml" };
  expect(JSON.parse(manifest({ title: "Cows: a talk", description: "On cows." }, [icon]))).toMatchObject({
    name: "Cows: a talk",
    description: "On cows.",
    start_url: "./",
    scope: "./",
    icons: [icon],
  });
});

test("a preview picture has a full address if the site's is known", () => {
  const page =
    '<meta property="og:title" content="x" /><meta property="og:image" content="./assets/p-1.png" />';
  expect(withAddress(page, new URL("https://x.org/talk/"))).toContain(
    'content="https://x.org/talk/assets/p-1.png"',
  );
  expect(withAddress(page, undefined)).toBe(page);
});
