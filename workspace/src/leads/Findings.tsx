/** The findings of a lead: sentence first, then what it rests on, what would explain it innocently, what is not known. */
import { useTranslation } from "react-i18next";
import type { FindingView } from "@/api/types";
import { useWord } from "@/i18n/words";
import { Kinds } from "@/shell/Marks";
import { FindingRows } from "./FindingRows";

interface Props {
  readonly findings: readonly FindingView[];
  readonly brief?: boolean;
}

export function Findings({ findings, brief = false }: Props) {
  const { t } = useTranslation();
  return (
    <section id="findings" aria-labelledby="findings-h">
      <h2 id="findings-h">
        {t("lead.findings")} <span className="count">{findings.length}</span>
      </h2>
      <ol className="plain">
        {findings.map((finding) => (
          <li key={finding.id} className="finding" data-finding={finding.id} data-testid="finding">
            <Finding finding={finding} brief={brief} />
          </li>
        ))}
      </ol>
    </section>
  );
}

function Finding({ finding, brief }: { readonly finding: FindingView; readonly brief: boolean }) {
  const { t } = useTranslation();
  const word = useWord();
  return (
    <>
      <p className="serif sentence" lang="en">
        {finding.sentence}
      </p>
      <div className="row small marks">
        <span className="tag" title={finding.name}>
          {finding.rule}
        </span>
        <span lang="en">{finding.name}</span>
        <span className="quiet">{t("finding.strength", { strength: word("strength", finding.strength) })}</span>
        {finding.verified && <span className="tag">{word("verified", finding.verified)}</span>}
        <Kinds kinds={finding.kinds} />
      </div>
      {finding.lost && (
        <div className="clock">
          <p>{finding.lost}</p>
        </div>
      )}
      <FindingRows finding={finding} first={brief ? 3 : 6} />
      <div className="doubts">
        <Listed title={t("finding.innocent")} none={t("finding.noInnocent")} lines={finding.innocent} />
        <Listed title={t("finding.notKnown")} none="" lines={finding.not_known} />
      </div>
      {!brief && <How finding={finding} />}
    </>
  );
}

function Listed({
  title,
  none,
  lines,
}: {
  readonly title: string;
  readonly none: string;
  readonly lines: readonly string[];
}) {
  if (lines.length === 0 && !none) return null;
  return (
    <div>
      <h3>{title}</h3>
      {lines.length === 0 ? (
        <p className="quiet">{none}</p>
      ) : (
        <ul lang="en">
          {lines.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      )}
    </div>
  );
}

function How({ finding }: { readonly finding: FindingView }) {
  const { t } = useTranslation();
  return (
    <details className="small">
      <summary>{t("finding.how")}</summary>
      <dl className="pairs">
        <dt>{t("finding.rule")}</dt>
        <dd>{t("finding.version", { rule: finding.rule, version: finding.version })}</dd>
        <dt>{t("finding.basis")}</dt>
        <dd>{finding.basis}</dd>
        {Object.entries(finding.parameters).map(([name, value]) => (
          <div key={name} className="pair">
            <dt className="mono">{name}</dt>
            <dd className="mono">{value}</dd>
          </div>
        ))}
        <dt>{t("finding.id")}</dt>
        <dd className="mono">{finding.id}</dd>
      </dl>
    </details>
  );
}
