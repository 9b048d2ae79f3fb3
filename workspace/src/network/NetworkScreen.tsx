/** The chart: from a lead, a group or one thing, opened step by step; beside it the list of exactly what is drawn. */
import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { chartQuery } from "@/api/queries";
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
  if (!search.start) return <Start />;
  if (found.data) return <Charted chart={found.data} />;
  return (
    <div className="page" data-testid="network">
      <FirstLine tab={t("go.network")} title={t("go.network")} says={t("net.startSays")} />
      {found.isPending && <Waiting what={t("wait.network")} />}
      {found.isError && <ProblemNote error={found.error} again={() => void found.refetch()} />}
    </div>
  );
}
