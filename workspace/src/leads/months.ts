/** Months laid out for a bar each. Pure, so that it can be tried. */

export interface Month {
  readonly month: string;
  readonly adverts: number;
}

const MOST = 120;

/** Put months without adverts in between, so that a gap is seen; over more than ten years only those with adverts stay. */
export function filled(months: readonly Month[]): Month[] {
  const [first, last] = [months[0], months.at(-1)];
  if (!first || !last) return [];
  const [from, to] = [number(first.month), number(last.month)];
  if (to - from >= MOST) return [...months];
  const known = new Map(months.map((one) => [one.month, one.adverts]));
  return Array.from({ length: to - from + 1 }, (_, after) => {
    const month = written(from + after);
    return { month, adverts: known.get(month) ?? 0 };
  });
}

/** How high a bar is, in hundredths of the highest; one advert is always seen. */
export const height = (adverts: number, most: number): number =>
  adverts === 0 ? 0 : Math.max(3, Math.round((adverts * 100) / Math.max(1, most)));

const number = (month: string): number => Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7)) - 1;

const written = (count: number): string =>
  `${String(Math.floor(count / 12)).padStart(4, "0")}-${String((count % 12) + 1).padStart(2, "0")}`;
