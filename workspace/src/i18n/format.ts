/** Figures and times, in the reader's language; a time always shows its zone, and is never moved to another one. */

/** English dates are written day first, as in Europe. */
const locale = (language: string): string => (language === "en" ? "en-GB" : language);

export const figure = (value: number, language: string): string =>
  new Intl.NumberFormat(locale(language)).format(value);

const MOMENT = /^(\d{4})-(\d{2})-(\d{2})(?:[T ](\d{2}):(\d{2})(?::(\d{2}))?(?:\.\d+)?(Z|[+-]\d{2}:?\d{2})?)?$/;

const days = (language: string) =>
  new Intl.DateTimeFormat(locale(language), { day: "numeric", month: "short", year: "numeric", timeZone: "UTC" });

const date = (found: RegExpExecArray): Date =>
  new Date(Date.UTC(Number(found[1]), Number(found[2]) - 1, Number(found[3])));

function zone(written: string | undefined): string {
  if (!written) return "";
  const plain = written.replace(/^([+-]\d{2}):?(\d{2})$/, "$1:$2");
  return plain === "Z" || plain === "+00:00" ? " UTC" : ` UTC${plain}`;
}

/** `2026-03-02T10:15:00+01:00` as “2 Mar 2026, 10:15 UTC+01:00”; what is no ISO time is shown as it came. */
export function moment(iso: string, language: string): string {
  const found = MOMENT.exec(iso);
  if (!found) return iso;
  const written = days(language).format(date(found));
  return found[4] === undefined ? written : `${written}, ${clock(found)}`;
}

const clock = (found: RegExpExecArray): string => `${found[4] ?? "00"}:${found[5] ?? "00"}${zone(found[7])}`;

/** The time of day with its zone; empty for a bare day. */
export function timeOf(iso: string): string {
  const found = MOMENT.exec(iso);
  return found && found[4] !== undefined ? clock(found) : "";
}

/** The day alone. */
export function dayOf(iso: string, language: string): string {
  const found = MOMENT.exec(iso);
  return found ? days(language).format(date(found)) : iso;
}

/** A stretch of time: one day once, two days with a dash, nothing for nothing. */
export function stretch(first: string, last: string, language: string): string {
  const [from, to] = [MOMENT.exec(first), MOMENT.exec(last)];
  if (from && to) return days(language).formatRange(date(from), date(to));
  return [first && dayOf(first, language), last && dayOf(last, language)].filter(Boolean).join(" – ");
}

/** A file's digest or an id, short enough to compare by eye. */
export const short = (digest: string): string => (digest.length > 16 ? `${digest.slice(0, 12)}…` : digest);
