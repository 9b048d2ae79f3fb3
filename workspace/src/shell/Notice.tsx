/** What a screen says when there is nothing to show, when it waits, and when something failed. */
import { Button } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { asProblem } from "@/api/problem";

export function Waiting({ what }: { readonly what: string }) {
  return (
    <p className="waiting quiet" role="status">
      {what}
    </p>
  );
}

/** Why it is empty: nothing there, filtered away, not allowed, or not yet; and what to do. */
export type Why = "none" | "filtered" | "forbidden" | "notyet";

export function Empty({
  why,
  says,
  children,
}: {
  readonly why: Why;
  readonly says: string;
  readonly children?: ReactNode;
}) {
  const { t } = useTranslation();
  return (
    <div className="empty" data-why={why} data-testid="empty">
      <p>
        <span className="tag">{t(`empty.${why}`)}</span> {says}
      </p>
      {children}
    </div>
  );
}

interface ProblemProps {
  readonly error: unknown;
  /** What is safe, where the usual sentence would say too little. */
  readonly safe?: string;
  readonly again?: () => void;
}

/** An error: what is so, why, what to do, and what is safe. */
export function ProblemNote({ error, safe, again }: ProblemProps) {
  const { t } = useTranslation();
  const problem = asProblem(error);
  const unreachable = problem.status === 0;
  return (
    <div className="problem" role="alert" data-testid="problem">
      <p className="fact">
        {problem.status === 403 && <span className="tag">{t("empty.forbidden")}</span>}
        {problem.fact || (unreachable ? t("problem.unreachable") : t("problem.unknown", { status: problem.status }))}
      </p>
      {problem.cause && <p>{problem.cause}</p>}
      <p>{problem.wayOut || (unreachable ? t("problem.unreachable.way") : t("problem.unknown.way"))}</p>
      <p className="quiet">{safe ?? t("problem.safe")}</p>
      {again && (
        <Button variant="default" onClick={again}>
          {t("problem.again")}
        </Button>
      )}
    </div>
  );
}

export function NoSuchPlace() {
  const { t } = useTranslation();
  return (
    <div className="page">
      <h1>{t("nowhere.title")}</h1>
      <p>{t("nowhere.says")}</p>
      <Link to="/">{t("nowhere.home")}</Link>
    </div>
  );
}
