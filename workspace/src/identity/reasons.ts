/** Reasons offered by number: a few prepared ones, and those one typed last; typing one's own is always possible. */

export type What = "same" | "different" | "unsure" | "undo";

/** How many prepared reasons there are for each. */
export const PREPARED: Readonly<Record<What, number>> = { same: 4, different: 4, unsure: 3, undo: 3 };

/** How many there are of venues, where they differ from those of persons. */
export const OF_PLACES: Readonly<Partial<Record<What, number>>> = { same: 3, different: 3 };

const REMEMBERED = 3;

export type Recent = Readonly<Partial<Record<What, readonly string[]>>>;

/** The reasons to choose from: prepared first, so that their numbers never move. */
export function offered(prepared: readonly string[], recent: readonly string[] = []): string[] {
  return [...prepared, ...recent.filter((reason) => !prepared.includes(reason))].slice(0, 9);
}

/** What was typed last, newest first. */
export function remember(recent: Recent, what: What, reason: string, prepared: readonly string[]): Recent {
  if (prepared.includes(reason)) return recent;
  const kept = [reason, ...(recent[what] ?? []).filter((other) => other !== reason)];
  return { ...recent, [what]: kept.slice(0, REMEMBERED) };
}
