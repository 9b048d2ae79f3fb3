/** Why no lead is shown, and what to do about it. */
import { Button } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { Empty } from "@/shell/Notice";

interface Props {
  readonly filtered: boolean;
  readonly analysed: boolean;
  readonly clear: () => void;
}

export function NoLeads({ filtered, analysed, clear }: Props) {
  const { t } = useTranslation();
  if (filtered) {
    return (
      <Empty why="filtered" says={t("leads.filteredAway")}>
        <Button variant="default" onClick={clear}>
          {t("filter.clear")}
        </Button>
      </Empty>
    );
  }
  return (
    <Empty why={analysed ? "none" : "notyet"} says={analysed ? t("leads.none") : t("leads.notYet")}>
      <Link to="/">{t("leads.toCase")}</Link>
    </Empty>
  );
}
