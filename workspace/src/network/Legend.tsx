/** The legend: which letter is which kind of thing and how many are drawn, and what rings and lines mean. Always there. */
import { useTranslation } from "react-i18next";
import type { ChartView } from "@/api/types";
import { useFormat } from "@/i18n/useFormat";
import { useWord } from "@/i18n/words";
import { legendOf } from "./chart";
import { Mark } from "./Mark";

export function Legend({ chart }: { readonly chart: ChartView }) {
  const { t } = useTranslation();
  const { n } = useFormat();
  const word = useWord();
  return (
    <div className="net-legend small" data-testid="legend">
      <ul className="plain">
        {legendOf(chart).map(([kind, count]) => (
          <li key={kind}>
            <Mark kind={kind} /> {word("thing", kind)} <span className="count">{n(count)}</span>
          </li>
        ))}
      </ul>
      <p className="quiet">{t("net.legend")}</p>
    </div>
  );
}
