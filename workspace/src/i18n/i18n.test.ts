import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import i18next from "i18next";
import { describe, expect, it } from "vitest";
import { type Language, pick, resources, withMany } from ".";

const LANGUAGES = Object.keys(resources) as Language[];
const KEYS = Object.keys(resources.en).sort();
const holders = (text: string) => [...text.matchAll(/\{\{([\w, ]+)\}\}/g)].map((found) => found[1]).sort();

/** Every source file but the tests and the words themselves. */
function sources(folder = join(import.meta.dirname, "..")): string {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((file) => /\.tsx?$/.test(file.name) && !/\.test\.ts$|schema\.d\.ts$/.test(file.name))
    .map((file) => readFileSync(join(file.parentPath, file.name), "utf8"))
    .join("\n");
}

describe("the five languages", () => {
  it.each(LANGUAGES)("%s has exactly the keys of English", (language) => {
    expect(Object.keys(resources[language]).sort()).toEqual(KEYS);
  });

  it.each(LANGUAGES)("%s says something for every key, and never the key itself", (language) => {
    const raw = Object.entries(resources[language]).filter(
      ([key, text]) => !text.trim() || (key.includes(".") && text === key),
    );
    expect(raw).toEqual([]);
  });

  it.each(LANGUAGES)("%s fills in the same values as English", (language) => {
    const other = KEYS.filter(
      (key) => holders(resources[language][key] ?? "").join() !== holders(resources.en[key] ?? "").join(),
    );
    expect(other).toEqual([]);
  });

  it("every other language differs from English in most of its sentences", () => {
    for (const language of LANGUAGES.filter((code) => code !== "en")) {
      const long = KEYS.filter((key) => (resources.en[key] ?? "").replace(/\{\{[\w, ]+\}\}/g, "").length > 16);
      expect(long.filter((key) => resources[language][key] === resources.en[key])).toEqual([]);
    }
  });

  it("every key is used, whole or by its beginning", () => {
    const code = sources();
    const begun = [...code.matchAll(/[`"]([a-z]+(?:\.[a-zA-Z]+)*\.)\$\{/g)].map((found) => found[1] ?? "");
    const lists = ["field.", "kind.", "level.", "state.", "outcome.", "role.", "strength.", "element.", "purpose.", "verified.", "thing.", "link."];
    const unused = KEYS.map((key) => key.replace(/_(one|other)$/, "")).filter(
      (key) => !code.includes(`"${key}"`) && ![...begun, ...lists].some((start) => key.startsWith(start)),
    );
    expect([...new Set(unused)]).toEqual([]);
  });

  it.each(LANGUAGES)("%s has a form for every count", async (language) => {
    const one = i18next.createInstance();
    await one.init({
      lng: language,
      resources: { [language]: { translation: withMany(resources[language]) } },
      keySeparator: false,
      nsSeparator: false,
    });
    const say = one.t as unknown as (key: string, values: { count: number }) => string;
    for (const count of [0, 1, 2, 5, 21, 1_000_000]) {
      expect(say("n.rows", { count }).replace(/\D/g, "")).toBe(String(count));
    }
  });

  it("the language set wins over what the browser asks, and what is unknown is English", () => {
    expect(pick("nl", ["fr-BE"])).toBe("nl");
    expect(pick("", ["pt-PT", "fr-BE"])).toBe("fr");
    expect(pick("xx", ["zh"])).toBe("en");
  });
});
