/** What was read out of the row, value by value: each a statement with its source, codes and recorder. */
import { useTranslation } from "react-i18next";
import type { StatementView } from "@/api/types";
import { useFormat } from "@/i18n/useFormat";
import { Codes } from "@/shell/Marks";

export function Statements({ statements }: { readonly statements: readonly StatementView[] }) {
  const { t } = useTranslation();
  const { at } = useFormat();
  if (statements.length === 0) return null;
  return (
    <details data-testid="statements">
      <summary>
        {t("statements.title")} <span className="count">{statements.length}</span>
      </summary>
      <p className="small quiet">{t("statements.says")}</p>
      <ul className="plain small">
        {statements.map((one, index) => (
          <li key={index} className="statement">
            <strong>{one.property}</strong> <span className="mono">{one.value}</span>{" "}
            {one.as_written !== one.value && (
              <span className="quiet">
                {t("statements.written")} <span className="mono">{one.as_written}</span>{" "}
              </span>
            )}
            <Codes evaluation={one.evaluation} handling={one.handling} />
            <br />
            <span className="quiet">
              {one.source_id}, {one.locator}; {one.recorded_by}, {at(one.recorded_at)}
            </span>
          </li>
        ))}
      </ul>
    </details>
  );
}
