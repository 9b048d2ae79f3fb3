/** Entries of the record, day by day. */
import { Fragment } from "react";
import { useTranslation } from "react-i18next";
import type { RecordLine } from "@/api/types";
import { short } from "@/i18n/format";
import { useFormat } from "@/i18n/useFormat";
import { Scroll } from "@/shell/Scroll";

interface Props {
  readonly entries: readonly RecordLine[];
  readonly me: string;
  readonly go: (change: { actor?: string; action?: string; subject?: string }) => void;
}

export function RecordTable({ entries, me, go }: Props) {
  const { t } = useTranslation();
  const { day, time } = useFormat();
  return (
    <Scroll>
      <table className="tall record" data-testid="record-table">
        <thead>
          <tr>
            <th scope="col" className="num">
              n
            </th>
            <th scope="col">{t("record.when")}</th>
            <th scope="col">{t("record.who")}</th>
            <th scope="col">{t("record.what")}</th>
            <th scope="col">{t("record.action")}</th>
            <th scope="col">{t("record.about")}</th>
          </tr>
        </thead>
        <tbody>
          {entries.map((entry, place) => (
            <Fragment key={entry.seq}>
              {day(entry.at) !== day(entries[place - 1]?.at ?? "") && (
                <tr className="dayrow">
                  <th scope="rowgroup" colSpan={6}>
                    {day(entry.at)}
                  </th>
                </tr>
              )}
              <tr data-testid="record-entry" data-action={entry.action}>
                <td className="num quiet" title={entry.hash}>
                  {entry.seq}
                </td>
                <td className="when">{time(entry.at)}</td>
                <td>
                  <button type="button" className="link" onClick={() => go({ actor: entry.actor })}>
                    {entry.actor}
                  </button>
                  {entry.actor === me && <span className="quiet small"> {t("record.you")}</span>}
                </td>
                <td>
                  {entry.sentence}
                  {entry.purpose && <div className="small">{t("record.purpose", { purpose: entry.purpose })}</div>}
                  {Object.entries(entry.text).map(([name, text]) => (
                    <div key={name} className="small quiet">
                      {name}: {text || t("record.erased")}
                    </div>
                  ))}
                </td>
                <td>
                  <button type="button" className="link small" onClick={() => go({ action: entry.action })}>
                    {entry.action}
                  </button>
                </td>
                <td className="subjects">
                  <Subjects subjects={entry.subjects} go={go} />
                </td>
              </tr>
            </Fragment>
          ))}
        </tbody>
      </table>
    </Scroll>
  );
}

const FEW = 3;

function Subjects({ subjects, go }: { readonly subjects: readonly string[]; readonly go: Props["go"] }) {
  const { t } = useTranslation();
  const one = (subject: string) => (
    <button key={subject} type="button" className="link mono" title={subject} onClick={() => go({ subject })}>
      {short(subject)}
    </button>
  );
  return (
    <>
      {subjects.slice(0, FEW).map(one)}
      {subjects.length > FEW && (
        <details>
          <summary className="small">{t("record.more", { count: subjects.length - FEW })}</summary>
          {subjects.slice(FEW).map(one)}
        </details>
      )}
    </>
  );
}
