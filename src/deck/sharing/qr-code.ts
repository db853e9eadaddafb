// Draws an address as a QR code.

const namespace = "http://www.w3.org/2000/svg";

/** In modules: the light rim that readers need (ISO/IEC 18004). */
const rim = 4;

/** Draws the code, dark on light in both themes: not all readers know the inverse. */
export async function qrCode(address: string): Promise<SVGElement> {
  const { encode } = await import("uqr");
  // As few and as large modules as possible, for the last row, with as much correction as they have room for.
  const { data } = encode(address, { ecc: "L", boostEcc: true, border: 0 });
  const svg = document.createElementNS(namespace, "svg");
  const size = data.length + 2 * rim;
  svg.setAttribute("viewBox", `${-rim} ${-rim} ${size} ${size}`);
  svg.setAttribute("class", "qr-code");
  svg.setAttribute("role", "img");
  svg.setAttribute("aria-label", `QR code of ${address}`);
  const path = document.createElementNS(namespace, "path");
  path.setAttribute("d", modulesPath(data));
  svg.append(path);
  return svg;
}

/** Returns the dark modules as data of an SVG path: a bar for each run in a row, so that no seams show between modules. */
export function modulesPath(rows: readonly (readonly boolean[])[]): string {
  return rows
    .flatMap((row, y) => runs(row).map(([x, length]) => `M${x} ${y}h${length}v1h${-length}z`))
    .join("");
}

/** The beginnings and lengths of the dark runs in a row. */
function runs(row: readonly boolean[]): [start: number, length: number][] {
  const found: [number, number][] = [];
  for (const [x, isDark] of row.entries()) {
    const last = found.at(-1);
    if (isDark && last && last[0] + last[1] === x) last[1] += 1;
    else if (isDark) found.push([x, 1]);
  }
  return found;
}
