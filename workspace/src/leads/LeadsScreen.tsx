/** The queue of leads with the lead looked at beside it: step, read, decide, and the next one is there. */
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { useCallback, useEffect } from "react";
import { useTranslation } from "react-i18next";
import { leadQuery, leadsQuery } from "@/api/queries";
import { useFormat } from "@/i18n/useFormat";
import type { Action } from "@/shell/actions";
import { FirstLine } from "@/shell/FirstLine";
import { useActions } from "@/shell/keys";
import { ProblemNote, Waiting } from "@/shell/Notice";
import type { LeadsSearch } from "@/shell/search";
import { LeadFilters } from "./LeadFilters";
import { LeadList } from "./LeadList";
import { NoLeads } from "./NoLeads";
import { Preview } from "./Preview";
import { useEvidenceKey } from "./useEvidenceKey";
import { filtersOf, isFiltered, left, placeOf } from "./queue";

export function LeadsScreen() {
  const { t } = useTranslation();
  const { n, at: moment } = useFormat();
  const search = useSearch({ from: "/leads" });
  const navigate = useNavigate();
  const client = useQueryClient();
  const queue = useQuery(leadsQuery);
  const all = queue.data?.leads ?? [];
  const shown = left(all, search);
  const place = placeOf(shown, search.at);
  const here = shown[place];
  const next = shown[place + 1];

  const go = useCallback(
    (change: LeadsSearch) =>
      void navigate({
        to: "/leads",
        search: (before) => ({ ...before, ...change, row: undefined }),
        replace: true,
        resetScroll: false,
      }),
    [navigate],
  );
  const step = (by: number) => {
    const to = shown[Math.max(0, Math.min(shown.length - 1, place + by))];
    if (to) go({ at: to.handle });
  };
  const open = (handle: string) =>
    void navigate({ to: "/leads/$lead", params: { lead: handle }, search: filtersOf(search) });

  const actions: Action[] = [
    {
      id: "leads.next",
      label: t("leads.next"),
      scope: "leads",
      key: "j",
      keyOnly: true,
      off: !next,
      perform: () => step(1),
    },
    {
      id: "leads.previous",
      label: t("leads.previous"),
      scope: "leads",
      key: "k",
      keyOnly: true,
      off: place < 1,
      perform: () => step(-1),
    },
    {
      id: "leads.down",
      label: t("leads.next"),
      scope: "leads",
      key: "ArrowDown",
      keyOnly: true,
      perform: () => step(1),
    },
    {
      id: "leads.up",
      label: t("leads.previous"),
      scope: "leads",
      key: "ArrowUp",
      keyOnly: true,
      perform: () => step(-1),
    },
    {
      id: "leads.first",
      label: t("leads.toFirst"),
      scope: "leads",
      key: "Home",
      keyOnly: true,
      perform: () => step(-all.length),
    },
    {
      id: "leads.last",
      label: t("leads.toLast"),
      scope: "leads",
      key: "End",
      keyOnly: true,
      perform: () => step(all.length),
    },
    {
      id: "leads.open",
      label: t("leads.open"),
      scope: "leads",
      key: "Enter",
      off: !here,
      perform: () => here && open(here.handle),
    },
  ];
  const evidence = useEvidenceKey();
  useActions([...actions, evidence]);

  const nextHandle = next?.handle;
  useEffect(() => {
    // The next item is loaded before it is asked for. Its source rows are not: opening those is a person's act on record.
    if (nextHandle) void client.prefetchQuery(leadQuery(nextHandle));
  }, [client, nextHandle]);

  if (queue.isPending) return <Waiting what={t("wait.leads")} />;
  if (queue.isError)
    return (
      <div className="page">
        <ProblemNote error={queue.error} again={() => void queue.refetch()} />
      </div>
    );
  const { of, waiting, ordered_by, analysed_at, stale } = queue.data;
  return (
    <div className="queue" data-testid="leads">
      <div className="queue-side">
        <FirstLine
          focus={shown.length === 0}
          tab={t("go.leads")}
          title={
            <>
              {t("go.leads")} <span className="count">{n(of)}</span>
            </>
          }
          says={t("leads.says", {
            shown: n(shown.length),
            of: n(of),
            waiting: n(waiting),
            order: ordered_by,
            at: moment(analysed_at) || t("never"),
          })}
        />
        {stale && analysed_at && (
          <div className="clock">
            <p>{t("case.stale")}</p>
          </div>
        )}
        {of > 0 && <LeadFilters leads={all} search={search} change={go} />}
        {shown.length === 0 ? (
          <NoLeads
            filtered={isFiltered(search) && of > 0}
            analysed={analysed_at !== ""}
            clear={() => go({ level: undefined, state: undefined, kind: undefined, text: undefined })}
          />
        ) : (
          <LeadList leads={shown} place={place} pick={(handle) => go({ at: handle })} open={open} />
        )}
      </div>
      {here && <Preview key={here.handle} line={here} leads={shown} go={(handle) => go({ at: handle })} />}
    </div>
  );
}
