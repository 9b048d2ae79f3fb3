/** Weights in words: bits as odds, and bars of one scale. */

/** Thousandths of a bit as a figure with its sign. */
export const bits = (millibits: number): string =>
  `${millibits > 0 ? "+" : millibits < 0 ? "−" : ""}${(Math.abs(millibits) / 1000).toFixed(1)}`;

const MOST = 1_000_000;

/** How many to one, in round figures: two that count, a million at most. */
export function odds(millibits: number): number {
  const exact = 2 ** (Math.abs(millibits) / 1000);
  if (exact >= MOST) return MOST;
  const step = 10 ** Math.max(0, Math.floor(Math.log10(exact)) - 1);
  return Math.round(exact / step) * step;
}

export interface Bar {
  readonly x: number;
  readonly width: number;
}

/** Where each bar begins and how wide it is, laid one after the other on a scale of 0 to 100. */
export function waterfall(steps: readonly number[]): Bar[] {
  const ends = [0];
  for (const step of steps) ends.push((ends.at(-1) ?? 0) + step);
  const [low, high] = [Math.min(...ends), Math.max(...ends)];
  const scale = 100 / Math.max(1, high - low);
  return steps.map((step, at) => {
    const start = ends[at] ?? 0;
    return { x: (Math.min(start, start + step) - low) * scale, width: Math.abs(step) * scale };
  });
}
