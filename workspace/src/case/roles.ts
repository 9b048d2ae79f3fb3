/** The roles there are, one's own first, in an order that does not change. */
export const ROLES = [
  "analyst",
  "financial-investigator",
  "case-officer",
  "prosecutor",
  "liaison",
  "steward",
  "field-team",
  "reception-centre",
] as const;

/** One's own roles and those of others; with none known, all are one's own. */
export function rolesFirst(own: readonly string[]): [string[], string[]] {
  const mine = ROLES.filter((role) => own.includes(role));
  return mine.length === 0 ? [[...ROLES], []] : [mine, ROLES.filter((role) => !own.includes(role))];
}
