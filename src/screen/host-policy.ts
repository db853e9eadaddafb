// Finds out whether the host forbids what the deck needs. A host can do that by a content security policy in a header,
// which applies beside the page's own.

/** Something that the deck needs, and how the policy allows it. */
interface Need {
  readonly what: string;
  readonly directive: "style-src" | "script-src" | "worker-src";
  readonly value: string;
  readonly isAllowed: () => boolean | Promise<boolean>;
}

/** The smallest WebAssembly module: its signature and version. */
const emptyModule = new Uint8Array([0, 97, 115, 109, 1, 0, 0, 0]);

const needs: readonly Need[] = [
  {
    what: "styles that scripts write",
    directive: "style-src",
    value: "'unsafe-inline'",
    isAllowed: allowsStyles,
  },
  {
    what: "scripts in the page",
    directive: "script-src",
    value: "'unsafe-inline'",
    isAllowed: allowsScripts,
  },
  {
    what: "programs from text",
    directive: "script-src",
    value: "'unsafe-eval'",
    isAllowed: () => succeeds(() => new Function("")),
  },
  {
    what: "WebAssembly",
    directive: "script-src",
    value: "'wasm-unsafe-eval'",
    isAllowed: () => succeeds(() => WebAssembly.compile(emptyModule)),
  },
  { what: "workers from blobs", directive: "worker-src", value: "blob:", isAllowed: allowsWorkers },
];

/** A longer policy is cut. In characters. */
const longestPolicy = 120;

/** What the host forbids. */
export interface HostBan {
  /** True if styles are among it. Without them an editor cannot be shown. */
  readonly styles: boolean;
  /** True if something is among it without which no program runs. */
  readonly programs: boolean;
  /** Which header forbids what: a sentence without its full stop, which begins with a small letter. */
  readonly clause: string;
  /** Sentences that also say what the header must allow. */
  readonly sentences: string;
}

/** In milliseconds. */
const reportsAfter = 50;

let areStylesAllowed: boolean | undefined;

/** Resolves with what the host forbids if styles are among it. If they are allowed, it is known at once. */
export async function whatForbidsStyles(): Promise<HostBan | undefined> {
  areStylesAllowed ??= allowsStyles();
  if (areStylesAllowed) return undefined;
  const ban = await whatHostForbids();
  return ban?.styles ? ban : undefined;
}

let looking: Promise<HostBan | undefined> | undefined;

/** Tries out everything that the deck needs, once. Returns `undefined` if no policy forbids any of it. */
export function whatHostForbids(): Promise<HostBan | undefined> {
  looking ??= look();
  return looking;
}

async function look(): Promise<HostBan | undefined> {
  const policies = new Set<string>();
  const listen = ({ originalPolicy }: SecurityPolicyViolationEvent) => policies.add(originalPolicy);
  document.addEventListener("securitypolicyviolation", listen);
  const tried = await Promise.all(needs.map(async (need) => ({ need, isAllowed: await need.isAllowed() })));
  const forbidden = tried.flatMap(({ need, isAllowed }) => (isAllowed ? [] : [need]));
  // The browser reports violations a little later.
  if (forbidden.length > 0) await new Promise((resolve) => setTimeout(resolve, reportsAfter));
  document.removeEventListener("securitypolicyviolation", listen);
  const [policy] = policies;
  // Without a report something else is the reason, for example a browser without workers.
  return policy === undefined || forbidden.length === 0 ? undefined : banOf(forbidden, policy);
}

/** @param policy the host's policy */
export function banOf(forbidden: readonly Omit<Need, "isAllowed">[], policy: string): HostBan {
  const what = forbidden.map((need) => need.what).join(", ");
  const isOfStyles = ({ directive }: Omit<Need, "isAllowed">) => directive === "style-src";
  return {
    styles: forbidden.some(isOfStyles),
    programs: !forbidden.every(isOfStyles),
    clause: `the host’s header Content-Security-Policy forbids ${what}`,
    sentences: `This host sends the header “${headerOf(policy)}”. It forbids ${what}. It must allow: ${allowing(forbidden)}.`,
  };
}

function headerOf(policy: string): string {
  const value = policy.length > longestPolicy ? `${policy.slice(0, longestPolicy)}…` : policy;
  return `Content-Security-Policy: ${value}`;
}

/** The directives that allow what is forbidden, as a header has them. */
function allowing(forbidden: readonly Omit<Need, "isAllowed">[]): string {
  const values = new Map<string, string[]>();
  for (const { directive, value } of forbidden)
    values.set(directive, [...(values.get(directive) ?? ["'self'"]), value]);
  return [...values].map(([name, allowed]) => [name, ...allowed].join(" ")).join("; ");
}

function allowsStyles(): boolean {
  const style = Object.assign(document.createElement("style"), { textContent: ":root {}" });
  document.head.append(style);
  const isApplied = style.sheet !== null;
  style.remove();
  return isApplied;
}

function allowsScripts(): boolean {
  const mark = "scriptsAllowed";
  const textContent = `document.documentElement.dataset.${mark} = "";`;
  const script = Object.assign(document.createElement("script"), { textContent });
  document.head.append(script);
  script.remove();
  const { dataset } = document.documentElement;
  const hasRun = mark in dataset;
  delete dataset[mark];
  return hasRun;
}

function allowsWorkers(): Promise<boolean> {
  return new Promise((resolve) => {
    const url = URL.createObjectURL(new Blob(["postMessage(0)"], { type: "text/javascript" }));
    const end = (isAllowed: boolean, worker?: Worker) => {
      worker?.terminate();
      URL.revokeObjectURL(url);
      resolve(isAllowed);
    };
    try {
      const worker = new Worker(url);
      worker.onmessage = () => end(true, worker);
      worker.onerror = (event) => {
        event.preventDefault();
        end(false, worker);
      };
    } catch {
      end(false);
    }
  });
}

async function succeeds(act: () => unknown): Promise<boolean> {
  try {
    await act();
    return true;
  } catch {
    return false;
  }
}
