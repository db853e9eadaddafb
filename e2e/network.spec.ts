// No request of a pane leaves the browser, whatever its program tries. A proxy for all traffic counts the requests.

import { setTrap, type Trap } from "./browser/trap.ts";
import { test as base, expect } from "./fixtures.ts";
import { openSlide } from "./steps/deck.ts";
import type { Pane } from "./steps/pane.ts";

const test = base.extend<{ trap: Trap; trapped: Pane }>({
  trap: async ({ baseURL }, use) => {
    const trap = await setTrap(baseURL ?? "");
    await use(trap);
    await trap.close();
  },
  /** A pane in a browser that sends every request into the trap. */
  trapped: async ({ trap, playwright, launchOptions, baseURL }, use) => {
    const browser = await playwright.chromium.launch({ ...launchOptions, proxy: { server: trap.server } });
    const context = await browser.newContext({
      baseURL: baseURL ?? "",
      permissions: ["clipboard-read", "clipboard-write"],
    });
    const page = await context.newPage();
    await page.goto("http://example.com/trapped");
    expect(trap.foreign).toContain("http://example.com/trapped");
    const { pane } = await openSlide(page, "animals-api");
    await pane.runText('console.log("ready");\n');
    await expect(pane.lines).toHaveText(["ready"]);
    expect(trap.own).toContain(baseURL);
    trap.foreign.length = 0;
    await use(pane);
    await browser.close();
  },
});

/** Ways to the network. Each expression uses the program's `url`. */
const refused = [
  "fetch(url)",
  "fetch(new Request(url))",
  'fetch(url, { mode: "no-cors" })',
  "new XMLHttpRequest()",
  'new WebSocket(url.replace("http", "ws"))',
  "new EventSource(url)",
  "new WebTransport(url)",
  "importScripts(url)",
  "new Worker(url)",
  "new SharedWorker(url)",
  "import(url)",
];
/** Ways of somebody who means to break out. */
const sly = [
  "navigator.sendBeacon(url)",
  "caches.open('x').then((cache) => cache.add(url))",
  "Object.getPrototypeOf(Object.getPrototypeOf(self)).fetch.call(self, url)",
  // biome-ignore lint/suspicious/noTemplateCurlyInString: it is the program's template.
  "(0, eval)(`import('${url}')`)",
  // biome-ignore lint/suspicious/noTemplateCurlyInString: it is the program's template.
  "(async () => {}).constructor(`return import('${url}')`)()",
  // biome-ignore lint/suspicious/noTemplateCurlyInString: it is the program's template.
  'new FontFace("f", `url(${url})`).load()',
];

/** A program that tries all ways, one after the other, and prints a line for each. */
function program(ways: readonly string[], url: string): string {
  const tries = ways.map((way) => `await tell(${JSON.stringify(way)}, () => ${way});`);
  return `const url: any = ${JSON.stringify(url)};
async function tell(way: string, go: () => any) {
  try {
    await go();
    console.log("went through:", way);
  } catch (error: any) {
    console.log("refused:", error.message);
  }
}
${tries.join("\n")}
`;
}

for (const [where, address] of [
  ["another host", () => "https://example.com/secret"],
  ["the site itself", (site = "") => `${site}secret`],
] as const) {
  test(`the usual and the sly ways to ${where} are refused, and ask nobody`, async ({
    trap,
    trapped,
    baseURL,
  }) => {
    const url = address(baseURL);
    await trapped.setWait(0);
    await trapped.runText(program([...refused, ...sly], url));
    await trapped.expectFinished();
    await expect
      .soft(trapped.lines)
      .toHaveText([...refused.map(() => /^refused: .*(pane|import).{10,}/), ...sly.map(() => /^refused: /)]);
    expect.soft(trap.foreign).toEqual([]);
    // The deck itself may still be loading files.
    expect.soft(trap.own).not.toContain(url);
  });
}
