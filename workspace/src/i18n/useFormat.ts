/** Figures and times in the language now set. */
import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { dayOf, figure, moment, stretch, timeOf } from "./format";

export function useFormat() {
  const { i18n } = useTranslation();
  const language = i18n.language;
  return useMemo(
    () => ({
      n: (value: number) => figure(value, language),
      at: (iso: string) => moment(iso, language),
      time: timeOf,
      day: (iso: string) => dayOf(iso, language),
      from: (first: string, last: string) => stretch(first, last, language),
    }),
    [language],
  );
}
