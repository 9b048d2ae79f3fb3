/** What an address carries, read strictly: an unknown value is dropped, an empty one is not written. */

type Raw = Record<string, unknown>;

const text = (raw: Raw, name: string): string | undefined => {
  const value = raw[name];
  if (typeof value === "number") return String(value);
  return typeof value === "string" && value !== "" ? value : undefined;
};

const oneOf = <T extends string>(raw: Raw, name: string, words: readonly T[]): T | undefined =>
  words.find((found) => found === raw[name]);

/** Several values of one name; an empty list is not written. */
const several = (raw: Raw, name: string): string[] | undefined => {
  const value = raw[name];
  const found = (Array.isArray(value) ? value : [value]).filter((one): one is string => typeof one === "string" && one !== "");
  return found.length > 0 ? found : undefined;
};

const page = (raw: Raw, name: string): number | undefined => {
  const value = Number(raw[name]);
  return Number.isInteger(value) && value > 0 ? value : undefined;
};

/** The row in the sheet: on every screen. */
export const rowSearch = (raw: Raw): { row?: string } => ({ row: text(raw, "row") });

export const LEVELS = ["strong", "worth a look", "weak"] as const;
export const STATES = ["undecided", "accepted", "rejected", "more"] as const;

export interface LeadsSearch {
  level?: (typeof LEVELS)[number];
  state?: (typeof STATES)[number];
  kind?: string;
  text?: string;
  /** The handle of the lead looked at: the place in the queue. */
  at?: string;
}

export const leadsSearch = (raw: Raw): LeadsSearch => ({
  level: oneOf(raw, "level", LEVELS),
  state: oneOf(raw, "state", STATES),
  kind: text(raw, "kind"),
  text: text(raw, "text"),
  at: text(raw, "at"),
});

export const VIEWS = ["text", "differences"] as const;

/** The filters the queue was left with go along, so that stepping and going back keep them. */
export const leadSearch = (raw: Raw): LeadsSearch & { adverts?: (typeof VIEWS)[number] } => ({
  ...leadsSearch(raw),
  adverts: oneOf(raw, "adverts", VIEWS),
});

export interface AsideSearch {
  view?: "files" | "aside";
  file?: string;
  reason?: string;
  page?: number;
}

export const asideSearch = (raw: Raw): AsideSearch => ({
  view: oneOf(raw, "view", ["files", "aside"] as const),
  file: text(raw, "file"),
  reason: text(raw, "reason"),
  page: page(raw, "page"),
});

export interface IdentitySearch {
  show?: "people" | "model";
  /** The pair looked at. */
  at?: string;
}

export const identitySearch = (raw: Raw): IdentitySearch => ({
  show: oneOf(raw, "show", ["people", "model"] as const),
  at: text(raw, "at"),
});

export const sourcesSearch = (raw: Raw): { source?: string } => ({ source: text(raw, "source") });

export interface RecordSearch {
  actor?: string;
  action?: string;
  subject?: string;
  /** A source somebody was asked about and no longer needs. */
  erase?: string;
  page?: number;
}

export const recordSearch = (raw: Raw): RecordSearch => ({
  actor: text(raw, "actor"),
  action: text(raw, "action"),
  subject: text(raw, "subject"),
  erase: text(raw, "erase"),
  page: page(raw, "page"),
});

export interface NetworkSearch {
  /** A lead, a group or a thing. */
  start?: string;
  /** The kept chart this is. */
  chart?: number;
  open?: string[];
  also?: string[];
  hide?: string[];
  /** The things marked together. */
  mark?: string[];
  /** The thing and the link looked at. */
  pick?: string;
  link?: string;
  /** The two ends of a path. */
  from?: string;
  to?: string;
  /** What would be taken out, and the presumed victims asked about. */
  out?: string[];
  victim?: string[];
  since?: string;
  until?: string;
}

export const networkSearch = (raw: Raw): NetworkSearch => ({
  start: text(raw, "start"),
  chart: page(raw, "chart"),
  open: several(raw, "open"),
  also: several(raw, "also"),
  hide: several(raw, "hide"),
  mark: several(raw, "mark"),
  pick: text(raw, "pick"),
  link: text(raw, "link"),
  from: text(raw, "from"),
  to: text(raw, "to"),
  out: several(raw, "out"),
  victim: several(raw, "victim"),
  since: text(raw, "since"),
  until: text(raw, "until"),
});
