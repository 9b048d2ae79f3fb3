/** The record: who did and saw what, newest first; verifying it; erasing under an order. */
import { Button, TextInput } from "@mantine/core";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { type FormEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import { RECORD_A_PAGE, recordQuery, sessionQuery } from "@/api/queries";
import type { RecordLine } from "@/api/types";
import { short } from "@/i18n/format";
import { useFormat } from "@/i18n/useFormat";
import { FirstLine } from "@/shell/FirstLine";
import { Empty, ProblemNote, Waiting } from "@/shell/Notice";
import { Pager } from "@/shell/Pager";
import { Erase } from "./Erase";
import { RecordTable } from "./RecordTable";
import { Verify } from "./Verify";

interface Filter {
  actor?: string;
  action?: string;
  subject?: string;
  page?: number;
}

export function RecordScreen() {
  const { t } = useTranslation();
  const { n } = useFormat();
  const { actor = "", action = "", subject = "", page = 1 } = useSearch({ from: "/record" });
  const navigate = useNavigate();
  const me = useQuery(sessionQuery).data?.me.actor ?? "";
  const offset = (page - 1) * RECORD_A_PAGE;
  const found = useQuery({ ...recordQuery({ actor, action, subject, offset }), placeholderData: keepPreviousData });
  const go = (change: Filter) =>
    void navigate({
      to: "/record",
      search: (before) => ({ ...before, page: undefined, ...change }),
      resetScroll: false,
    });
  const filtered = Boolean(actor || action || subject);
  const clear = () => go({ actor: undefined, action: undefined, subject: undefined });
  return (
    <div className="page" data-testid="record">
      <FirstLine
        tab={t("go.record")}
        title={
          <>
            {t("go.record")} {found.data && <span className="count">{n(found.data.of)}</span>}
          </>
        }
        says={t("record.says")}
      />
      <Verify />
      <Filters
        key={`${actor}|${action}|${subject}`}
        actor={actor}
        action={action}
        subject={subject}
        go={go}
        entries={found.data?.entries ?? []}
      />
      <div className="row small">
        {me && (
          <button
            type="button"
            className="link"
            onClick={() => go({ actor: me, action: undefined, subject: undefined })}
          >
            {t("record.mine")}
          </button>
        )}
        <a href="#erase">{t("erase.title")}</a>
        {filtered && (
          <button type="button" className="link" onClick={clear}>
            {t("filter.clear")}
          </button>
        )}
      </div>
      {found.isPending && <Waiting what={t("wait.record")} />}
      {found.isError && <ProblemNote error={found.error} again={() => void found.refetch()} />}
      {found.data && (
        <>
          {found.data.entries.length === 0 ? (
            <Empty why={filtered ? "filtered" : "none"} says={filtered ? t("record.filteredAway") : t("record.none")}>
              {filtered && (
                <Button variant="default" onClick={clear}>
                  {t("filter.clear")}
                </Button>
              )}
            </Empty>
          ) : (
            <RecordTable entries={found.data.entries} me={me} go={go} />
          )}
          <Pager
            offset={found.data.offset}
            shown={found.data.entries.length}
            of={found.data.of}
            size={RECORD_A_PAGE}
            go={(to) => go({ page: to })}
          />
          <p className="small quiet">
            {t("record.head")}{" "}
            <span className="mono" title={found.data.head}>
              {short(found.data.head)}
            </span>
          </p>
        </>
      )}
      <Erase />
    </div>
  );
}

interface FilterProps {
  readonly actor: string;
  readonly action: string;
  readonly subject: string;
  readonly go: (change: Filter) => void;
  readonly entries: readonly RecordLine[];
}

function Filters({ go, entries, ...first }: FilterProps) {
  const { t } = useTranslation();
  const [typed, setTyped] = useState(first);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    go({ actor: typed.actor || undefined, action: typed.action || undefined, subject: typed.subject || undefined });
  };
  return (
    <form className="toolbar" role="search" aria-label={t("filter.label")} onSubmit={submit}>
      {(["actor", "action", "subject"] as const).map((name) => (
        <TextInput
          key={name}
          label={t(`record.${name}`)}
          value={typed[name]}
          list={name === "subject" ? undefined : `known-${name}`}
          onChange={(event) => setTyped({ ...typed, [name]: event.currentTarget.value.trim() })}
        />
      ))}
      {(["actor", "action"] as const).map((name) => (
        <datalist key={name} id={`known-${name}`}>
          {[...new Set(entries.map((entry) => entry[name]))].map((value) => (
            <option key={value} value={value} />
          ))}
        </datalist>
      ))}
      <Button type="submit" variant="default">
        {t("filter.apply")}
      </Button>
    </form>
  );
}
