/** A file looked at and not yet taken: what a person has said of it so far. Kept as a draft. */
import type { Choice } from "./mapping";

export interface Look {
  readonly upload: string;
  readonly file: string;
  readonly sheet: string;
  readonly kind: string;
  /** Columns a person spoke of; the others take the guess. */
  readonly columns: Choice[];
  readonly source: string;
}
