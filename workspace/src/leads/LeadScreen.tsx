/** One lead whole: sentences first, what they rest on, what speaks against, the group, the adverts, the history. */
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { Link, useNavigate, useParams, useSearch } from "@tanstack/react-router";
import { useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import { leadQuery, leadsQuery } from "@/api/queries";
import type { Action } from "@/shell/actions";
import { ActionButton } from "@/shell/ActionButton";
import { useActions } from "@/shell/keys";
import { ProblemNote, Waiting } from "@/shell/Notice";
import { Adverts } from "./Adverts";
import { Decide } from "./Decide";
import { Elements } from "./Elements";
import { Findings } from "./Findings";
import { GroupPart } from "./GroupPart";
import { History } from "./History";
import { LeadHead } from "./LeadHead";
import { NotKnown } from "./NotKnown";
import { OverTime } from "./OverTime";
import { useEvidenceKey } from "./useEvidenceKey";
import { filtersOf, left, nextWaiting, placeOf } from "./queue";

export function LeadScreen() {
  const { t } = useTranslation();
  const { lead: asked } = useParams({ from: "/leads/$lead" });
  const search = useSearch({ from: "/leads/$lead" });
  const navigate = useNavigate();
  const client = useQueryClient();
  const page = useRef<HTMLDivElement>(null);
  const found = useQuery(leadQuery(asked));
  const queue = left(useQuery(leadsQuery).data?.leads ?? [], search);
  const handle = found.data?.handle ?? asked;
  const known = queue.some((lead) => lead.handle === handle);
  const place = known ? placeOf(queue, handle) : -1;
  const [previous, next] = known ? [queue[place - 1], queue[place + 1]] : [undefined, queue[0]];

  const go = (to: string) => void navigate({ to: "/leads/$lead", params: { lead: to }, search: filtersOf(search) });
  const back: Action = {
    id: "lead.back",
    label: t("lead.back"),
    scope: "lead",
    key: "b",
    perform: () => void navigate({ to: "/leads", search: { ...filtersOf(search), at: handle } }),
  };
  const stepBack: Action = {
    id: "lead.previous",
    label: t("leads.previous"),
    scope: "lead",
    key: "k",
    off: !previous,
    perform: () => previous && go(previous.handle),
  };
  const stepOn: Action = {
    id: "lead.next",
    label: t("leads.next"),
    scope: "lead",
    key: "j",
    off: !next,
    perform: () => next && go(next.handle),
  };
  const evidence = useEvidenceKey();
  useActions([back, stepBack, stepOn, evidence]);

  const shown = found.data?.id;
  useEffect(() => {
    if (!shown) return;
    document.title = `${handle} · Palermo`;
    page.current?.querySelector<HTMLElement>(".lead-title")?.focus({ preventScroll: true });
  }, [shown, handle]);
  const nextHandle = next?.handle;
  useEffect(() => {
    if (nextHandle) void client.prefetchQuery(leadQuery(nextHandle));
  }, [client, nextHandle]);

  const decided = () => {
    const waiting = nextWaiting(queue, handle);
    if (waiting) go(waiting.handle);
    return waiting?.handle ?? "";
  };
  const lead = found.data;
  return (
    <div className="page lead-page" data-scope="lead decide" ref={page} data-testid="lead">
      <div className="row toolbar">
        <ActionButton action={back} variant="subtle" />
        <ActionButton action={stepBack} variant="subtle" />
        <ActionButton action={stepOn} variant="subtle" />
      </div>
      {found.isPending && <Waiting what={t("wait.lead", { handle: asked })} />}
      {found.isError && <ProblemNote error={found.error} again={() => void found.refetch()} />}
      {lead && (
        <>
          <p className="quiet says" data-testid="first-line">
            {t("lead.says", { count: lead.rows_in_all })}
          </p>
          <article className="standing" data-state={lead.state}>
            <LeadHead lead={lead} level={1} />
            <Contents adverts={lead.group.adverts.length} findings={lead.findings.length} />
            <Findings findings={lead.findings} />
            <NotKnown lead={lead} />
            <Elements elements={lead.elements} />
            <GroupPart lead={lead} />
            <OverTime lead={lead} />
            <Adverts key={lead.id} lead={lead} />
            <History lead={lead} />
          </article>
          <Decide key={lead.handle} lead={lead} decided={decided} />
        </>
      )}
    </div>
  );
}

/** Where on the page things are. */
function Contents({ findings, adverts }: { readonly findings: number; readonly adverts: number }) {
  const { t } = useTranslation();
  const parts = [
    ["findings", `${t("lead.findings")} ${findings}`],
    ["not-known", t("lead.notKnown")],
    ["elements", t("elements.title")],
    ["group", t("group.title")],
    ["time", t("time.title")],
    ["adverts", `${t("adverts.title")} ${adverts}`],
    ["history", t("history.title")],
  ] as const;
  return (
    <nav className="contents small" aria-label={t("lead.contents")}>
      {parts.map(([hash, label]) => (
        <Link key={hash} to="." search={true} hash={hash} resetScroll={false}>
          {label}
        </Link>
      ))}
    </nav>
  );
}
