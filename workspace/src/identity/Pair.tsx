/** The pair looked at: step, read, say, and the next one is there; every step is a key. */
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import { usePassPair } from "@/api/changes";
import { pairQuery } from "@/api/queries";
import type { PairQueue } from "@/api/types";
import { useOpenRow } from "@/evidence/useOpenRow";
import { ActionButton } from "@/shell/ActionButton";
import type { Action } from "@/shell/actions";
import { useDraft } from "@/shell/drafts";
import { useActions } from "@/shell/keys";
import { ProblemNote, Waiting } from "@/shell/Notice";
import { say } from "@/shell/said";
import { Beside } from "./Beside";
import { back, nextOf, onward, placeOf, START, type Trail } from "./queue";
import { Say } from "./Say";
import { Weighed } from "./Weighed";

export function Pair({ queue }: { readonly queue: PairQueue }) {
  const { t } = useTranslation();
  const { at } = useSearch({ from: "/identity" });
  const navigate = useNavigate();
  const client = useQueryClient();
  const openRow = useOpenRow();
  const [trail, setTrail] = useDraft<Trail>("identity.trail", START);
  const section = useRef<HTMLElement>(null);
  const ids = queue.pairs.map((line) => line.id);
  const here = placeOf(ids, at, trail);
  const next = nextOf(ids, here, trail);
  const found = useQuery({ ...pairQuery(here ?? ""), enabled: here !== undefined });
  const passing = usePassPair();

  const go = (id: string) =>
    void navigate({ to: "/identity", search: { at: id }, replace: true });
  const goOn = () => {
    if (next) {
      setTrail(onward(trail, here, ids));
      go(next);
    } else if (trail.over.length > 0) {
      setTrail({ ...trail, over: [] });
      say(t("identity.around"));
    } else say(t("identity.last"));
  };
  const goBack = () => {
    const [before, left] = back(trail);
    if (!before) return;
    setTrail(left);
    go(before);
  };
  const later = () => {
    if (!here || !ids.includes(here)) return;
    passing.mutate(here, { onSuccess: () => say(t("identity.putOff")) });
    goOn();
  };
  const view = found.data;
  const step: Action[] = [
    { id: "identity.next", label: t("identity.next"), scope: "pair", key: "j", perform: goOn },
    {
      id: "identity.previous",
      label: t("identity.previous"),
      scope: "pair",
      key: "k",
      off: trail.way.length === 0,
      perform: goBack,
    },
    {
      id: "identity.later",
      label: t("identity.later"),
      scope: "pair",
      key: "l",
      off: !here || !ids.includes(here),
      perform: later,
    },
    {
      id: "identity.left",
      label: t("identity.left"),
      scope: "pair",
      key: "e",
      off: !view,
      perform: () => view && openRow(view.one.row),
    },
    {
      id: "identity.right",
      label: t("identity.right"),
      scope: "pair",
      key: "r",
      off: !view,
      perform: () => view && openRow(view.other.row),
    },
  ];
  useActions(step);

  useEffect(() => {
    // The next pair is loaded before it is asked for; its source rows are not, for opening those is a person's act on record.
    // A word ends the loading of all other pairs, for they may hang on it: the next is then loaded anew, while one reads the weight.
    if (next) void client.prefetchQuery(pairQuery(next));
  }, [client, next, found.dataUpdatedAt]);
  useEffect(() => {
    // The pair stays when it is answered: what was kept back is read before one goes on.
    if (!at && here) void navigate({ to: "/identity", search: (before) => ({ row: before.row, at: here }), replace: true });
  }, [at, here, navigate]);
  const shown = view?.id;
  useEffect(() => {
    if (shown) section.current?.focus({ preventScroll: true });
  }, [shown]);

  return (
    // The pair holds focus and has the keys.
    // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <section ref={section} className="pair" tabIndex={0} data-scope="pair" aria-label={t("identity.pair")}>
      {found.isError && <ProblemNote error={found.error} again={() => void found.refetch()} />}
      {found.isLoading && <Waiting what={t("wait.pair")} />}
      {view && (
        <article data-testid="pair" data-pair={view.id} data-open={view.open} data-state={view.state}>
          <Beside view={view} />
          <Say key={view.id} view={view} done={() => section.current?.focus({ preventScroll: true })} />
          <Weighed view={view} />
        </article>
      )}
      <div className="row steps" role="group" aria-label={t("identity.steps")}>
        {step.map((action) => (
          <ActionButton key={action.id} action={action} variant="subtle" />
        ))}
      </div>
      {passing.isError && <ProblemNote error={passing.error} />}
    </section>
  );
}
