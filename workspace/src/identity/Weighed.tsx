/** What was kept back until one's own word: what the machine weighed, for and against, and what others said. */
import { useTranslation } from "react-i18next";
import type { PairView, WordView } from "@/api/types";
import { useFormat } from "@/i18n/useFormat";
import { useWord } from "@/i18n/words";
import { Scroll } from "@/shell/Scroll";
import { Said } from "./Beside";
import { type Bar, bits, odds, waterfall } from "./bits";

export function Weighed({ view }: { readonly view: PairView }) {
  const { t } = useTranslation();
  if (!view.open) {
    return (
      <p className="quiet" data-testid="kept-back">
        {view.needs > 1 && view.words.length > 0 ? t("identity.keptBackTwo") : t("identity.keptBack")}
      </p>
    );
  }
  const others = view.words.filter((word) => !word.own);
  return (
    <section aria-labelledby="weighed-h" data-testid="weighed">
      <h2 id="weighed-h">{t("weighed.title")}</h2>
      {view.compared.length > 0 ? <Waterfall view={view} /> : <p className="quiet">{t("weighed.nothing")}</p>}
      {view.needs > 1 && view.state === "waits" && <p className="gap-line">{t("identity.waitsSecond")}</p>}
      <h3>
        {t("weighed.others")} <span className="count">{others.length}</span>
      </h3>
      {others.length === 0 && <p className="quiet">{t("weighed.noOthers")}</p>}
      <ul className="plain" data-testid="others">
        {others.map((word) => (
          <Word key={word.n} word={word} />
        ))}
      </ul>
    </section>
  );
}

function Waterfall({ view }: { readonly view: PairView }) {
  const { t } = useTranslation();
  const { n } = useFormat();
  const word = useWord();
  const bars = waterfall([view.prior, ...view.compared.map((one) => one.millibits)]);
  const many = { odds: n(odds(view.millibits)) };
  return (
    <figure className="waterfall">
      <figcaption data-testid="weight">
        {view.millibits >= 0 ? t("weighed.for", many) : t("weighed.against", many)}{" "}
        <span className="quiet">{t("weighed.notProof")}</span>
      </figcaption>
      <Scroll>
        <table data-testid="waterfall">
          <thead>
            <tr>
              <th scope="col">{t("weighed.what")}</th>
              <th scope="col" className="num">
                {t("weighed.bits")}
              </th>
              <th scope="col" className="bar-head">
                <span className="sr">{t("weighed.bar")}</span>
              </th>
              <th scope="col">{t("weighed.why")}</th>
            </tr>
          </thead>
          <tbody>
            <tr>
              <th scope="row">{t("weighed.prior")}</th>
              <td className="num">{bits(view.prior)}</td>
              <BarCell bar={bars[0]} for={view.prior >= 0} />
              <td className="quiet">{t("weighed.priorSays")}</td>
            </tr>
            {view.compared.map((one, at) => (
              <tr key={`${one.what}${at}`} data-for={one.millibits > 0} data-against={one.millibits < 0}>
                <th scope="row">{word("field", one.what.replace(/ /g, "_"))}</th>
                <td className="num">{bits(one.millibits)}</td>
                <BarCell bar={bars[at + 1]} for={one.millibits >= 0} />
                <td lang="en">{one.sentence}</td>
              </tr>
            ))}
            <tr className="sum">
              <th scope="row">{t("weighed.sum")}</th>
              <td className="num">{bits(view.millibits)}</td>
              <td />
              <td />
            </tr>
          </tbody>
        </table>
      </Scroll>
    </figure>
  );
}

/** A bar to the right speaks for it and is full; one to the left speaks against it and is hollow. */
function BarCell({ bar, for: speaksFor }: { readonly bar: Bar | undefined; readonly for: boolean }) {
  return (
    <td className="bar-cell">
      {bar && (
        <svg viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true" className={speaksFor ? "for" : "against"}>
          <rect x={bar.x} y="1" width={Math.max(bar.width, 0.6)} height="8" />
        </svg>
      )}
    </td>
  );
}

export function Word({ word }: { readonly word: WordView }) {
  const { t } = useTranslation();
  return (
    <li data-testid="word" data-undone={word.undone} data-sealed={word.sealed}>
      {word.lost ? (
        <span lang="en">{word.lost}</span>
      ) : word.sealed ? (
        t("identity.sealed", { who: word.actor })
      ) : (
        <>
          <strong>{t(`identity.answer.${word.answer as "same"}`)}</strong>: {word.reason}{" "}
          <Said by={word.actor} at={word.at} />
          {word.again && <span className="tag">{t("identity.again")}</span>}
          {word.undone && (
            <>
              {" "}
              <span className="tag">{t("identity.takenBack")}</span> {word.undone_reason}{" "}
              <Said by={word.undone_by} at={word.undone_at} />
            </>
          )}
        </>
      )}
    </li>
  );
}
