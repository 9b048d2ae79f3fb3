/** One row set aside: its fault marked, its cells mended where they stand, and the row read again. */
import { Button } from "@mantine/core";
import { type KeyboardEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import { useMend } from "@/api/changes";
import type { AsideRow } from "@/api/types";
import { useDraft } from "@/shell/drafts";
import { ProblemNote } from "@/shell/Notice";
import { say } from "@/shell/said";

interface Props {
  readonly row: AsideRow;
  readonly reason: string;
  readonly goOn: () => void;
}

export function AsideLine({ row, reason, goOn }: Props) {
  const { t } = useTranslation();
  const [cells, setCells, dropCells] = useDraft<Record<string, string>>(`mend.${row.id}`, {});
  const [whole, setWhole] = useState(row.reason_columns.every((column) => column < 0));
  const mend = useMend();
  const open = row.state === "open";
  const changed = Object.keys(cells).length > 0;

  const send = () => {
    if (!changed || mend.isPending) return;
    if (!reason.trim()) {
      // The reason is one field for all rows of the page; without it nothing is sent.
      document.querySelector<HTMLElement>("[data-testid=mend-reason]")?.focus();
      say(t("aside.needsReason"));
      return;
    }
    mend.mutate(
      { id: row.id, cells, reason: reason.trim() },
      {
        onSuccess: (report) => {
          if (report.set_aside > 0) {
            say(t("aside.still", { row: row.row, reason: report.reasons.map((one) => one.reason).join("; ") }));
            return;
          }
          dropCells();
          say(t("aside.mended", { row: row.row }));
          goOn();
        },
      },
    );
  };
  const onKey = (event: KeyboardEvent) => {
    if (event.key !== "Enter" || event.nativeEvent.isComposing) return;
    event.preventDefault();
    send();
  };

  return (
    <tr data-aside={row.id} data-testid="aside-row" data-state={row.state}>
      <td className="num">{row.row}</td>
      <td className="reasons">
        {row.reasons.map((one) => (
          <div key={one}>{one}</div>
        ))}
        {open ? (
          <div className="row">
            <Button
              variant={changed ? "filled" : "default"}
              disabled={!changed}
              loading={mend.isPending}
              onClick={send}
              data-testid="mend"
            >
              {t("aside.mend")}
            </Button>
            {!whole && (
              <button type="button" className="link small" onClick={() => setWhole(true)}>
                {t("aside.allCells")}
              </button>
            )}
            {changed && (
              <button type="button" className="link small" onClick={dropCells}>
                {t("aside.asItStood")}
              </button>
            )}
          </div>
        ) : (
          <span className="tag">{row.state}</span>
        )}
        {mend.isError && <ProblemNote error={mend.error} safe={t("aside.safe")} />}
      </td>
      {row.cells.map((cell, index) => {
        const fault = row.reason_columns.includes(index);
        if (open && (fault || (whole && cell !== null))) {
          return (
            <td key={index} className={fault ? "fault" : ""} data-label={row.header[index]}>
              <input
                className="cell-input"
                aria-label={t("aside.cell", { header: row.header[index] ?? String(index + 1), row: row.row })}
                aria-invalid={fault}
                value={cells[index] ?? cell ?? ""}
                onChange={(event) => setCells({ ...cells, [index]: event.currentTarget.value })}
                onKeyDown={onKey}
              />
              {cells[index] !== undefined && cells[index] !== cell && (
                <div className="small quiet">{t("aside.stood", { value: cell ?? "" })}</div>
              )}
            </td>
          );
        }
        return (
          <td key={index} className={fault ? "mono fault" : "mono"} data-label={row.header[index]}>
            <div className="clip" title={cell ?? undefined}>
              {cell ?? <span className="keptapart">{t("sheet.apart.short")}</span>}
            </div>
          </td>
        );
      })}
    </tr>
  );
}
