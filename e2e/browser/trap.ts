// A proxy that lets the browser reach the site and counts all other requests.

import { createServer, type IncomingMessage, request, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

export interface Trap {
  /** For the browser's proxy setting. */
  readonly server: string;
  /** The requested addresses of the site, in order. */
  readonly own: string[];
  /** The requested addresses and hosts elsewhere. No request reached them. */
  readonly foreign: string[];
  close(): Promise<void>;
}

/** The browser's own services, which no page and no program can reach. */
const ownServices = /\.(googleapis|google|gvt1)\.com:443$/;

/** Starts a trap around the site at `url`. */
export async function setTrap(url: string): Promise<Trap> {
  const own: string[] = [];
  const foreign: string[] = [];
  const server = createServer((incoming, answer) => {
    const asked = incoming.url ?? "";
    if (asked.startsWith(url)) {
      own.push(asked);
      return void forward(asked, incoming, answer);
    }
    foreign.push(asked);
    answer.writeHead(200, { "content-type": "text/html" }).end("trapped");
  });
  server.on("connect", ({ url: host }, socket) => {
    if (!ownServices.test(host ?? "")) foreign.push(host ?? "");
    socket.destroy();
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  const close = () =>
    new Promise<void>((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    });
  return { server: `http://127.0.0.1:${port}`, own, foreign, close };
}

function forward(url: string, incoming: IncomingMessage, answer: ServerResponse): void {
  const { method, headers } = incoming;
  request(url, { method, headers }, (response) => {
    answer.writeHead(response.statusCode ?? 502, response.headers);
    response.pipe(answer);
  }).end();
}
