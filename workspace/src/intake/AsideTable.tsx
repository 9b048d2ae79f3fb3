/** The rows of one file that were set aside, as a table under its own header. */
import { useRef } from "react";
import { useTranslation } from "react-i18next";
import type { AsideRow } from "@/api/types";
import { AsideLine } from "./AsideLine";
import { Scroll } from "@/shell/Scroll";

interface Props {
  readonly rows: readonly AsideRow[];
  readonly reason: string;
}

export function AsideTable({ rows, reason }: Props) {
  const { t } = useTranslation();
  const place = useRef<HTMLTableElement>(null);
  const first = rows[0];
  if (!first) return null;

  /** A mended row leaves the list: focus goes to the field at fault of the next one, or of the one before. */
  const goOn = (id: number) => {
    const lines = [...(place.current?.querySelectorAll<HTMLElement>("tr[data-aside]") ?? [])];
    const here = lines.findIndex((line) => line.dataset.aside === String(id));
    const to = lines[here + 1] ?? lines[here - 1];
    to?.querySelector<HTMLElement>("input")?.focus();
  };

  return (
    <Scroll>
      <table className="asiderows" ref={place} data-testid="aside-table">
        <caption>
          <span className="mono">{first.file}</span> {first.sheet}
        </caption>
        <thead>
          <tr>
            <th scope="col" className="num">
              {t("aside.row")}
            </th>
            <th scope="col">{t("aside.why")}</th>
            {first.header.map((header, index) => (
              <th key={index} scope="col" className="mono">
                {header}
                {first.columns[index] && first.columns[index] !== header && (
                  <div className="quiet">{first.columns[index]}</div>
                )}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <AsideLine key={row.id} row={row} reason={reason} goOn={() => goOn(row.id)} />
          ))}
        </tbody>
      </table>
    </Scroll>
  );
}
