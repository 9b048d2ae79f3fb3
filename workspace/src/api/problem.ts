/** An error a person can act on, as the API states it: what is so, why, and what to do. */

export class Problem extends Error {
  constructor(
    readonly status: number,
    readonly slug: string,
    readonly fact: string,
    override readonly cause: string,
    readonly wayOut: string,
  ) {
    super(fact);
    this.name = "Problem";
  }
}

const text = (value: unknown): string => (typeof value === "string" ? value : "");

/** Read a problem document; whatever else came back still yields the three sentences (empty where nothing was said). */
export function toProblem(status: number, body: unknown): Problem {
  const found = typeof body === "object" && body !== null ? (body as Record<string, unknown>) : {};
  const slug = text(found.type).split(/[/:]/).pop() ?? "";
  return new Problem(status, slug, text(found.fact) || text(found.title), text(found.cause), text(found.way_out));
}

/** What failed before any answer came: the program is not running, or the line to it is cut. */
export const noAnswer = (): Problem => new Problem(0, "no-answer", "", "", "");

export const asProblem = (error: unknown): Problem =>
  error instanceof Problem
    ? error
    : new Problem(-1, "workspace", error instanceof Error ? error.message : String(error), "", "");
