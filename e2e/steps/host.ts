// A static host: plain or compressing, at any path, with long-lived caching. It can be stopped, and its site can be
// replaced by another version.

import { readFile } from "node:fs/promises";
import { createServer, type Server, type ServerResponse } from "node:http";
import { extname, join } from "node:path";
import { gzipSync } from "node:zlib";

export interface HostOptions {
  /** Begins and ends with "/". */
  readonly base?: string;
  readonly isCompressing?: boolean;
  /** Headers beside those that every host sends. */
  readonly headers?: Readonly<Record<string, string>>;
}

const types: Readonly<Record<string, string>> = {
  ".html": "text/html",
  ".js": "text/javascript",
  ".css": "text/css",
  ".svg": "image/svg+xml",
  ".json": "application/json",
  ".wasm": "application/wasm",
};

/** Serves the files of a folder as they are, without redirects. */
export class Host {
  /** The folder that is served. It may be changed at any time. */
  folder: string;
  /** Called with the path and content of each file before it is sent. The returned content is sent. */
  onSend: (path: string, content: Buffer) => Buffer = (_, content) => content;
  readonly #options: Required<HostOptions>;
  #server: Server | undefined;
  #port = 0;

  constructor(folder: string, { base = "/", isCompressing = false, headers = {} }: HostOptions = {}) {
    this.folder = folder;
    this.#options = { base, isCompressing, headers };
  }

  /** The address of the deck; ends with "/". */
  get url(): string {
    return `http://localhost:${this.#port}${this.#options.base}`;
  }

  /** Starts the host; after a stop, at the same address. Rejects if another server has taken that. */
  async start(): Promise<void> {
    const server = createServer(({ url = "/" }, response) => void this.#answer(url, response));
    while (!(await isListening(server, this.#port || anyPort())))
      if (this.#port) throw new Error(`Port ${this.#port} is taken.`);
    const address = server.address();
    if (address !== null && typeof address === "object") this.#port = address.port;
    this.#server = server;
  }

  /** Stops the host and closes its connections. */
  async stop(): Promise<void> {
    const server = this.#server;
    this.#server = undefined;
    if (!server) return;
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  }

  async #answer(url: string, response: ServerResponse): Promise<void> {
    const { base } = this.#options;
    const { pathname } = new URL(url, "http://localhost");
    const path = pathname.slice(base.length) || "index.html";
    const content = pathname.startsWith(base)
      ? await readFile(join(this.folder, path)).catch(() => undefined)
      : undefined;
    if (content) this.#send(path, this.onSend(path, content), response);
    else response.writeHead(404, { "content-type": "text/plain" }).end("Not found");
  }

  #send(path: string, content: Buffer, response: ServerResponse): void {
    const { isCompressing, headers } = this.#options;
    response.writeHead(200, {
      "content-type": types[extname(path)] ?? "application/octet-stream",
      "cache-control": path.startsWith("assets/") ? "public, max-age=31536000, immutable" : "max-age=600",
      ...headers,
      ...(isCompressing ? { "content-encoding": "gzip" } : {}),
    });
    response.end(isCompressing ? gzipSync(content, { level: 1 }) : content);
  }
}

/**
 * Returns a port that systems do not give to outgoing connections: one of those could take it while the host is
 * stopped.
 */
function anyPort(): number {
  return 10_000 + Math.floor(Math.random() * 20_000);
}

/** Listens at a port. Resolves with false if the port is taken. */
function isListening(server: Server, port: number): Promise<boolean> {
  return new Promise((resolve) => {
    server.once("error", () => resolve(false));
    server.listen(port, "localhost", () => resolve(true));
  });
}
