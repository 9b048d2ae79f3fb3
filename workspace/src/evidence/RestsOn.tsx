/** The findings that rest on the row; their sentences are asked for when somebody wants them. */
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { findingQuery } from "@/api/queries";
import { ProblemNote, Waiting } from "@/shell/Notice";

export function RestsOn({ findings }: { readonly findings: readonly string[] }) {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  if (findings.length === 0) return <p className="small quiet">{t("restson.none")}</p>;
  return (
    <details open={open} onToggle={(event) => setOpen(event.currentTarget.open)} data-testid="rests-on">
      <summary>
        {t("restson.title")} <span className="count">{findings.length}</span>
      </summary>
      {open && findings.map((id) => <One key={id} id={id} />)}
    </details>
  );
}

function One({ id }: { readonly id: string }) {
  const { t } = useTranslation();
  const found = useQuery(findingQuery(id));
  if (found.isPending) return <Waiting what={t("wait.finding")} />;
  if (found.isError) return <ProblemNote error={found.error} />;
  return (
    <p className="serif">
      <span className="tag">{found.data.rule}</span> {found.data.sentence}
    </p>
  );
}
