/** Two records in two columns: equal things on one line, what differs marked, each in its own script. */
import { useTranslation } from "react-i18next";
import type { FieldView, PairView, RecordView } from "@/api/types";
import { RowLink } from "@/evidence/useOpenRow";
import { useFormat } from "@/i18n/useFormat";
import { useWord } from "@/i18n/words";
import { Scroll } from "@/shell/Scroll";

export function Beside({ view }: { readonly view: PairView }) {
  const { t } = useTranslation();
  const word = useWord();
  return (
    <>
      <p className="small">
        {!view.open && (view.change > 0 ? t("identity.change", { count: view.change }) : t("identity.noChange"))}{" "}
        {view.needs > 1 && (
          <strong data-testid="needs-two">{view.second ? t("identity.secondAsked") : t("identity.needsTwo")}</strong>
        )}
      </p>
      <Scroll>
        <table className="beside" data-testid="beside">
          <thead>
            <tr>
              <th scope="col">
                <span className="sr">{t("identity.what")}</span>
              </th>
              <Head record={view.one} />
              <Head record={view.other} />
            </tr>
          </thead>
          <tbody>
            {view.fields.map((field) => (
              <tr key={field.what} data-mark={field.mark} data-testid="field">
                <th scope="row">
                  {word("field", field.what)} <Mark field={field} />
                </th>
                <td>{field.one || <span className="quiet">{t("identity.absent")}</span>}</td>
                <td>{field.other || <span className="quiet">{t("identity.absent")}</span>}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </Scroll>
    </>
  );
}

function Head({ record }: { readonly record: RecordView }) {
  const { t } = useTranslation();
  const word = useWord();
  return (
    <th scope="col">
      <RowLink row={record.row} label={t("identity.openRow", { name: record.label, place: record.locator })}>
        {record.source ? `${record.source}, ${record.locator}` : record.label}
      </RowLink>{" "}
      <span className="kind">{word("kind", record.kind)}</span>
      {record.leads.map((lead) => (
        <span key={lead} className="tag">
          {lead}
        </span>
      ))}
      {record.restricted && (
        <span className="gap-line" lang="en">
          {record.restricted}
        </span>
      )}
    </th>
  );
}

/** Equal and different are told by a sign and a word, never by colour alone. */
function Mark({ field }: { readonly field: FieldView }) {
  const { t } = useTranslation();
  if (field.mark !== "equal" && field.mark !== "differs") return null;
  return (
    <span className="mark-sign" data-mark={field.mark}>
      <span aria-hidden="true">{field.mark === "equal" ? "=" : "≠"}</span>
      <span className="sr">{t(`identity.mark.${field.mark}`)}</span>
    </span>
  );
}

/** When a word was said, and by whom. */
export function Said({ by, at }: { readonly by: string; readonly at: string }) {
  const { at: moment } = useFormat();
  return (
    <span className="quiet">
      {by}, {moment(at)}
    </span>
  );
}
