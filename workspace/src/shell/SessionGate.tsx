/** Nothing of the case is shown before the session says who is at the desk. */
import { useQuery } from "@tanstack/react-query";
import { type ReactNode, useEffect } from "react";
import { useTranslation } from "react-i18next";
import { asProblem } from "@/api/problem";
import { caseQuery, sessionQuery } from "@/api/queries";
import { claimDrafts, dropAllDrafts } from "./drafts";
import { ProblemNote, Waiting } from "./Notice";

export function SessionGate({ children }: { readonly children: ReactNode }) {
  const { t } = useTranslation();
  const session = useQuery(sessionQuery);
  const opened = useQuery({ ...caseQuery, enabled: session.isSuccess });
  const ended = session.isError && asProblem(session.error).status === 401;
  const owner =
    session.data && opened.data ? `${session.data.me.actor}@${opened.data.name}@${opened.data.created_at}` : "";

  useEffect(() => {
    if (ended) dropAllDrafts();
    if (owner) claimDrafts(owner);
  }, [ended, owner]);

  if (session.isPending) return <Waiting what={t("wait.session")} />;
  if (session.isError) {
    return (
      <main className="alone">
        <h1>Palermo</h1>
        <ProblemNote error={session.error} again={() => void session.refetch()} />
      </main>
    );
  }
  // Drafts are read when screens first show: the owner must have claimed them before.
  if (opened.isPending) return <Waiting what={t("wait.case")} />;
  return children;
}
