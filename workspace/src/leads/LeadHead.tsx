/** The head of a lead: handle, the sentence, how strong, where it stands, under which codes. */
import { useTranslation } from "react-i18next";
import type { LeadView } from "@/api/types";
import { BasisMissing, Codes, Kinds, Stand } from "@/shell/Marks";
import { LevelMark } from "./LevelMark";
import { standing } from "./standing";

export function LeadHead({ lead, level }: { readonly lead: LeadView; readonly level: 1 | 2 }) {
  const { t } = useTranslation();
  const Heading = level === 1 ? "h1" : "h2";
  const kinds = [...new Set(lead.findings.flatMap((finding) => finding.kinds))].sort();
  const decision = standing(lead);
  return (
    <header className="lead-head">
      <div className="row">
        <span className="handle">{lead.handle}</span>
        <Stand state={lead.state} by={decision?.actor} />
        <LevelMark level={lead.level} />
        <Codes evaluation={lead.evaluation} handling={lead.handling} />
        <Kinds kinds={kinds} />
        {!lead.basis_stated && <BasisMissing />}
      </div>
      <Heading className="serif lead-title" tabIndex={-1} lang="en" data-testid="lead-title">
        {lead.title}
      </Heading>
      <p className="quiet small">
        {decision ? t("lead.decided", { reason: decision.reason }) : t("lead.proposal")}
        {decision?.group_changed && <strong className="warn"> {t("lead.groupChanged")}</strong>}
      </p>
    </header>
  );
}
