/** The chart: from a lead, a group or one thing, opened step by step; beside it the list of exactly what is drawn. */
import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { chartQuery, keptChartsQuery } from "@/api/queries";
import { FirstLine } from "@/shell/FirstLine";
import { ProblemNote, Waiting } from "@/shell/Notice";
import { Charted } from "./Charted";
import { Start } from "./Start";
import { useChart } from "./useChart";

export function NetworkScreen() {
  const { t } = useTranslation();
  const { search } = useChart();
  const found = useQuery({
    ...chartQuery({
      start: search.start ?? "",
      open: search.open ?? [],
      hide: search.hide ?? [],
      also: search.also ?? [],
      since: search.since ?? "",
      until: search.until ?? "",
    }),
    enabled: search.start !== undefined,
  });
  // Where things lay is known before they are drawn, so that a kept chart opens as it was.
  const charts = useQuery({ ...keptChartsQuery, enabled: search.chart !== undefined });
  const kept = charts.data?.find((one) => one.n === search.chart);
  if (!search.start) return <Start />;
  if (found.data && !(search.chart && charts.isPending)) return <Charted key={kept?.n ?? 0} chart={found.data} kept={kept} />;
  return (
    <div className="page" data-testid="network">
      <FirstLine tab={t("go.network")} title={t("go.network")} says={t("net.startSays")} />
      {found.isPending && <Waiting what={t("wait.network")} />}
      {found.isError && <ProblemNote error={found.error} again={() => void found.refetch()} />}
    </div>
  );
}
