// A small client of W3C WebDriver, for WebKit where Playwright's own is not available: it drives Debian's WebKitGTK on
// a virtual screen.

import { type ChildProcess, spawn } from "node:child_process";
import { createServer } from "node:net";
import { createInterface } from "node:readline";
import type { Readable } from "node:stream";

/** The code points of keys without a character. https://www.w3.org/TR/webdriver2/#keyboard-actions */
const keyCodes: Readonly<Record<string, string>> = {
  Enter: "\uE007",
  Control: "\uE009",
  Escape: "\uE00C",
  End: "\uE010",
  Home: "\uE011",
  ArrowLeft: "\uE012",
  ArrowUp: "\uE013",
  ArrowRight: "\uE014",
  ArrowDown: "\uE015",
};

/** WebKit draws in software. Its sandbox does not work for root. */
const environment = {
  WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS: "1",
  WEBKIT_DISABLE_COMPOSITING_MODE: "1",
  LIBGL_ALWAYS_SOFTWARE: "1",
};

const browserOptions = {
  // The driver prints the consoles of the page, its frames and its workers.
  args: ["--automation", "--enable-write-console-messages-to-stdout=true"],
};

/** A page in WebKit. */
export class WebKitPage {
  /** The errors in the consoles of the page and its workers. */
  readonly errors: string[] = [];
  readonly #session: string;
  readonly #processes: readonly ChildProcess[];

  private constructor(session: string, processes: readonly ChildProcess[]) {
    this.#session = session;
    this.#processes = processes;
  }

  /**
   * Starts a virtual screen, the driver and a browser.
   * @param driver the path of WebKitWebDriver
   */
  static async start(driver: string): Promise<WebKitPage> {
    const [screen, display] = await startScreen();
    const port = await freePort();
    const env = { ...process.env, ...environment, DISPLAY: display };
    const child = spawn(driver, [`--port=${port}`], { env, stdio: ["ignore", "pipe", "inherit"] });
    try {
      const address = `http://127.0.0.1:${port}/session`;
      const capabilities = { alwaysMatch: { "webkitgtk:browserOptions": browserOptions } };
      const { sessionId } = await untilItListens(() => ask<{ sessionId: string }>(address, { capabilities }));
      const page = new WebKitPage(`${address}/${sessionId}`, [child, screen]);
      page.#listen(child.stdout);
      await page.#ask("window/rect", { x: 0, y: 0, width: 1280, height: 800 });
      return page;
    } catch (error) {
      for (const each of [child, screen]) each.kill();
      throw error;
    }
  }

  #listen(output: Readable): void {
    createInterface(output).on("line", (line) => {
      if (/^CONSOLE .*\bERROR\b/.test(line)) this.errors.push(line);
    });
  }

  #ask<Answer = null>(command: string, body: object): Promise<Answer> {
    return ask<Answer>(`${this.#session}/${command}`, body);
  }

  async goto(url: string): Promise<void> {
    await this.#ask("url", { url });
  }

  /** Calls a function in the page and returns its result. Argument and result must be JSON data. */
  evaluate<Argument, Result>(run: (argument: Argument) => Result, argument: Argument): Promise<Result> {
    const script = `return (${run})(arguments[0]);`;
    return this.#ask("execute/sync", { script, args: [argument ?? null] });
  }

  /** Presses keys together and releases them, for example "Control+Enter". */
  async press(chord: string): Promise<void> {
    await this.#pressAll(chord.split("+").map((key) => keyCodes[key] ?? key));
  }

  /** Types a text character by character. */
  async type(text: string): Promise<void> {
    for (const sign of text) await this.#pressAll([sign]);
  }

  async #pressAll(keys: readonly string[]): Promise<void> {
    const down = keys.map((value) => ({ type: "keyDown", value }));
    const up = keys.toReversed().map((value) => ({ type: "keyUp", value }));
    await this.#act("key", [...down, ...up]);
  }

  /** Moves the mouse to a position in the window and clicks. */
  async click({ x, y }: { x: number; y: number }): Promise<void> {
    const move = { type: "pointerMove", x: Math.round(x), y: Math.round(y), duration: 0 };
    const [down, up] = ["pointerDown", "pointerUp"].map((type) => ({ type, button: 0 }));
    await this.#act("pointer", [move, down, up]);
  }

  async #act(type: "key" | "pointer", actions: readonly unknown[]): Promise<void> {
    await this.#ask("actions", { actions: [{ type, id: type, actions }] });
  }

  /** A screenshot of the window, as PNG. */
  async screenshot(): Promise<Buffer> {
    return Buffer.from(await ask<string>(`${this.#session}/screenshot`), "base64");
  }

  async close(): Promise<void> {
    await fetch(this.#session, { method: "DELETE" });
    for (const child of this.#processes) child.kill();
  }
}

/**
 * Sends a command to the driver: POST with a body, otherwise GET.
 * @throws {Error} with the driver's message
 */
async function ask<Answer>(address: string, body?: object): Promise<Answer> {
  const post = { method: "POST", body: JSON.stringify(body) };
  const reply = await fetch(address, body ? post : {});
  const { value } = (await reply.json()) as { value: Answer & { error?: string; message?: string } };
  if (!reply.ok) throw new Error(`WebDriver: ${value.error}: ${value.message}`);
  return value;
}

/** Starts a virtual screen. Returns it with its name, for DISPLAY. */
async function startScreen(): Promise<[ChildProcess, string]> {
  // Xvfb takes the first free number and writes it to this descriptor.
  const args = ["-displayfd", "3", "-screen", "0", "1280x800x24", "-nolisten", "tcp"];
  const screen = spawn("Xvfb", args, { stdio: ["ignore", "ignore", "ignore", "pipe"] });
  const number = await new Promise<string>((resolve, reject) => {
    screen
      .once("error", reject)
      .once("exit", () => reject(new Error("Xvfb ended before there was a screen.")));
    screen.stdio[3]?.once("data", (data) => resolve(String(data).trim()));
  });
  return [screen, `:${number}`];
}

/** A free port of this machine. */
function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer().once("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      server.close(() => resolve(address !== null && typeof address === "object" ? address.port : 0));
    });
  });
}

/** Repeats the request for ten seconds while nothing listens at the address. */
async function untilItListens<Answer>(ask: () => Promise<Answer>): Promise<Answer> {
  for (const start = performance.now(); ; ) {
    try {
      return await ask();
    } catch (error) {
      const isDeaf = error instanceof TypeError && performance.now() - start < 10_000;
      if (!isDeaf) throw error;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }
}
