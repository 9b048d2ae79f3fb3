/** Sites or cities in the order in which they joined, each with the first advert that stood there. */
import { useTranslation } from "react-i18next";
import type { PlaceView } from "@/api/types";
import { RowLink } from "@/evidence/useOpenRow";
import { useFormat } from "@/i18n/useFormat";
import { Scroll } from "@/shell/Scroll";

interface Props {
  readonly title: string;
  readonly places: readonly PlaceView[];
  readonly of: number;
}

export function Places({ title, places, of }: Props) {
  const { t } = useTranslation();
  const { day, n } = useFormat();
  if (places.length === 0) return null;
  return (
    <div>
      <Scroll>
        <table>
          <caption>
            {title} <span className="count">{n(of)}</span>
          </caption>
          <thead>
            <tr>
              <th scope="col">{t("time.name")}</th>
              <th scope="col">{t("time.first")}</th>
              <th scope="col">{t("time.last")}</th>
              <th scope="col" className="num">
                {t("time.adverts")}
              </th>
            </tr>
          </thead>
          <tbody>
            {places.map((place) => (
              <tr key={place.name}>
                <th scope="row">{place.name}</th>
                <td className="time-day">
                  <RowLink row={place.row} label={t("time.firstThere", { name: place.name })}>
                    {place.first ? day(place.first) : t("time.noDay")}
                  </RowLink>
                </td>
                <td className="time-day">{place.last ? day(place.last) : ""}</td>
                <td className="num">{n(place.adverts)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </Scroll>
      {places.length < of && <p className="small quiet">{t("time.cut", { shown: n(places.length), of: n(of) })}</p>}
    </div>
  );
}
