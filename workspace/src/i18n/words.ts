/** Words the API sends from closed lists (kinds, levels, states), shown in the reader's language where it is known. */
import i18next from "i18next";
import { useCallback } from "react";
import { useTranslation } from "react-i18next";

export type WordList =
  "field" | "kind" | "level" | "state" | "outcome" | "role" | "strength" | "element" | "purpose" | "verified" | "thing" | "link";

/** Give the word, or what came as it came: a list may grow on the other side first. */
export function word(list: WordList, value: string): string {
  const key = `${list}.${value}`;
  return i18next.exists(key) ? (i18next.t as (key: string) => string)(key) : value;
}

/** `word`, following the language. */
export function useWord(): (list: WordList, value: string) => string {
  const { i18n } = useTranslation();
  const language = i18n.language;

  return useCallback(word, [language]);
}
