/** What the adverts of a group share: each wording with its slots as chips that open to what stood there, and how often. */
import { useId, useState } from "react";
import { useTranslation } from "react-i18next";
import type { SlotView, TemplateView, WordingsView } from "@/api/types";
import { useFormat } from "@/i18n/useFormat";
import { Scroll } from "@/shell/Scroll";
import { hue } from "./textmarks";

export function Wordings({ told }: { readonly told: WordingsView }) {
  const { t } = useTranslation();
  const { n } = useFormat();
  return (
    <div className="wordings" data-testid="wordings">
      <p className="serif" lang="en" data-testid="wordings-sentence">
        {told.sentence}
      </p>
      {told.notes.map((note) => (
        <p key={note} className="small quiet" lang="en">
          {note}
        </p>
      ))}
      {told.wordings.length > 0 && <p className="small quiet">{t("wordings.hint")}</p>}
      {told.wordings.map((wording, place) => (
        <details key={wording.wording} open={place === 0} data-testid="wording">
          <summary>
            {t("wordings.one", { place: n(wording.wording) })}{" "}
            <span className="count">{t("n.adverts", { count: wording.adverts })}</span>
          </summary>
          <Wording wording={wording} />
        </details>
      ))}
      {told.wordings.length < told.wordings_in_all && (
        <p className="small quiet">
          {t("time.cut", { shown: n(told.wordings.length), of: n(told.wordings_in_all) })}
        </p>
      )}
      {told.wordings.length > 0 && told.apart > 0 && (
        <p className="small quiet">{t("wordings.apart", { count: told.apart })}</p>
      )}
    </div>
  );
}

function Wording({ wording }: { readonly wording: TemplateView }) {
  const { t } = useTranslation();
  const { n } = useFormat();
  const [opened, setOpened] = useState(0);
  const panel = useId();
  const slot = wording.slots.find((one) => one.slot === opened);
  return (
    <div className="template">
      <blockquote dir="auto" data-testid="template">
        {wording.template.map((part, place) => {
          const kind = wording.slots[part.slot - 1]?.kind;
          return kind ? (
            <button
              key={place}
              type="button"
              className="slot-chip"
              data-hue={hue(part.slot)}
              data-testid="slot-chip"
              aria-expanded={opened === part.slot}
              aria-controls={opened === part.slot ? panel : undefined}
              aria-label={t("wordings.slot", { place: n(part.slot), kind: t(`slot.${kind}`) })}
              onClick={() => setOpened(opened === part.slot ? 0 : part.slot)}
            >
              <b>{n(part.slot)}</b> {t(`slot.${kind}`)}
            </button>
          ) : (
            part.text
          );
        })}
      </blockquote>
      {slot && <Stood key={slot.slot} slot={slot} panel={panel} />}
    </div>
  );
}

function Stood({ slot, panel }: { readonly slot: SlotView; readonly panel: string }) {
  const { t } = useTranslation();
  const { n } = useFormat();
  const kind = t(`slot.${slot.kind}`);
  return (
    <div className="slot-stood" id={panel} data-hue={hue(slot.slot)} data-testid="slot-stood">
      <p className="small">
        <strong>{t("wordings.slot", { place: n(slot.slot), kind })}</strong>{" "}
        <span className="quiet">
          {t("wordings.filled", {
            filled: n(slot.filled),
            of: n(slot.filled + slot.empty),
            distinct: n(slot.distinct),
          })}
        </span>
      </p>
      <Scroll>
        <table>
          <thead>
            <tr>
              <th scope="col">{t("wordings.stood")}</th>
              <th scope="col" className="num">
                {t("time.adverts")}
              </th>
            </tr>
          </thead>
          <tbody>
            {slot.fillers.map((filler) => (
              <tr key={filler.text}>
                <td className={slot.kind === "contact" ? "mono" : undefined} dir="auto">
                  {filler.text}
                </td>
                <td className="num">{n(filler.adverts)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </Scroll>
      {slot.fillers.length < slot.distinct && (
        <p className="small quiet">{t("time.cut", { shown: n(slot.fillers.length), of: n(slot.distinct) })}</p>
      )}
    </div>
  );
}
