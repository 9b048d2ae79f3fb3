/** A file looked at and not yet taken: what a person has said of it so far. Kept as a draft. */
import type { Choice } from "./mapping";

export interface Look {
  readonly upload: string;
  readonly file: string;
  readonly sheet: string;
  readonly kind: string;
  /** Empty takes the guess; after a correction, every column. */
  readonly columns: Choice[];
  readonly source: string;
}
