/** The charts that people keep: opened as they were, with what was opened and hidden, the days, and where things lay. */
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { keptChartsQuery } from "@/api/queries";
import type { KeptChart } from "@/api/types";
import { useFormat } from "@/i18n/useFormat";
import type { NetworkSearch } from "@/shell/search";

const some = (list: readonly string[]) => (list.length > 0 ? [...list] : undefined);

/** The address at which a kept chart stands as it was kept. */
export const addressOf = ({ n, chart }: KeptChart): NetworkSearch => ({
  chart: n,
  start: chart.start,
  open: some(chart.opened),
  hide: some(chart.hidden),
  also: some(chart.also),
  since: chart.since || undefined,
  until: chart.until || undefined,
});

export function KeptList() {
  const { t } = useTranslation();
  const { n, at: moment } = useFormat();
  const found = useQuery(keptChartsQuery);
  if (!found.data || found.data.length === 0) return null;
  return (
    <section aria-labelledby="kept-h" data-testid="kept-charts">
      <h2 id="kept-h">
        {t("net.kept")} <span className="count">{n(found.data.length)}</span>
      </h2>
      <ul className="plain">
        {found.data.map((one) => (
          <li key={one.n}>
            {one.lost ? (
              <span lang="en">{one.lost}</span>
            ) : (
              <Link to="/network" search={addressOf(one)}>
                {one.chart.name}
              </Link>
            )}{" "}
            <span className="quiet small">
              {one.actor}, {moment(one.at)}
            </span>
            {one.chart.note && <p className="small net-note">{one.chart.note}</p>}
          </li>
        ))}
      </ul>
    </section>
  );
}
