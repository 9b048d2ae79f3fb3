/** What was set aside by reason, what the data could not tell, and the hubs that join nobody. */
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import type { CaseView } from "@/api/types";
import { useFormat } from "@/i18n/useFormat";

export function Gaps({ view }: { readonly view: CaseView }) {
  const { t } = useTranslation();
  const { n } = useFormat();
  return (
    <>
      <section aria-labelledby="aside-h" data-testid="case-aside">
        <h2 id="aside-h">
          {t("gaps.aside")} <span className="count">{n(view.set_aside)}</span>
        </h2>
        {view.set_aside_by_reason.length === 0 ? (
          <p className="quiet">{t("gaps.asideNone")}</p>
        ) : (
          <>
            <Reasons reasons={view.set_aside_by_reason.slice(0, FEW)} />
            {view.set_aside_by_reason.length > FEW && (
              <details>
                <summary className="small">
                  {t("record.more", { count: view.set_aside_by_reason.length - FEW })}
                </summary>
                <Reasons reasons={view.set_aside_by_reason.slice(FEW)} />
              </details>
            )}
          </>
        )}
      </section>
      <Lines title={t("gaps.notTold")} none={t("gaps.notToldNone")} lines={view.not_told} id="nottold-h" />
      <Lines title={t("gaps.hubs")} none={t("gaps.hubsNone")} lines={view.hubs} id="hubs-h" says={t("gaps.hubsSay")} />
    </>
  );
}

const FEW = 8;

function Reasons({ reasons }: { readonly reasons: CaseView["set_aside_by_reason"] }) {
  const { n } = useFormat();
  return (
    <table>
      <tbody>
        {reasons.map((one) => (
          <tr key={one.reason}>
            <td className="num">{n(one.rows)}</td>
            <td>
              <Link to="/intake" search={{ view: "aside", reason: one.reason }}>
                {one.reason}
              </Link>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

interface LinesProps {
  readonly id: string;
  readonly title: string;
  readonly none: string;
  readonly lines: readonly string[];
  readonly says?: string;
}

function Lines({ id, title, none, lines, says }: LinesProps) {
  return (
    <section aria-labelledby={id} data-testid={id}>
      <h2 id={id}>
        {title} <span className="count">{lines.length}</span>
      </h2>
      {says && lines.length > 0 && <p className="quiet small">{says}</p>}
      {lines.length === 0 ? (
        <p className="quiet">{none}</p>
      ) : (
        <ul>
          {lines.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      )}
    </section>
  );
}
