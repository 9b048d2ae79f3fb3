/** What a chart is made of: how kinds are marked, where a new thing is put, and how an address says what was opened. */
import type { ChartView, LinkView, NodeView } from "@/api/types";

/** A letter and a hue for each kind of thing; the letter alone tells them apart in grey. */
export const MARKS: Readonly<Record<string, readonly [letter: string, light: string, dark: string]>> = {
  contact: ["C", "#1d4e5f", "#7fbccb"],
  account: ["A", "#7a3b00", "#e3ab55"],
  venue: ["V", "#3d5a1e", "#a8c97f"],
  person: ["P", "#5b2a6e", "#c9a0dc"],
  document: ["D", "#6b5b00", "#d8c860"],
  advert: ["a", "#55524b", "#b1ada3"],
  stay: ["s", "#55524b", "#b1ada3"],
  journey: ["j", "#55524b", "#b1ada3"],
  handset: ["H", "#2f4a7a", "#9db8e8"],
  sim: ["M", "#2f4a7a", "#9db8e8"],
  booking: ["B", "#7a2f4a", "#e89db8"],
  vehicle: ["K", "#7a2f4a", "#e89db8"],
  exhibit: ["X", "#55524b", "#b1ada3"],
  site: ["L", "#3d5a1e", "#a8c97f"],
  name: ["N", "#55524b", "#b1ada3"],
};

/** Kinds that stand for one moment: drawn smaller, named only up close. */
export const FLEETING: readonly string[] = ["advert", "stay", "journey", "exhibit"];

const OTHER = ["?", "#55524b", "#b1ada3"] as const;

export const markOf = (kind: string) => MARKS[kind] ?? OTHER;

/** What comes after the first colon of an id. */
export const nameOf = (id: string): string => id.slice(id.indexOf(":") + 1);
export const kindOf = (id: string): string => id.slice(0, Math.max(id.indexOf(":"), 0));

export const short = (text: string, most = 26): string => (text.length <= most ? text : `${text.slice(0, most - 1)}…`);

/** A link's own name: its ends and kind; two things may be linked in several ways. */
export const linkKey = (link: LinkView): string => JSON.stringify([link.a, link.b, link.kind]);

/** The bits of an opening: link, kind of thing, how many, of which thing. */
export const opening = (link: string, kind: string, count: number, id: string): string =>
  `${link}/${kind}/${count}/${id}`;

/** Openings with one more: asking for more of the same takes the place of asking for less. */
export function withOpening(opened: readonly string[], next: string): string[] {
  const [link, kind, , ...id] = next.split("/");
  const same = (one: string) => {
    const [itsLink, itsKind, , ...itsId] = one.split("/");
    return itsLink === link && itsKind === kind && itsId.join("/") === id.join("/");
  };
  return [...opened.filter((one) => !same(one)), next];
}

/** Openings without those of a thing: it is folded up again. */
export const withoutOpenings = (opened: readonly string[], id: string): string[] =>
  opened.filter((one) => one.split("/").slice(3).join("/") !== id);

/** A number from 0 to 1 that is always the same for a text, so that a chart opens as it was. */
export function unit(text: string): number {
  let hash = 2166136261;
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 16777619);
  return (hash >>> 0) / 4294967296;
}

export interface Place {
  readonly x: number;
  readonly y: number;
}

/** Put what is new beside what it hangs on; what had a place keeps it. */
export function placed(chart: ChartView, known: ReadonlyMap<string, Place>): Map<string, Place> {
  const near = neighbours(chart.links);
  const found = new Map<string, Place>();
  for (const node of chart.nodes) {
    const kept = known.get(node.id);
    const by = [...(near.get(node.id) ?? [])].map((id) => known.get(id)).find((place) => place !== undefined);
    const turn = unit(node.id) * 2 * Math.PI;
    const far = 4 + 6 * unit(`${node.id} far`);
    const away = by ? far : 40 + far;
    found.set(node.id, kept ?? { x: (by?.x ?? 0) + Math.cos(turn) * away, y: (by?.y ?? 0) + Math.sin(turn) * away });
  }
  return found;
}

export function neighbours(links: readonly LinkView[]): Map<string, Set<string>> {
  const near = new Map<string, Set<string>>();
  for (const { a, b } of links) {
    (near.get(a) ?? near.set(a, new Set()).get(a))?.add(b);
    (near.get(b) ?? near.set(b, new Set()).get(b))?.add(a);
  }
  return near;
}

/** The things drawn in the order of the list: by kind, those that last first, then by how many links they have here. */
export function inOrder(chart: ChartView): NodeView[] {
  const near = neighbours(chart.links);
  const kinds = Object.keys(MARKS);
  const rank = (node: NodeView) => (kinds.indexOf(node.kind) + kinds.length + 1) % (kinds.length + 1);
  const many = (node: NodeView) => near.get(node.id)?.size ?? 0;
  return [...chart.nodes].sort((one, two) => rank(one) - rank(two) || many(two) - many(one) || (one.id < two.id ? -1 : 1));
}

/** How many of each kind are drawn, in the order of the legend. */
export function legendOf(chart: ChartView): [kind: string, count: number][] {
  const counts = new Map<string, number>();
  for (const node of chart.nodes) counts.set(node.kind, (counts.get(node.kind) ?? 0) + 1);
  const kinds = Object.keys(MARKS);
  return [...counts].sort(([one], [two]) => kinds.indexOf(one) - kinds.indexOf(two));
}

/** Things that more is known of than is drawn. */
export const hasMore = (node: NodeView): boolean => node.stubs.some((stub) => stub.drawn < stub.nodes);

export type Point = readonly [across: number, down: number];

/** Whether a point lies within a closed line, which may cross itself; a line of fewer than three points holds nothing. */
export function within(line: readonly Point[], [across, down]: Point): boolean {
  let inside = false;
  for (const [at, [x, y]] of line.entries()) {
    const [beforeX, beforeY] = line[(at + line.length - 1) % line.length] ?? [x, y];
    if (y > down !== beforeY > down && across < x + ((beforeX - x) * (down - y)) / (beforeY - y)) inside = !inside;
  }
  return line.length > 2 && inside;
}
