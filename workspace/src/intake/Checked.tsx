/** What checking every row found: read, good, set aside; why; and the first rows that would be set aside. */
import { useTranslation } from "react-i18next";
import type { AsideRow, Preview } from "@/api/types";
import { useFormat } from "@/i18n/useFormat";
import { Scroll } from "@/shell/Scroll";

interface Props {
  readonly seen: Preview;
  readonly checking: boolean;
  readonly double: readonly string[];
}

export function Checked({ seen, checking, double }: Props) {
  const { t } = useTranslation();
  const { n } = useFormat();
  return (
    <section aria-label={t("checked.title")} data-testid="checked">
      {(seen.missing.length > 0 || double.length > 0) && (
        <div className="clock">
          {seen.missing.length > 0 && <p>{t("checked.missing", { columns: seen.missing.join(", ") })}</p>}
          {double.length > 0 && <p>{t("checked.twice", { columns: double.join(", ") })}</p>}
        </div>
      )}
      <p className="checked" role="status" aria-busy={checking}>
        <strong>{checking ? t("checked.checking") : t("checked.title")}</strong>{" "}
        {t("checked.counts", { read: n(seen.read), good: n(seen.good), aside: n(seen.set_aside) })}
      </p>
      {seen.reasons.length > 0 && (
        <ul className="small">
          {seen.reasons.map((reason) => (
            <li key={reason.reason}>
              {n(reason.rows)} · {reason.reason}
            </li>
          ))}
        </ul>
      )}
      {seen.sample_aside.length > 0 && (
        <details>
          <summary>{t("checked.sample", { count: seen.sample_aside.length, of: n(seen.set_aside) })}</summary>
          <Scroll>
            <AsideSample rows={seen.sample_aside} />
          </Scroll>
        </details>
      )}
    </section>
  );
}

function AsideSample({ rows }: { readonly rows: readonly AsideRow[] }) {
  const { t } = useTranslation();
  return (
    <table className="asiderows small">
      <thead>
        <tr>
          <th scope="col" className="num">
            {t("aside.row")}
          </th>
          <th scope="col">{t("aside.why")}</th>
          {rows[0]?.header.map((header, place) => (
            <th key={place} scope="col" className="mono">
              {header}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.row}>
            <td className="num">{row.row}</td>
            <td className="reasons">{row.reasons.join(" ")}</td>
            {row.cells.map((cell, place) => (
              <td key={place} className={row.reason_columns.includes(place) ? "mono fault" : "mono"}>
                <div className="clip">{cell ?? <span className="keptapart">{t("sheet.apart.short")}</span>}</div>
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
