// Serves a folder of built files over HTTP, at the root or below a path, as a static host would.

import { createServer } from "node:http";
import sirv from "sirv";
import { Refusal } from "./setup.mjs";

/**
 * @typedef {import("node:http").Server} Server
 * @typedef {import("node:http").RequestListener} RequestListener
 *
 * @typedef {object} ServeOptions
 * @property {string} [base] the path at which the folder is served: begins and ends with "/"; "/" by default
 * @property {number} [port] 0, the default, for any free port
 * @property {boolean} [stepOver] if the port is taken, use the next free one
 * @property {string} [host] the only host to listen on; by default both addresses of "localhost"
 * @property {boolean} [isIsolated] send the headers that isolate the page, so that its programs can start threads
 *
 * @typedef {object} Site
 * @property {string} url ends with "/"
 * @property {() => Promise<void>} close also closes open connections
 */

/** The headers that make a page cross-origin isolated (docs/hosting.md). */
export const isolation = {
  "cross-origin-opener-policy": "same-origin",
  "cross-origin-embedder-policy": "require-corp",
};

/**
 * @param {string} folder
 * @param {string} base
 * @param {boolean} isIsolated
 * @returns {RequestListener}
 */
function listener(folder, base, isIsolated) {
  const setHeaders = (
    /** @type {import("node:http").ServerResponse} */ response,
    /** @type {string} */ path,
  ) => {
    cachePolicy(response, path);
    if (isIsolated) for (const [name, value] of Object.entries(isolation)) response.setHeader(name, value);
  };
  const answer = sirv(folder, { etag: true, setHeaders });
  return (request, response) => {
    const url = request.url ?? "/";
    const inside = url.startsWith(base);
    if (inside) request.url = `/${url.slice(base.length)}`;
    // Relative addresses in the page need the final slash.
    else if (url === base.slice(0, -1)) return void response.writeHead(301, { location: base }).end();
    const missing = () =>
      void response.writeHead(404, { "content-type": "text/plain" }).end("There is nothing here.\n");
    if (inside) answer(request, response, missing);
    else missing();
  };
}

/**
 * Files in assets/ have a hash of their content in the name, so they never change.
 * @param {import("node:http").ServerResponse} response
 * @param {string} path
 */
function cachePolicy(response, path) {
  const forever = path.startsWith("/assets/");
  response.setHeader("cache-control", forever ? "public, max-age=31536000, immutable" : "no-cache");
}

/**
 * @param {RequestListener} handler
 * @param {number} port
 * @param {string} host
 * @returns {Promise<Server>}
 */
function listen(handler, port, host) {
  const server = createServer(handler);
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, host, () => resolve(server));
  });
}

/** @param {Server} server */
function portOf(server) {
  const address = server.address();
  return address !== null && typeof address === "object" ? address.port : 0;
}

/** @param {Server} server */
function close(server) {
  return /** @type {Promise<void>} */ (
    new Promise((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    })
  );
}

/**
 * Listens on both addresses of "localhost". A browser tries both, so another server on one of them could answer
 * instead of this one.
 * @param {RequestListener} handler
 * @param {number} port
 * @returns {Promise<Server[]>}
 */
async function listenLocally(handler, port) {
  const first = await listen(handler, port, "127.0.0.1");
  try {
    return [first, await listen(handler, portOf(first), "::1")];
  } catch (error) {
    if (codeOf(error) !== "EADDRINUSE") return [first];
    await close(first);
    throw error;
  }
}

/** @param {unknown} error */
function codeOf(error) {
  return error instanceof Error && "code" in error ? error.code : undefined;
}

/**
 * @param {RequestListener} handler
 * @param {Required<Pick<ServeOptions, "port" | "stepOver">> & { host: string | undefined }} options
 * @returns {Promise<Server[]>}
 */
async function listenSomewhere(handler, { port, stepOver, host }) {
  try {
    return await (host
      ? listen(handler, port, host).then((server) => [server])
      : listenLocally(handler, port));
  } catch (error) {
    const taken = codeOf(error) === "EADDRINUSE";
    const next = port === 0 ? 0 : port + 1;
    if (taken && (stepOver || port === 0) && next <= 65535)
      return listenSomewhere(handler, { port: next, stepOver, host });
    if (taken) throw new Refusal(`Port ${port} is taken.`);
    if (codeOf(error) === "EACCES")
      throw new Refusal(`Port ${port} is not for ordinary users; PORT=4173 is.`);
    throw error;
  }
}

/**
 * Serves the files as they are now. A later build needs a restart.
 * @param {string} folder
 * @param {ServeOptions} [options]
 * @returns {Promise<Site>}
 * @throws {Refusal} if no port is available
 */
export async function serve(
  folder,
  { base = "/", port = 0, stepOver = false, host, isIsolated = false } = {},
) {
  const servers = await listenSomewhere(listener(folder, base, isIsolated), { port, stepOver, host });
  const [first] = servers;
  const name = host === undefined || host === "0.0.0.0" || host === "::" ? "localhost" : host;
  return {
    url: `http://${name.includes(":") ? `[${name}]` : name}:${first ? portOf(first) : port}${base}`,
    close: async () => void (await Promise.all(servers.map(close))),
  };
}
