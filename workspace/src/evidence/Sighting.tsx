/** One place a row stands in: the stretch of the file around it, its cells, and the source it came with. */
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import type { SightingView } from "@/api/types";
import { short } from "@/i18n/format";
import { useFormat } from "@/i18n/useFormat";
import { BasisMissing, Codes } from "@/shell/Marks";
import { Cells } from "./Cells";
import { Fragment } from "./Fragment";

export function Sighting({ sighting }: { readonly sighting: SightingView }) {
  const { t } = useTranslation();
  const { n, at } = useFormat();
  const { locator } = sighting;
  const bytes =
    locator.start != null && locator.end != null
      ? t("sheet.bytes", { start: n(locator.start), end: n(locator.end) })
      : t("sheet.noBytes");
  return (
    <section className="sighting" data-testid="sighting">
      <h3 className="place">
        <span className="mono">{locator.file}</span> · {locator.locator}{" "}
        <Codes evaluation={sighting.evaluation} handling={sighting.handling} />
      </h3>
      {sighting.restricted && (
        <div className="clock">
          <p>{sighting.restricted}</p>
        </div>
      )}
      <Fragment sighting={sighting} />
      <Cells cells={sighting.cells} />
      <dl className="pairs small">
        <dt>{t("sheet.source")}</dt>
        <dd>
          {sighting.basis_stated ? sighting.authority : <BasisMissing />}{" "}
          <Link to="/sources" search={{ source: sighting.source_id }}>
            {sighting.source_id}
          </Link>
        </dd>
        <dt>{t("sheet.place")}</dt>
        <dd>
          {locator.sheet && <>{t("sheet.sheet", { sheet: locator.sheet })}, </>}
          {t("sheet.row", { row: n(locator.row) })}, {bytes}
        </dd>
        <dt>{t("sheet.digest")}</dt>
        <dd className="mono" title={locator.sha256}>
          {short(locator.sha256)}
        </dd>
        <dt>{t("sheet.recorded")}</dt>
        <dd>
          {sighting.recorded_by}, {at(sighting.recorded_at)}
        </dd>
      </dl>
    </section>
  );
}
