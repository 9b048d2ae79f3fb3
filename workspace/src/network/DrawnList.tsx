/** The list of exactly what is drawn: the same things, walked with the keys, for whoever does not use the drawing. */
import { useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import type { NodeView } from "@/api/types";
import { useFormat } from "@/i18n/useFormat";
import { useWord } from "@/i18n/words";
import { hasMore, nameOf } from "./chart";
import { Mark } from "./Mark";

interface Props {
  readonly nodes: readonly NodeView[];
  readonly place: number;
  readonly marked: readonly string[];
  readonly pick: (id: string) => void;
  readonly open: (id: string) => void;
}

export function DrawnList({ nodes, place, marked, pick, open }: Props) {
  const { t } = useTranslation();
  const { n } = useFormat();
  const word = useWord();
  const list = useRef<HTMLUListElement>(null);
  useEffect(() => {
    list.current?.children[place]?.scrollIntoView({ block: "nearest" });
  }, [place]);
  return (
    <section aria-labelledby="drawn-h">
      <h2 id="drawn-h">
        {t("net.drawn")} <span className="count">{n(nodes.length)}</span>
      </h2>
      <ul
        ref={list}
        className="plain net-list"
        role="listbox"
        tabIndex={0}
        aria-labelledby="drawn-h"
        aria-activedescendant={place >= 0 ? `net-${place}` : undefined}
        data-testid="drawn"
      >
        {nodes.map((node, at) => (
          // The keys work on the list, which has the focus; a click is the other way.
          // eslint-disable-next-line jsx-a11y/click-events-have-key-events
          <li
            key={node.id}
            id={`net-${at}`}
            role="option"
            aria-selected={at === place}
            data-node={node.id}
            data-marked={marked.includes(node.id)}
            onClick={() => pick(node.id)}
            onDoubleClick={() => open(node.id)}
          >
            <Mark kind={node.kind} />
            <span className="net-name" title={nameOf(node.id)}>
              {nameOf(node.id)}
            </span>
            <span className="quiet small">
              {marked.includes(node.id) && <strong>{t("net.isMarked")} · </strong>}
              {word("thing", node.kind)}
              {hasMore(node) && ` · ${t("net.more", { count: node.stubs.reduce((sum, stub) => sum + stub.nodes - stub.drawn, 0) })}`}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
