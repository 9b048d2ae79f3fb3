/** Intake: files before they are taken, files taken, and rows set aside with their reasons. */
import { useQuery } from "@tanstack/react-query";
import { Link, useSearch } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { caseQuery } from "@/api/queries";
import { useFormat } from "@/i18n/useFormat";
import { FirstLine } from "@/shell/FirstLine";
import { Aside } from "./Aside";
import { FilesTaken } from "./FilesTaken";
import { Uploads } from "./Uploads";

export function IntakeScreen() {
  const { t } = useTranslation();
  const { n } = useFormat();
  const { view = "files" } = useSearch({ from: "/intake" });
  const found = useQuery(caseQuery).data;
  return (
    <div className="page" data-testid="intake">
      <FirstLine
        key={view}
        focus={view === "files"}
        tab={t("go.intake")}
        title={t("go.intake")}
        says={view === "files" ? t("intake.says") : t("aside.says")}
      />
      <nav className="tabs" aria-label={t("intake.parts")}>
        <Link
          to="/intake"
          search={{}}
          activeOptions={{ exact: true }}
          aria-current={view === "files" ? "page" : undefined}
        >
          {t("intake.files")} <span className="count">{n(found?.files.length ?? 0)}</span>
        </Link>
        <Link
          to="/intake"
          search={{ view: "aside" }}
          aria-current={view === "aside" ? "page" : undefined}
          data-testid="to-aside"
        >
          {t("intake.aside")} <span className="count">{n(found?.set_aside ?? 0)}</span>
        </Link>
      </nav>
      {view === "files" ? (
        <>
          <Uploads />
          <FilesTaken files={found?.files ?? []} />
        </>
      ) : (
        <Aside />
      )}
    </div>
  );
}
