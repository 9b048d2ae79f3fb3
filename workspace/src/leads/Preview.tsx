/** The lead looked at in the queue: what it says and rests on, and the decision, without leaving the list. */
import { useQuery } from "@tanstack/react-query";
import { Link, useSearch } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { leadQuery } from "@/api/queries";
import type { LeadLine } from "@/api/types";
import { ProblemNote, Waiting } from "@/shell/Notice";
import { Decide } from "./Decide";
import { Findings } from "./Findings";
import { LeadHead } from "./LeadHead";
import { NotKnown } from "./NotKnown";
import { filtersOf, nextWaiting } from "./queue";

interface Props {
  readonly line: LeadLine;
  readonly leads: readonly LeadLine[];
  readonly go: (handle: string) => void;
}

export function Preview({ line, leads, go }: Props) {
  const { t } = useTranslation();
  const search = useSearch({ from: "/leads" });
  const found = useQuery(leadQuery(line.handle));
  const next = nextWaiting(leads, line.handle);
  const decided = () => {
    if (next) go(next.handle);
    document.querySelector<HTMLElement>("[data-testid=lead-list]")?.focus({ preventScroll: true });
    return next?.handle ?? "";
  };
  return (
    <section className="preview" data-scope="decide" aria-label={t("leads.looking", { handle: line.handle })}>
      {found.isPending && <Waiting what={t("wait.lead", { handle: line.handle })} />}
      {found.isError && <ProblemNote error={found.error} again={() => void found.refetch()} />}
      {found.data && (
        <>
          <article className="standing" data-state={found.data.state} data-testid="lead-preview">
            <LeadHead lead={found.data} level={2} />
            <p>
              <Link to="/leads/$lead" params={{ lead: line.handle }} search={filtersOf(search)}>
                {t("leads.openWhole", { count: line.adverts })}
              </Link>
            </p>
            <Findings findings={found.data.findings} brief />
            <NotKnown lead={found.data} />
          </article>
          <Decide lead={found.data} decided={decided} />
        </>
      )}
    </section>
  );
}
