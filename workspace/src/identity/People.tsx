/** Who is one by people's words, and where the words contradict: the shortest way round, and what each undoing would change. */
import { Button } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { type FormEvent, Fragment, useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import { useUndoIdentity } from "@/api/changes";
import { peopleQuery } from "@/api/queries";
import type { ContradictionView, PersonView, RecordView } from "@/api/types";
import { RowLink } from "@/evidence/useOpenRow";
import { useFormat } from "@/i18n/useFormat";
import { useDraft } from "@/shell/drafts";
import { ProblemNote, Waiting } from "@/shell/Notice";
import { ReasonForm } from "@/shell/ReasonForm";
import { say } from "@/shell/said";
import { Word } from "./Weighed";

export function People() {
  const { t } = useTranslation();
  const { n } = useFormat();
  const found = useQuery(peopleQuery);
  const section = useRef<HTMLElement>(null);
  const ready = found.isSuccess;
  useEffect(() => {
    if (ready) section.current?.focus({ preventScroll: true });
  }, [ready]);
  if (found.isPending) return <Waiting what={t("wait.people")} />;
  if (found.isError) return <ProblemNote error={found.error} again={() => void found.refetch()} />;
  const { people, contradictions, words, waiting } = found.data;
  return (
    // The view holds focus and has the keys.
    // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <section ref={section} tabIndex={0} data-scope="pair" aria-label={t("identity.people")} data-testid="people">
      <p className="quiet">{t("people.says")}</p>
      <h2>
        {t("people.contradictions")} <span className="count">{n(contradictions.length)}</span>
      </h2>
      {contradictions.length === 0 && <p className="quiet">{t("people.noContradictions")}</p>}
      {contradictions.map((one) => (
        <Contradiction key={one.pair} found={one} />
      ))}
      <h2>
        {t("people.title")} <span className="count">{n(people.length)}</span>
      </h2>
      {people.length === 0 && <p className="quiet">{t("people.none")}</p>}
      <ul className="plain people">
        {people.map((person) => (
          <Person key={person.records[0]?.record} person={person} />
        ))}
      </ul>
      {waiting > 0 && <p className="gap-line">{t("people.waiting", { count: waiting })}</p>}
      <details>
        <summary>{t("people.words", { count: words.length })}</summary>
        <ul className="plain">
          {words.map((word) => (
            <Fragment key={word.n}>
              {!word.lost && (
                <li className="small">
                  <Link to="/identity" search={{ at: word.pair }}>
                    {word.one_name} / {word.other_name}
                  </Link>
                </li>
              )}
              <Word word={word} />
            </Fragment>
          ))}
        </ul>
      </details>
    </section>
  );
}

function Named({ record }: { readonly record: RecordView }) {
  return (
    <RowLink row={record.row} label={`${record.label}, ${record.source} ${record.locator}`}>
      {record.label}
    </RowLink>
  );
}

function Person({ person }: { readonly person: PersonView }) {
  const { t } = useTranslation();
  return (
    <li data-testid="person" data-whole={person.whole}>
      {person.records.map((record, at) => (
        <Fragment key={record.record}>
          {at > 0 && " = "}
          <Named record={record} />
        </Fragment>
      ))}
      {person.leads.map((lead) => (
        <span key={lead} className="tag">
          {lead}
        </span>
      ))}
      {!person.whole && <span className="gap-line">{t("people.notWhole")}</span>}
    </li>
  );
}

function Contradiction({ found }: { readonly found: ContradictionView }) {
  const { t } = useTranslation();
  const [draft, set, drop] = useDraft(`identity.undo.${found.pair}`, { n: 0, reason: "" });
  const undo = useUndoIdentity();
  const [first] = found.cycle;
  const submit = (event?: FormEvent) => {
    event?.preventDefault();
    const reason = draft.reason.trim();
    if (!draft.n || !reason || undo.isPending) return;
    undo.mutate(
      { n: draft.n, reason },
      {
        onSuccess: () => {
          drop();
          say(t("identity.done.undo"));
          document.querySelector<HTMLElement>("[data-testid=people]")?.focus();
        },
      },
    );
  };
  return (
    <article className="contradiction" data-testid="contradiction">
      <p className="cycle">
        {found.cycle.map((record, at) => (
          <Fragment key={record.record}>
            {at > 0 && (found.cycle.length > 2 ? " = " : " = ≠ ")}
            <Named record={record} />
          </Fragment>
        ))}
        {found.cycle.length > 2 && first && (
          <>
            {" ≠ "}
            <Named record={first} />
          </>
        )}
      </p>
      <p className="serif" lang="en">
        {found.sentence}
      </p>
      <ul className="plain">
        {found.words.map((word) => {
          const undoing = found.undoings.find((one) => one.n === word.n);
          return (
            <Fragment key={word.n}>
              <Word word={word} />
              {undoing && (
                <li className="row small">
                  <span className="quiet" lang="en">
                    {undoing.sentence}
                  </span>
                  <Button variant="default" onClick={() => set({ ...draft, n: word.n })} data-testid="take-back">
                    {t("identity.do.undo")}
                  </Button>
                </li>
              )}
            </Fragment>
          );
        })}
      </ul>
      {draft.n > 0 && (
        <ReasonForm
          label={t("identity.why.undo")}
          send={t("identity.do.undo")}
          reason={draft.reason}
          busy={undo.isPending}
          change={(reason) => set({ ...draft, reason })}
          submit={submit}
          cancel={() => set({ ...draft, n: 0 })}
        />
      )}
      {undo.isError && <ProblemNote error={undo.error} safe={t("identity.safe")} />}
    </article>
  );
}
