// What a pane has to say besides what its program prints: of the compiler, of what went wrong with the pane, and hints.

import type { Notice } from "../../console/console.ts";
import type { CompileReport } from "../runs/pane-runs.ts";

/** The notices of one pane, of which each kind is replaced by its next one. */
export class PaneNotices {
  readonly #show: (notices: readonly Notice[]) => void;
  readonly #told: Record<"hint" | "problem" | "report", readonly Notice[]> = {
    hint: [],
    problem: [],
    report: [],
  };
  #report: CompileReport = { ok: true, diagnostics: [] };

  /** @param show shows these in place of those before */
  constructor(show: (notices: readonly Notice[]) => void) {
    this.#show = show;
  }

  /** What the compiler said last. */
  get report(): CompileReport {
    return this.#report;
  }

  /** Tells what the compiler said to a new run, in place of all that was told before. */
  tellReport(report: CompileReport): void {
    this.#report = report;
    const notices = report.diagnostics.map(({ severity, text, place }) => {
      const tone = severity === "error" ? "error" : "hint";
      return place ? ({ tone, text, place } as const) : ({ tone, text } as const);
    });
    this.#tell({ hint: [], problem: [], report: notices });
  }

  /** Tells what went wrong with the pane itself, in a sentence; undefined where it has been mended. */
  tellProblem(error: unknown): void {
    const text = error instanceof Error ? error.message : String(error);
    this.#tell({ problem: error === undefined ? [] : [{ tone: "error", text }] });
  }

  tellHint(text: string): void {
    this.#tell({ hint: [{ tone: "hint", text }] });
  }

  #tell(notices: Partial<Record<"hint" | "problem" | "report", readonly Notice[]>>): void {
    Object.assign(this.#told, notices);
    const { hint, problem, report } = this.#told;
    this.#show([...hint, ...problem, ...report]);
  }
}
