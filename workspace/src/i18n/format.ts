/** Figures and times, in the reader's language; a time always shows its zone, and is never moved to another one. */

export const figure = (value: number, language: string): string => new Intl.NumberFormat(language).format(value);

const MOMENT = /^(\d{4})-(\d{2})-(\d{2})(?:[T ](\d{2}):(\d{2})(?::(\d{2}))?(?:\.\d+)?(Z|[+-]\d{2}:?\d{2})?)?$/;

const day = (year: string, month: string, date: string, language: string): string =>
  new Intl.DateTimeFormat(language, { day: "numeric", month: "short", year: "numeric", timeZone: "UTC" }).format(
    new Date(Date.UTC(Number(year), Number(month) - 1, Number(date))),
  );

function zone(written: string | undefined): string {
  if (!written) return "";
  const plain = written.replace(/^([+-]\d{2}):?(\d{2})$/, "$1:$2");
  return plain === "Z" || plain === "+00:00" ? " UTC" : ` UTC${plain}`;
}

/** `2026-03-02T10:15:00+01:00` as “2 Mar 2026, 10:15 UTC+01:00”; what is no ISO time is shown as it came. */
export function moment(iso: string, language: string): string {
  const found = MOMENT.exec(iso);
  if (!found) return iso;
  const [, year = "", month = "", date = "", hour, minute, , offset] = found;
  const written = day(year, month, date, language);
  return hour === undefined ? written : `${written}, ${hour}:${minute ?? "00"}${zone(offset)}`;
}

/** The day alone. */
export function dayOf(iso: string, language: string): string {
  const found = MOMENT.exec(iso);
  return found ? day(found[1] ?? "", found[2] ?? "", found[3] ?? "", language) : iso;
}

/** A stretch of time: one day once, two days with a dash, nothing for nothing. */
export function stretch(first: string, last: string, language: string): string {
  const from = first && dayOf(first, language);
  const to = last && dayOf(last, language);
  if (!from || !to) return from || to;
  return from === to ? from : `${from} – ${to}`;
}

/** A file's digest or an id, short enough to compare by eye. */
export const short = (digest: string): string => (digest.length > 16 ? `${digest.slice(0, 12)}…` : digest);
