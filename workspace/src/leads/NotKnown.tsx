/** What would most change the picture and is not known. */
import { useTranslation } from "react-i18next";
import type { LeadView } from "@/api/types";

export function NotKnown({ lead }: { readonly lead: LeadView }) {
  const { t } = useTranslation();
  if (lead.not_known.length === 0) return null;
  return (
    <section id="not-known" aria-labelledby="not-known-h">
      <h2 id="not-known-h">
        {t("lead.notKnown")} <span className="count">{lead.not_known.length}</span>
      </h2>
      <ul className="serif notknown" lang="en">
        {lead.not_known.map((one) => (
          <li key={one}>{one}</li>
        ))}
      </ul>
    </section>
  );
}
