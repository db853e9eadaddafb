// Tests of which pages are made isolated.

import { expect, test } from "vitest";
import { isolated, isPlainDesk, plain } from "./isolation.ts";

test("a desk is as isolated as its deck", () => {
  expect(isPlainDesk("https://farm.example/talk/?desk=cow")).toBe(true);
  expect(isPlainDesk("https://farm.example/talk/?desk=cow&isolated=")).toBe(false);
  expect(isPlainDesk("https://farm.example/talk/?view=print#/race")).toBe(false);
});

test("a page can be made isolated, and plain again", async () => {
  const page = isolated(new Response("Moo", { headers: { "content-type": "text/html" } }));
  expect(page.headers.get("cross-origin-opener-policy")).toBe("same-origin");
  const again = plain(page);
  expect([...again.headers]).toEqual([["content-type", "text/html"]]);
  expect(await again.text()).toBe("Moo");
});
