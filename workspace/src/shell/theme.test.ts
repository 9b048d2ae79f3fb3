import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";

const css = readFileSync(join(import.meta.dirname, "theme.css"), "utf8");

function tokens(selector: string): Record<string, string> {
  const block = css.slice(css.indexOf(`${selector} {`), css.indexOf("}", css.indexOf(`${selector} {`)));
  return Object.fromEntries([...block.matchAll(/--([\w-]+): (#[0-9a-f]{6});/g)].map((found) => [found[1], found[2]]));
}

function luminance(colour: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5]
    .map((at) => Number.parseInt(colour.slice(at, at + 2), 16) / 255)
    .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function contrast(a = "", b = ""): number {
  const [light = 0, dark = 0] = [luminance(a), luminance(b)].sort((x, y) => y - x);
  return (light + 0.05) / (dark + 0.05);
}

const TEXT = ["ink", "ink-2", "accent", "warn"];
const GROUNDS = ["paper", "paper-2", "paper-3", "accent-wash", "warn-wash"];

describe.each([":root", '[data-mantine-color-scheme="dark"]'])("contrast under %s", (selector) => {
  const found = tokens(selector);

  it.each(TEXT)("text in %s reads on every ground (WCAG AA, 4.5)", (ink) => {
    const low = GROUNDS.filter((ground) => contrast(found[ink], found[ground]) < 4.5);
    expect(low).toEqual([]);
  });

  it("edges of fields and the ring of focus show (WCAG AA, 3)", () => {
    for (const edge of ["line-2", "focus"]) expect(contrast(found[edge], found.paper)).toBeGreaterThanOrEqual(3);
  });

  it("paper on ink reads: accepted marks and the line at the foot", () => {
    expect(contrast(found.paper, found.ink)).toBeGreaterThanOrEqual(7);
    expect(contrast(found.paper, found["ink-2"])).toBeGreaterThanOrEqual(4.5);
  });
});
