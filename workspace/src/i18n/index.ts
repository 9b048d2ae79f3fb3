/** The five languages. Sentences that come from the program (findings, reasons, errors) stay as it wrote them. */
import i18next from "i18next";
import { initReactI18next } from "react-i18next";
import de from "./de.json";
import en from "./en.json";
import es from "./es.json";
import fr from "./fr.json";
import nl from "./nl.json";

export const LANGUAGES = { en: "English", fr: "Français", nl: "Nederlands", es: "Español", de: "Deutsch" } as const;
export type Language = keyof typeof LANGUAGES;
type Words = Record<string, string>;

/** French and Spanish count millions apart (`many`); here they read the same as any other number. */
export function withMany(words: Words): Words {
  const more = Object.entries(words)
    .filter(([key]) => key.endsWith("_other"))
    .map(([key, value]) => [key.replace(/_other$/, "_many"), value] as const);
  return { ...Object.fromEntries(more), ...words };
}

export const resources: Record<Language, Words> = { en, fr, nl, es, de };

/** The first language a person set, or the browser asks for, that there is. */
export function pick(set: string, asked: readonly string[]): Language {
  const known = (code: string): code is Language => code in LANGUAGES;
  return [set, ...asked.map((code) => code.slice(0, 2).toLowerCase())].find(known) ?? "en";
}

export function startLanguages(language: Language): void {
  void i18next.use(initReactI18next).init({
    lng: language,
    fallbackLng: "en",
    resources: Object.fromEntries(
      Object.entries(resources).map(([code, words]) => [code, { translation: withMany(words) }]),
    ),
    keySeparator: false,
    nsSeparator: false,
    // React escapes what it shows.
    interpolation: { escapeValue: false },
    returnNull: false,
  });
  document.documentElement.lang = language;
  i18next.on("languageChanged", (code) => {
    document.documentElement.lang = code;
  });
}
