/** How a text is shown against the text its group shares. Pure, so that it can be tried. */
import type { AdvertView, TextPart } from "@/api/types";

const AROUND = 14;

/** Shorten what is the same to a little before and after each difference; what differs is never shortened. */
export function differencesOnly<Part extends TextPart>(parts: readonly Part[], around = AROUND): Part[] {
  return parts.map((part, place) => {
    if (part.mark !== "same") return part;
    // By code point: a cut through a pair of surrogates would show a broken sign.
    const signs = [...part.text];
    const head = place === 0 ? 0 : around;
    const tail = place === parts.length - 1 ? 0 : around;
    if (signs.length <= head + tail + 3) return part;
    const begin = signs.slice(0, head).join("");
    const end = tail === 0 ? "" : signs.slice(-tail).join("");
    return { ...part, text: `${begin}…${end}` };
  });
}

const HUES = 6;

/** The hue of a slot by its number, from 1 to 6 and round again; its number is always written beside it. */
export const hue = (slot: number): number => ((slot - 1) % HUES) + 1;

/** How many stretches of a text differ from what the group shares, slots apart. */
export const differing = (parts: readonly TextPart[]): number => parts.filter((part) => part.mark === "differs").length;

export interface TemplatePart {
  readonly text: string;
  readonly slot: boolean;
}

const SLOT = /(\[[^\]\n]{0,60}\]|\{[^}\n]{0,60}\}|⟨[^⟩\n]{0,60}⟩|‹[^›\n]{0,60}›|_{3,}|▢+|\*{3,})/u;

/** Part a template at its slots, however they are written: `[city]`, `{city}`, `⟨city⟩`, `____`, `▢`. */
export const templateParts = (template: string): TemplatePart[] =>
  template
    .split(SLOT)
    .map((text, place) => ({ text, slot: place % 2 === 1 }))
    .filter((part) => part.text !== "");

export const ORDERS = ["given", "posted", "city", "persona", "price"] as const;
export type Order = (typeof ORDERS)[number];

const amount = (price: string): number => Number.parseFloat(price.replace(/[^\d.,-]/g, "").replace(",", ".")) || 0;

const KEYS: Record<Exclude<Order, "given">, (a: AdvertView, b: AdvertView) => number> = {
  posted: (a, b) => Date.parse(a.posted_at) - Date.parse(b.posted_at) || a.posted_at.localeCompare(b.posted_at),
  city: (a, b) => a.city.localeCompare(b.city) || KEYS.posted(a, b),
  persona: (a, b) => a.persona.localeCompare(b.persona) || KEYS.posted(a, b),
  price: (a, b) => amount(a.price) - amount(b.price) || KEYS.posted(a, b),
};

/** Put adverts in order; equal ones stay as they came. */
export const inOrder = (adverts: readonly AdvertView[], order: Order): AdvertView[] =>
  order === "given" ? [...adverts] : [...adverts].sort(KEYS[order]);
