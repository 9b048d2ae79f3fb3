/** The stretch of time that is drawn; links without a time stay. */
import { TextInput } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { ChartView } from "@/api/types";
import { useChart } from "./useChart";

export function Stretch({ chart }: { readonly chart: ChartView }) {
  const { t } = useTranslation();
  const { search, change } = useChart();
  if (!chart.first) return null;
  return (
    <div className="toolbar">
      <TextInput
        type="date" label={t("net.since")} value={search.since ?? ""} min={chart.first} max={chart.last}
        onChange={(event) => change({ since: event.currentTarget.value || undefined }, true)}
      />
      <TextInput
        type="date" label={t("net.until")} value={search.until ?? ""} min={chart.first} max={chart.last}
        onChange={(event) => change({ until: event.currentTarget.value || undefined }, true)}
      />
      <p className="small quiet">{t("net.stretch", { first: chart.first, last: chart.last })}</p>
    </div>
  );
}
