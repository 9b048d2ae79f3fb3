/** Whoever opens a row is told that this is on record, and can see who did before. */
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";

export function OnRecord({ row }: { readonly row: string }) {
  const { t } = useTranslation();
  return (
    <p className="small quiet onrecord">
      {t("sheet.onRecord")}{" "}
      <Link to="/record" search={{ subject: row }}>
        {t("sheet.whoOpened")}
      </Link>
      <br />
      <span className="mono">{row}</span>
    </p>
  );
}
