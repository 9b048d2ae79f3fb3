/** Rows beside each other on the page: what comes before and after the one in the sheet. Pure, so that it can be tried. */

/** The row `by` places on from `row` among the rows shown, each once; undefined at the ends or where it is not shown. */
export function beside(rows: readonly string[], row: string, by: number): string | undefined {
  const once = [...new Set(rows)];
  const here = once.indexOf(row);
  return here < 0 ? undefined : once[here + by];
}
