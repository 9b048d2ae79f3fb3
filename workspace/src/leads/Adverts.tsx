/** The adverts of a lead under the text they share: what fills a slot and what differs, marked by line and weight. */
import { NativeSelect } from "@mantine/core";
import { useIntersection } from "@mantine/hooks";
import { useInfiniteQuery } from "@tanstack/react-query";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { useEffect, useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import { leadAdvertsQuery, leadWordingsQuery } from "@/api/queries";
import type { LeadView } from "@/api/types";
import { useFormat } from "@/i18n/useFormat";
import { Empty, ProblemNote, Waiting } from "@/shell/Notice";
import { AdvertTable } from "./AdvertTable";
import { Judge, useJudging } from "./Judge";
import { Judged } from "./Judged";
import { inOrder, type Order, ORDERS, templateParts } from "./textmarks";
import { Wordings } from "./Wordings";

export function Adverts({ lead }: { readonly lead: LeadView }) {
  const { t } = useTranslation();
  const { n } = useFormat();
  const { adverts: view = "text" } = useSearch({ from: "/leads/$lead" });
  const navigate = useNavigate();
  const [order, setOrder] = useState<Order>("given");
  const judging = useJudging(lead.handle);
  const pages = useInfiniteQuery(leadAdvertsQuery(lead.id));
  const { hasNextPage, isFetchingNextPage, fetchNextPage } = pages;
  const loaded = useMemo(() => pages.data?.pages.flatMap((page) => page.adverts) ?? [], [pages.data]);
  const { near, told, laid } = useWordings(lead.id, loaded.length);
  const shown = useMemo(() => inOrder(loaded, order), [loaded, order]);
  const of = pages.data?.pages[0]?.of ?? lead.group.adverts.length;
  const template = pages.data?.pages[0]?.template || lead.template;

  useEffect(() => {
    // An order over a part of them would mislead: all are loaded first.
    if (order !== "given" && hasNextPage && !isFetchingNextPage) void fetchNextPage();
  }, [order, hasNextPage, isFetchingNextPage, fetchNextPage]);

  return (
    <section id="adverts" ref={near} aria-labelledby="adverts-h" data-testid="adverts" data-scope="adverts">
      <h2 id="adverts-h">
        {t("adverts.title")} <span className="count">{n(of)}</span>
      </h2>
      {told.data ? <Wordings told={told.data} /> : template && <Template template={template} />}
      {told.isPending && <Waiting what={t("wait.wordings")} />}
      {told.isError && <ProblemNote error={told.error} again={told.again} />}
      <div className="toolbar">
        <NativeSelect
          label={t("adverts.view")}
          value={view}
          onChange={(event) =>
            void navigate({
              to: ".",
              search: (before) => ({
                ...before,
                adverts: event.currentTarget.value === "differences" ? "differences" : undefined,
              }),
              replace: true,
              resetScroll: false,
            })
          }
          data={[
            { value: "text", label: t("adverts.whole") },
            { value: "differences", label: t("adverts.differences") },
          ]}
        />
        <NativeSelect
          label={t("adverts.order")}
          value={order}
          onChange={(event) => setOrder(event.currentTarget.value as Order)}
          data={ORDERS.map((value) => ({ value, label: t(`adverts.by.${value}`) }))}
        />
        <p className="legend small">
          <span className="quiet">{t("adverts.legend")}</span> <mark className="slot">{t("adverts.slot")}</mark>{" "}
          <mark className="differs">{t("adverts.differs")}</mark>
        </p>
      </div>
      {pages.isPending && <Waiting what={t("wait.adverts")} />}
      {pages.isError && <ProblemNote error={pages.error} again={() => void pages.refetch()} />}
      {pages.isSuccess && of === 0 && <Empty why="none" says={t("adverts.none")} />}
      {shown.length > 0 && (
        <AdvertTable
          adverts={shown}
          laid={laid}
          wordings={told.data?.wordings_in_all ?? 0}
          of={of}
          brief={view === "differences"}
          more={() => hasNextPage && !isFetchingNextPage && void fetchNextPage()}
          picked={judging.draft.picked.map((advert) => advert.row)}
          pick={(advert) => judging.pick({ row: advert.row, name: advert.advert_id })}
        />
      )}
      {shown.length < of && shown.length > 0 && (
        <p className="small quiet">{t("adverts.loaded", { shown: n(shown.length), of: n(of) })}</p>
      )}
      {of > 1 && <Judge judging={judging} adverts={loaded} />}
      <Judged handle={lead.handle} judging={judging} />
    </section>
  );
}

/**
 * The wordings of a lead, and its adverts laid against them: as many as are loaded to be read. They are asked for once the part
 * is near to being seen: it is work for the program, and looking at them is on record.
 */
function useWordings(lead: string, wanted: number) {
  const { ref: near, entry } = useIntersection({ rootMargin: "300px" });
  const [asked, setAsked] = useState(false);
  if (entry?.isIntersecting && !asked) setAsked(true);
  const pages = useInfiniteQuery({ ...leadWordingsQuery(lead), enabled: asked });
  const { hasNextPage, isFetchingNextPage, isFetchNextPageError, fetchNextPage, refetch } = pages;
  const laid = useMemo(
    () => new Map(pages.data?.pages.flatMap((page) => page.adverts.map((advert) => [advert.row, advert] as const))),
    [pages.data],
  );
  useEffect(() => {
    if (laid.size < wanted && hasNextPage && !isFetchingNextPage && !isFetchNextPageError) void fetchNextPage();
  }, [laid.size, wanted, hasNextPage, isFetchingNextPage, isFetchNextPageError, fetchNextPage]);
  const again = () => void refetch();
  const { isPending, isError, error } = pages;
  return { near, told: { data: pages.data?.pages[0], isPending, isError, error, again }, laid };
}

function Template({ template }: { readonly template: string }) {
  const { t } = useTranslation();
  return (
    <figure className="template">
      <figcaption className="small quiet">{t("adverts.template")}</figcaption>
      <blockquote data-testid="template">
        {templateParts(template).map((part, place) =>
          part.slot ? (
            <mark key={place} className="slot">
              {part.text}
            </mark>
          ) : (
            part.text
          ),
        )}
      </blockquote>
    </figure>
  );
}
