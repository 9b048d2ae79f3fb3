/** The cells of the row, one a line: as it stood, what it was read as, and what became of its column. */
import { useTranslation } from "react-i18next";
import type { CellView } from "@/api/types";

export function Cells({ cells }: { readonly cells: readonly CellView[] }) {
  const { t } = useTranslation();
  return (
    <table className="cells" data-testid="cells">
      <thead>
        <tr>
          <th scope="col">{t("cells.header")}</th>
          <th scope="col">{t("cells.value")}</th>
          <th scope="col">{t("cells.read")}</th>
        </tr>
      </thead>
      <tbody>
        {cells.map((cell, index) => (
          <tr key={index} className={cell.used ? "used" : ""} data-used={cell.used}>
            <th scope="row">
              {cell.header}
              {cell.used && <span className="restson">{t("cells.used")}</span>}
            </th>
            <td className="mono stood">
              <Value cell={cell} />
            </td>
            <td className="readas">
              <ReadAs cell={cell} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Value({ cell }: { readonly cell: CellView }) {
  const { t } = useTranslation();
  if (cell.hidden) return <span className="keptapart">{t("sheet.apart")}</span>;
  if (cell.value === null || cell.value === "") return <span className="quiet">{t("cells.empty")}</span>;
  return cell.value;
}

function ReadAs({ cell }: { readonly cell: CellView }) {
  const { t } = useTranslation();
  if (cell.role === "apart") return <span className="quiet">{t("role.apart")}</span>;
  if (cell.role !== "column") return <span className="quiet">{t("role.unknown")}</span>;
  return (
    <>
      <span className="quiet">{cell.column}</span>
      {cell.read_as && cell.read_as !== cell.value && <span className="mono"> → {cell.read_as}</span>}
    </>
  );
}
