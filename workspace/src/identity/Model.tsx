/** What the comparison of records weighs: every level with both frequencies and its weight, so that a sum can be checked by hand. */
import { useQuery } from "@tanstack/react-query";
import { useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import { modelQuery } from "@/api/queries";
import type { FamilyModel } from "@/api/types";
import { useFormat } from "@/i18n/useFormat";
import { useWord } from "@/i18n/words";
import { ProblemNote, Waiting } from "@/shell/Notice";
import { Scroll } from "@/shell/Scroll";
import { bits } from "./bits";

export function Model() {
  const { t } = useTranslation();
  const found = useQuery(modelQuery);
  const section = useRef<HTMLElement>(null);
  const ready = found.isSuccess;
  useEffect(() => {
    if (ready) section.current?.focus({ preventScroll: true });
  }, [ready]);
  if (found.isPending) return <Waiting what={t("wait.model")} />;
  if (found.isError) return <ProblemNote error={found.error} again={() => void found.refetch()} />;
  const { families, shared } = found.data;
  return (
    // The view holds focus and has the keys.
    // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <section ref={section} tabIndex={0} data-scope="pair" aria-label={t("identity.model")} data-testid="model">
      <p className="quiet">{families.length > 0 ? t("model.says") : t("model.none")}</p>
      {families.map((family) => (
        <Family key={family.family} family={family} />
      ))}
      {shared.length > 0 && (
        <ul className="small" lang="en">
          {shared.map((one) => (
            <li key={`${one.what} ${one.value}`}>{one.sentence}</li>
          ))}
        </ul>
      )}
    </section>
  );
}

function Family({ family }: { readonly family: FamilyModel }) {
  const { t } = useTranslation();
  const { n } = useFormat();
  const word = useWord();
  const heading = `model-${family.family}`;
  return (
    <section aria-labelledby={heading}>
      <h2 id={heading}>
        {family.family === "persons" ? t("model.persons") : t("model.organisations")}{" "}
        <span className="count">{n(family.records)}</span>
      </h2>
      <p className="small">
        {t("model.compared", { count: family.compared })} {t("model.prior", { bits: bits(family.prior) })}
      </p>
      <ul className="small" lang="en">
        {family.trained.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
      <Scroll>
        <table data-testid={heading}>
          <thead>
            <tr>
              <th scope="col">{t("weighed.what")}</th>
              <th scope="col" className="num">
                {t("weighed.bits")}
              </th>
              <th scope="col" className="num">
                {t("model.ofOne")}
              </th>
              <th scope="col" className="num">
                {t("model.ofTwo")}
              </th>
              <th scope="col" className="num">
                {t("model.pairs")}
              </th>
              <th scope="col">{t("weighed.why")}</th>
            </tr>
          </thead>
          <tbody>
            {family.weights.map((one) => (
              <tr key={`${one.what} ${one.level}`}>
                <th scope="row">{word("field", one.what.replace(/ /g, "_"))}</th>
                <td className="num">{bits(one.millibits)}</td>
                <td className="num">{one.m.toPrecision(3)}</td>
                <td className="num">{one.u.toPrecision(3)}</td>
                <td className="num">{n(one.pairs)}</td>
                <td>
                  <span lang="en">{one.sentence}</span> {one.by_rarity && <span className="quiet">{t("model.rarer")}</span>}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </Scroll>
    </section>
  );
}
