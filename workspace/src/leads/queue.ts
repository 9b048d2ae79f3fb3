/** The queue: what the filters leave, where one is in it, and what comes next. Pure, so that it can be tried. */
import type { LeadLine } from "@/api/types";
import { folded } from "@/shell/find";
import type { LeadsSearch } from "@/shell/search";

/** The leads the filters leave, in the order they came: the server orders, the workspace never does. */
export function left(leads: readonly LeadLine[], search: LeadsSearch): LeadLine[] {
  const words = folded(search.text ?? "")
    .split(/\s+/)
    .filter(Boolean);
  return leads.filter(
    (lead) =>
      (!search.level || lead.level === search.level) &&
      (!search.state || lead.state === search.state) &&
      (!search.kind || lead.kinds.includes(search.kind)) &&
      words.every((word) => folded(`${lead.handle} ${lead.title} ${lead.rules.join(" ")}`).includes(word)),
  );
}

/** Where one is: the lead of that handle, or the first; -1 where there is none. */
export function placeOf(leads: readonly LeadLine[], at: string | undefined): number {
  const found = leads.findIndex((lead) => lead.handle === at || lead.id === at);
  return found >= 0 ? found : leads.length > 0 ? 0 : -1;
}

/** What a decision leads to: the next undecided one below, then from the top; none when nothing waits. */
export function nextWaiting(leads: readonly LeadLine[], handle: string): LeadLine | undefined {
  const here = leads.findIndex((lead) => lead.handle === handle);
  return [...leads.slice(here + 1), ...leads.slice(0, Math.max(0, here))].find((lead) => lead.state === "undecided");
}

/** Every kind of record there is in the queue, for the filter. */
export const kindsOf = (leads: readonly LeadLine[]): string[] =>
  [...new Set(leads.flatMap((lead) => lead.kinds))].sort();

export const isFiltered = (search: LeadsSearch): boolean =>
  Boolean(search.level || search.state || search.kind || search.text);

/** The filters alone, to go along from screen to screen. */
export const filtersOf = ({ level, state, kind, text }: LeadsSearch): LeadsSearch => ({ level, state, kind, text });
