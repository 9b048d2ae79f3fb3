/** One key from what is read to the source row: the row in focus, else the first of the finding in focus, else the first. */
import { useTranslation } from "react-i18next";
import { useOpenRow } from "@/evidence/useOpenRow";
import type { Action } from "@/shell/actions";

export function useEvidenceKey(): Action {
  const { t } = useTranslation();
  const openRow = useOpenRow();
  return {
    id: "lead.evidence",
    label: t("lead.evidence"),
    scope: "decide",
    key: "e",
    perform: () => {
      const at = document.activeElement;
      const near = at?.closest("[data-row]") ?? at?.closest("[data-finding]")?.querySelector("[data-row]");
      const row = (near ?? document.querySelector(".standing [data-row]"))?.getAttribute("data-row");
      if (row) openRow(row);
    },
  };
}
