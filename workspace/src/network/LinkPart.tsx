/** A link: its span, its independent sources, the findings that rest on it and the rows behind it, each one key away. */
import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { networkLinkQuery } from "@/api/queries";
import type { LinkView } from "@/api/types";
import { RowLink } from "@/evidence/useOpenRow";
import { useFormat } from "@/i18n/useFormat";
import { useWord } from "@/i18n/words";
import { ProblemNote, Waiting } from "@/shell/Notice";
import { nameOf } from "./chart";

export function LinkPart({ link }: { readonly link: LinkView }) {
  const { t } = useTranslation();
  const { n, from } = useFormat();
  const word = useWord();
  const found = useQuery(networkLinkQuery(link.a, link.b, link.kind));
  return (
    <div className="net-link" data-testid="link">
      <h3>
        <span className="mono">{nameOf(link.a)}</span> {link.directed ? "→" : "—"} <span className="mono">{nameOf(link.b)}</span>
      </h3>
      <p className="small">
        {word("link", link.kind)} · {t("net.linkSays", { count: link.rows, sources: n(link.sources), findings: n(link.findings) })}
        {link.first && ` · ${from(link.first, link.last)}`}
      </p>
      {found.isPending && <Waiting what={t("wait.rows")} />}
      {found.isError && <ProblemNote error={found.error} again={() => void found.refetch()} />}
      {found.data && (
        <>
          <ul className="plain" data-testid="link-rows">
            {found.data.rows.map((row) => (
              <li key={row.row}>
                <RowLink row={row.row}>{`${row.source} ${row.locator}`}</RowLink>
              </li>
            ))}
          </ul>
          {found.data.of > found.data.rows.length && <p className="small quiet">{t("net.of", { shown: n(found.data.rows.length), of: n(found.data.of) })}</p>}
          {found.data.findings.map((one) => (
            <p key={one.id} className="serif small" lang="en">
              <span className="tag">{one.rule}</span> {one.sentence}
            </p>
          ))}
        </>
      )}
    </div>
  );
}
