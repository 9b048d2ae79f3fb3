/** Marks that look the same everywhere: codes as small squares, kinds of source, and where a thing stands. */
import { useTranslation } from "react-i18next";
import { useWord } from "@/i18n/words";

/** A code as a small square: the grade of source and information (`B2`), or the handling code (`H1`). */
export function Code({ code, what }: { readonly code: string; readonly what: "evaluation" | "handling" }) {
  const { t, i18n } = useTranslation();
  if (!code) return null;
  const key = what === "evaluation" ? evaluationWords(t, code) : handlingWords(t, i18n.exists.bind(i18n), code);
  return (
    <abbr className={`code ${what}`} title={key}>
      {code}
      <span className="sr">: {key}</span>
    </abbr>
  );
}

type T = ReturnType<typeof useTranslation>["t"];

function evaluationWords(t: T, code: string): string {
  const say = t as unknown as (key: string, values?: Record<string, string>) => string;
  return say("code.evaluation", {
    source: say(`code.source.${code[0]}`),
    information: say(`code.information.${code[1]}`),
  });
}

function handlingWords(t: T, exists: (key: string) => boolean, code: string): string {
  const key = `code.handling.${code}`;
  return exists(key) ? (t as unknown as (key: string) => string)(key) : code;
}

export function Codes({ evaluation, handling }: { readonly evaluation: string; readonly handling: string }) {
  return (
    <span className="codes">
      <Code what="evaluation" code={evaluation} />
      <Code what="handling" code={handling} />
    </span>
  );
}

/** The kinds of record something rests on: several kinds weigh more than many rows of one. */
export function Kinds({ kinds }: { readonly kinds: readonly string[] }) {
  const word = useWord();
  const { t } = useTranslation();
  return (
    <span className="kinds" aria-label={t("kinds.label")} role="list">
      {kinds.map((kind) => (
        <span key={kind} role="listitem" className="kind">
          {word("kind", kind)}
        </span>
      ))}
    </span>
  );
}

/** Where a thing stands: a raw row, a machine's proposal, or what a person decided. Shape and word, never colour alone. */
export type Standing = "raw" | "undecided" | "accepted" | "rejected" | "more";

export function Stand({ state, by }: { readonly state: string; readonly by?: string }) {
  const word = useWord();
  const { t } = useTranslation();
  return (
    <span className="stand" data-state={state}>
      {by ? t("stand.by", { state: word("state", state), by }) : word("state", state)}
    </span>
  );
}

/** What came in without an authority and an order. */
export function BasisMissing() {
  const { t } = useTranslation();
  return <span className="gap">{t("basis.missing")}</span>;
}
