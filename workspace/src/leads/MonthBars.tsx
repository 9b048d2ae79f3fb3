/** Adverts a month as bars, with the same figures as a table beneath. */
import { useTranslation } from "react-i18next";
import { useFormat } from "@/i18n/useFormat";
import { filled, height, type Month } from "./months";

export function MonthBars({ months, says }: { readonly months: readonly Month[]; readonly says: string }) {
  const { t } = useTranslation();
  const { n } = useFormat();
  const laid = filled(months);
  const most = Math.max(...laid.map((one) => one.adverts));
  return (
    <figure className="time-months" data-testid="time-months">
      <figcaption className="small quiet">
        {t("time.months")} · {t("time.most", { count: most })}
      </figcaption>
      <div className="time-bars" role="img" aria-label={says} lang="en">
        {laid.map((one) => (
          <i key={one.month} title={`${one.month}: ${n(one.adverts)}`} style={{ height: `${height(one.adverts, most)}%` }} />
        ))}
      </div>
      <div className="time-ends small quiet" aria-hidden="true">
        <span>{laid[0]?.month}</span>
        <span>{laid.length > 1 && laid.at(-1)?.month}</span>
      </div>
      <details className="small">
        <summary>{t("time.table")}</summary>
        <table>
          <caption>{t("time.months")}</caption>
          <thead>
            <tr>
              <th scope="col">{t("time.month")}</th>
              <th scope="col" className="num">
                {t("time.adverts")}
              </th>
            </tr>
          </thead>
          <tbody>
            {laid.map((one) => (
              <tr key={one.month}>
                <th scope="row">{one.month}</th>
                <td className="num">{n(one.adverts)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </figure>
  );
}
