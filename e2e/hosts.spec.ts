// Hosts for the site: any plain host, at the root and below a path, with our service worker or without. Stories of
// saving for offline have hosts that compress.

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "./fixtures.ts";
import { openSlide } from "./steps/deck.ts";
import { openDesk } from "./steps/desk.ts";
import { Host } from "./steps/host.ts";

const dist = join(import.meta.dirname, "..", "dist");

test("on a plain host below a path a pane runs, and the next visit is isolated", async ({ visitor }) => {
  const host = new Host(dist, { base: "/a/b/" });
  await host.start();
  const { page, pane } = await openSlide(await visitor.newPage(), "animals-api", host.url);
  await pane.setWait(0);
  await pane.run.click();
  await pane.expectFinished();
  expect(await page.evaluate(() => crossOriginIsolated)).toBe(false);
  await page.evaluate(async () => void (await navigator.serviceWorker.ready));
  // The next visit is isolated by the service worker.
  await page.reload();
  await pane.expectEditor();
  expect(await page.evaluate(() => crossOriginIsolated)).toBe(true);
  await host.stop();
});

test("in the isolated page the desk, saved files and print work", async ({ visitor }) => {
  const host = new Host(dist);
  await host.start();
  const page = await visitor.newPage();
  await openSlide(page, "title", host.url);
  await page.evaluate(async () => void (await navigator.serviceWorker.ready));
  await page.goto("about:blank");
  const deck = await openSlide(page, "animals-api", host.url);
  expect(await page.evaluate(() => crossOriginIsolated)).toBe(true);
  const desk = await openDesk(page);
  await desk.expectSlide("animals-api");
  await desk.page.close();
  await deck.pane.setWait(0);
  await deck.pane.run.click();
  await deck.pane.expectFinished();
  await deck.pane.root.getByRole("button", { name: "Timeline tools" }).click();
  const downloading = page.waitForEvent("download");
  await page.getByRole("button", { name: "Recording (JSON)" }).click();
  expect((await downloading).suggestedFilename()).toMatch(/\.json$/);
  // Isolation could forbid what a document loads, which is the same for each pane.
  await page.goto(`${host.url}?view=print`);
  await expect(page.locator("live-pane [data-part=status]").first()).toHaveText(/ · recorded$/);
  await host.stop();
});

test("a host whose policy is too strict is told which header forbids what, and what to allow", {
  tag: "@everywhere",
}, async ({ visitor }) => {
  const host = new Host(dist, { headers: { "content-security-policy": "default-src 'self'" } });
  await host.start();
  const { page, pane } = await openSlide(await visitor.newPage(), "animals-api", host.url);
  const notice = page.getByRole("status").filter({ hasText: "This host sends the header" });
  await expect(notice).toContainText("“Content-Security-Policy: default-src 'self'”");
  await expect(notice).toContainText("It forbids styles that scripts write");
  await expect(notice).toContainText("style-src 'self' 'unsafe-inline'");
  await expect(notice).toContainText("worker-src 'self' blob:");
  await page.getByRole("button", { name: "Close" }).click();
  await expect(notice).toHaveCount(0);
  await pane.run.click();
  // The deck's recording stands in for the run.
  await expect(pane.status).toHaveText(/ · recorded$/);
  await expect(pane.log).toContainText("Programs cannot run here: the host’s header Content-Security-Policy");
  await expect(page.locator(".monaco-editor")).toHaveCount(0);
  await host.stop();
});

test("the policy that docs/hosting.md recommends allows everything", { tag: "@everywhere" }, async ({
  visitor,
}) => {
  const host = new Host(dist, { headers: { "content-security-policy": recommendedPolicy() } });
  await host.start();
  const { page, pane } = await openSlide(await visitor.newPage(), "animals-api", host.url);
  await pane.expectEditor();
  await pane.setWait(0);
  await pane.run.click();
  await pane.expectFinished();
  await expect(pane.lines).toHaveText(["200 Moo!"]);
  await expect(page.locator(".notice")).toHaveCount(0);
  const desk = await openDesk(page);
  await expect(desk.pane.lines).toHaveText(["200 Moo!"]);
  await host.stop();
});

/** The header in the page about hosting. */
function recommendedPolicy(): string {
  const text = readFileSync(join(import.meta.dirname, "..", "docs", "hosting.md"), "utf8");
  const [, policy] = /^Content-Security-Policy: (.+)$/m.exec(text) ?? [];
  if (!policy) throw new Error("docs/hosting.md recommends no policy.");
  return policy;
}
