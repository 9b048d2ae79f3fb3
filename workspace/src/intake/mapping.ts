/** What a person says of a file's columns, over what was guessed. Pure, so that it can be tried. */
import type { MappedColumn } from "@/api/types";

/** Kept apart where no rule reads it: protected columns. */
export const APART = "!apart";
/** Kept with the row, unread. */
export const UNKNOWN = "";

export interface Choice {
  readonly index: number;
  readonly column: string;
}

/** What a column now is, as the select names it. */
export const chosen = (column: MappedColumn): string =>
  column.role === "apart" ? APART : column.role === "column" ? column.column : UNKNOWN;

/** What a person said so far, with one column more: the others keep the guess and whether it is sure. */
export function corrected(choices: readonly Choice[], index: number, column: string): Choice[] {
  return [...choices.filter((choice) => choice.index !== index), { index, column }].sort((a, b) => a.index - b.index);
}

/** Canonical names given to more than one column. */
export function twice(columns: readonly MappedColumn[]): string[] {
  const names = columns.map(chosen).filter((name) => name !== APART && name !== UNKNOWN);
  return [...new Set(names.filter((name, place) => names.indexOf(name) !== place))];
}
