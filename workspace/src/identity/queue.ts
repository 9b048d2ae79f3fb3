/** Where one goes in the queue of pairs: on to what was not looked at yet, back along the way one came. */

export interface Trail {
  /** The pairs looked at, in the order they were come to; the last is the one before this. */
  readonly way: readonly string[];
  /** The pairs stepped over without an answer: they wait, and are not met again until the rest is done. */
  readonly over: readonly string[];
}

export const START: Trail = { way: [], over: [] };

/** How far back one can step. */
const KEPT = 200;

/** The pair to look at: the one the address names, else the first that was not stepped over, else the first. */
export function placeOf(ids: readonly string[], at: string | undefined, trail: Trail): string | undefined {
  return at ?? ids.find((id) => !trail.over.includes(id)) ?? ids[0];
}

/** The next pair to be asked about; none when all others were answered or stepped over. */
export function nextOf(ids: readonly string[], here: string | undefined, trail: Trail): string | undefined {
  return ids.find((id) => id !== here && !trail.over.includes(id));
}

/** The trail once one has gone on from a pair: stepped over where it still waits. */
export function onward(trail: Trail, here: string | undefined, ids: readonly string[]): Trail {
  if (!here) return trail;
  const over = ids.includes(here) && !trail.over.includes(here) ? [...trail.over, here] : trail.over;
  return { way: [...trail.way, here].slice(-KEPT), over };
}

/** The pair one came from, and the trail once one is back there. */
export function back(trail: Trail): [string | undefined, Trail] {
  const before = trail.way.at(-1);
  return [before, { way: trail.way.slice(0, -1), over: trail.over.filter((id) => id !== before) }];
}
