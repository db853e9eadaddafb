// Serves the built deck from memory, as a static host would: with compressed text. Counts every byte.

import { readdirSync, readFileSync, statSync } from "node:fs";
import { createServer } from "node:http";
import { extname, join, relative, sep } from "node:path";
import { gzipSync } from "node:zlib";
import { barePane } from "./talk/bare-pane.mjs";

/**
 * @typedef {{ type: string, body: Buffer, packed: boolean }} File
 * @typedef {{ path: string, bytes: number }} Delivery bytes of the body as sent, after compression if it is
 * compressed
 *
 * @typedef {object} Site
 * @property {string} url ends with "/"
 * @property {string} folder of the build
 * @property {string} bareUrl a page with the same title and nothing else
 * @property {string} barePaneUrl a page on which a program can be typed and run, and nothing else
 * @property {readonly string[]} paths of all files, without a leading "/"
 * @property {readonly Delivery[]} all the deliveries for a visitor who loads every file of the site
 * @property {number} oneFileBytes
 * @property {() => Delivery[]} takeDeliveries returns the deliveries since the last call
 * @property {(milliseconds: number) => void} holdScripts delays the response to each request for a script from now on
 * @property {() => Promise<void>} close
 */

/** @type {Record<string, string>} */
const types = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript",
  ".css": "text/css",
  ".svg": "image/svg+xml",
  ".json": "application/json",
  ".wasm": "application/wasm",
  ".woff2": "font/woff2",
  ".ttf": "font/ttf",
};

/** Sent to windows instead of index.html. The service worker gets index.html itself, which must be as it was built. */
const timedPage = "timed.html";

/** The deck as one file, beside the site's page. */
const oneFile = "interleave.html";

/** Hosts compress text, WebAssembly and ttf. woff2 and images are already compressed. */
const compressible = /^text\/|svg|json|wasm|ttf/;

const barePage =
  '<!doctype html><title>Bare</title><h1 elementtiming="title">Concurrency and Coroutines</h1>';

/**
 * A browser reports when the text of an element was painted only if the element asks for it.
 * @param {Buffer} html
 */
function askForTitleTiming(html) {
  return Buffer.from(html.toString().replace("<h1", '<h1 elementtiming="title"'));
}

/**
 * @param {string} path
 * @param {Buffer} body
 * @returns {File}
 */
function pack(path, body) {
  const type = types[extname(path)] ?? "application/octet-stream";
  const packed = compressible.test(type);
  return { type, body: packed ? gzipSync(body, { level: 6 }) : body, packed };
}

/**
 * @param {string} folder
 * @returns {Map<string, File>}
 */
function readSite(folder) {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) =>
    entry.isFile(),
  );
  const files = entries.flatMap((entry) => {
    const file = join(entry.parentPath, entry.name);
    const path = relative(folder, file).split(sep).join("/");
    if (path === oneFile) return [];
    const body = readFileSync(file);
    return [/** @type {const} */ ([path, pack(path, body)])];
  });
  const page = readFileSync(join(folder, "index.html"));
  return new Map([
    ...files,
    [timedPage, pack(timedPage, askForTitleTiming(page))],
    ["bare.html", pack("bare.html", Buffer.from(barePage))],
    ["bare-pane.html", pack("bare-pane.html", Buffer.from(barePane))],
  ]);
}

/**
 * @param {string} folder a build; it is read once
 * @returns {Promise<Site>}
 */
export async function serveSite(folder) {
  const files = readSite(folder);
  /** @type {Delivery[]} */
  const deliveries = [];
  let scriptDelay = 0;
  const server = createServer((request, response) => {
    const path = new URL(request.url ?? "/", "http://localhost").pathname.slice(1) || "index.html";
    const isForWindow = request.headers["sec-fetch-dest"] === "document";
    const file = files.get(path === "index.html" && isForWindow ? timedPage : path);
    if (!file) return void response.writeHead(404).end();
    deliveries.push({ path, bytes: file.body.length });
    setTimeout(() => send(response, path, file), path.endsWith(".js") ? scriptDelay : 0);
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", () => resolve(undefined)));
  const address = server.address();
  const url = `http://localhost:${address !== null && typeof address === "object" ? address.port : 0}/`;
  return {
    url,
    folder,
    bareUrl: `${url}bare.html`,
    barePaneUrl: `${url}bare-pane.html`,
    paths: [...files.keys()],
    all: [...files]
      .filter(([path]) => !path.startsWith("bare") && path !== timedPage)
      .map(([path, { body }]) => ({ path, bytes: body.length })),
    oneFileBytes: statSync(join(folder, oneFile)).size,
    takeDeliveries: () => deliveries.splice(0),
    holdScripts: (milliseconds) => {
      scriptDelay = milliseconds;
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/**
 * @param {import("node:http").ServerResponse} response
 * @param {string} path
 * @param {File} file
 */
function send(response, path, { type, body, packed }) {
  response.writeHead(200, {
    "content-type": type,
    "content-length": body.length,
    "cache-control": path.startsWith("assets/") ? "public, max-age=31536000, immutable" : "no-cache",
    ...(packed ? { "content-encoding": "gzip" } : {}),
  });
  response.end(body);
}
