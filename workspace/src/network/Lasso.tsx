/** A line drawn round things to mark them; the list marks them too, by a key, for whoever does not draw. */
import { type PointerEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import type { Point } from "./chart";

interface Props {
  /** Takes the line, in pixels of the drawing, once it is closed. */
  readonly closed: (line: readonly Point[]) => void;
}

export function Lasso({ closed }: Props) {
  const { t } = useTranslation();
  const [line, setLine] = useState<readonly Point[]>([]);
  const at = (event: PointerEvent<SVGSVGElement>): Point => {
    const box = event.currentTarget.getBoundingClientRect();
    return [event.clientX - box.left, event.clientY - box.top];
  };
  return (
    <svg
      className="chart-lasso"
      data-testid="lasso"
      aria-label={t("net.lassoSays")}
      role="img"
      onPointerDown={(event) => {
        event.currentTarget.setPointerCapture(event.pointerId);
        setLine([at(event)]);
      }}
      onPointerMove={(event) => {
        if (line.length > 0) setLine([...line, at(event)]);
      }}
      onPointerUp={() => {
        closed(line);
        setLine([]);
      }}
      onPointerCancel={() => setLine([])}
    >
      <polygon points={line.map((point) => point.join()).join(" ")} />
    </svg>
  );
}
