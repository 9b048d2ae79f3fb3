/** Checks the chain and every stored file, and names each fault. */
import { useTranslation } from "react-i18next";
import { useVerify } from "@/api/changes";
import type { VerifyReport } from "@/api/types";
import { useFormat } from "@/i18n/useFormat";
import { ActionButton } from "@/shell/ActionButton";
import type { Action } from "@/shell/actions";
import { useActions } from "@/shell/keys";
import { ProblemNote } from "@/shell/Notice";

export function Verify() {
  const { t } = useTranslation();
  const verify = useVerify();
  const action: Action = {
    id: "record.verify",
    label: t("verify.run"),
    scope: "anywhere",
    off: verify.isPending,
    perform: () => verify.mutate(""),
  };
  useActions([action]);
  return (
    <section aria-labelledby="verify-h" data-testid="verify">
      <h2 id="verify-h" className="sr">
        {t("verify.title")}
      </h2>
      <div className="row toolbar">
        <ActionButton action={action} loading={verify.isPending} />
        <span className="quiet small">{t("verify.says")}</span>
      </div>
      <div role="status">{verify.data && <Result report={verify.data} />}</div>
      {verify.isError && <ProblemNote error={verify.error} />}
    </section>
  );
}

function Result({ report }: { readonly report: VerifyReport }) {
  const { t } = useTranslation();
  const { n } = useFormat();
  return (
    <div className={report.whole ? "verified" : "clock"} data-testid="verified" data-whole={report.whole}>
      <p>
        <strong>{report.whole ? t("verify.whole") : t("verify.faulty", { count: report.faults.length })}</strong>{" "}
        {t("verify.counts", { entries: n(report.entries), files: n(report.files), erased: n(report.erased) })}
      </p>
      <ul>
        {report.faults.map((fault) => (
          <li key={fault}>{fault}</li>
        ))}
      </ul>
      <p className="small">
        {t("record.head")} <span className="mono">{report.head}</span>
      </p>
    </div>
  );
}
