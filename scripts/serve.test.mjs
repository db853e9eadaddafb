import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { serve } from "./serve.mjs";

const folder = mkdtempSync(join(tmpdir(), "interleave-serve-"));
mkdirSync(join(folder, "assets"));
writeFileSync(join(folder, "index.html"), "the page");
writeFileSync(join(folder, "assets", "a-1.js"), "a script");
afterAll(() => rmSync(folder, { recursive: true }));

/** @param {string} url */
async function get(url) {
  const response = await fetch(url, { redirect: "manual" });
  return { status: response.status, text: await response.text(), headers: response.headers };
}

test("a folder is served at the root", async () => {
  const { url, close } = await serve(folder);
  expect((await get(url)).text).toBe("the page");
  expect((await get(`${url}assets/a-1.js`)).headers.get("cache-control")).toContain("immutable");
  expect((await get(`${url}none`)).status).toBe(404);
  await close();
});

test("the page is isolated if that is asked for", async () => {
  const [plain, isolated] = [await serve(folder), await serve(folder, { isIsolated: true })];
  const opener = "cross-origin-opener-policy";
  expect((await get(plain.url)).headers.get(opener)).toBe(null);
  expect((await get(isolated.url)).headers.get(opener)).toBe("same-origin");
  await Promise.all([plain.close(), isolated.close()]);
});

test("a folder served below a path answers only there", async () => {
  const { url, close } = await serve(folder, { base: "/talks/deck/" });
  expect(url).toMatch(/\/talks\/deck\/$/);
  expect((await get(`${url}assets/a-1.js`)).text).toBe("a script");
  expect((await get(new URL("/assets/a-1.js", url).href)).status).toBe(404);
  expect((await get(url.slice(0, -1))).headers.get("location")).toBe("/talks/deck/");
  await close();
});

test("a taken port is stepped over, or refused in a sentence", async () => {
  const first = await serve(folder);
  const port = Number(new URL(first.url).port);
  const second = await serve(folder, { port, stepOver: true });
  expect(Number(new URL(second.url).port)).toBeGreaterThan(port);
  await expect(serve(folder, { port })).rejects.toThrow(`Port ${port} is taken.`);
  await Promise.all([first.close(), second.close()]);
});

test("a closed server frees its port", async () => {
  const first = await serve(folder);
  const port = Number(new URL(first.url).port);
  await first.close();
  const second = await serve(folder, { port });
  expect(second.url).toBe(first.url);
  await second.close();
});
