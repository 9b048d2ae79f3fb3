/** The stretch of the file: header, rows before, the row itself, rows after, numbered as a spreadsheet shows them. */
import { useLayoutEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import type { SightingView } from "@/api/types";

export function Fragment({ sighting }: { readonly sighting: SightingView }) {
  const { t } = useTranslation();
  const place = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    // Begin where the first cell that was used stands; the column before it stays in sight.
    const used = place.current?.querySelector<HTMLElement>("td.used");
    if (place.current && used) place.current.scrollLeft = Math.max(0, used.offsetLeft - 120);
  }, [sighting]);
  return (
    // The stretch scrolls sideways; with focus the arrow keys scroll it.
    // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <div className="scroll fragment" ref={place} tabIndex={0} role="region" aria-label={t("sheet.fragment")}>
      <table>
        <thead>
          <tr>
            <th scope="row" className="gutter">
              {sighting.header_row}
            </th>
            {sighting.cells.map((cell, index) => (
              <th key={index} scope="col" className={cell.used ? "used" : ""}>
                {cell.header}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {sighting.before.map((row) => (
            <Neighbour key={row.row} row={row.row} cells={row.cells} />
          ))}
          <tr className="this" data-testid="source-row">
            <th scope="row" className="gutter">
              <span className="sr">{t("sheet.this")} </span>
              {sighting.locator.row}
            </th>
            {sighting.cells.map((cell, index) => (
              <td key={index} className={cell.used ? "used" : ""}>
                {cell.hidden ? <span className="keptapart">{t("sheet.apart.short")}</span> : cell.value}
              </td>
            ))}
          </tr>
          {sighting.after.map((row) => (
            <Neighbour key={row.row} row={row.row} cells={row.cells} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Neighbour({ row, cells }: { readonly row: number; readonly cells: readonly (string | null)[] }) {
  return (
    <tr className="near">
      <th scope="row" className="gutter">
        {row}
      </th>
      {cells.map((cell, index) => (
        <td key={index}>{cell ?? <span className="keptapart">–</span>}</td>
      ))}
    </tr>
  );
}
