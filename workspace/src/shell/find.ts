/** What the palette finds: entries that hold every word typed, those that begin with it first, otherwise as they came. */

export interface Entry {
  readonly id: string;
  readonly label: string;
  readonly group: string;
  readonly key?: string;
  readonly perform: () => void;
}

/** Fold case and accents, so that `equipo` finds “Équipo” and `leads` finds “Leads”. */
export const folded = (text: string): string => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();

export function matching(entries: readonly Entry[], typed: string, most = 40): Entry[] {
  const words = folded(typed).split(/\s+/).filter(Boolean);
  const left = entries.filter((entry) => {
    const label = folded(entry.label);
    return words.every((word) => label.includes(word));
  });
  const first = words[0] ?? "";
  const begins = (entry: Entry) => (first !== "" && folded(entry.label).startsWith(first) ? 0 : 1);
  return left
    .map((entry, place) => ({ entry, place }))
    .sort((a, b) => begins(a.entry) - begins(b.entry) || a.place - b.place)
    .slice(0, most)
    .map(({ entry }) => entry);
}
