/** One box for going and doing: screens, actions of this screen, leads by handle or words. */
import { useQuery } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { type KeyboardEvent, useMemo, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { leadsQuery } from "@/api/queries";
import { Dialog } from "./Dialog";
import { useAllActions } from "./keys";
import { type Entry, matching } from "./find";
import { shownKey } from "./shownKey";

export function Palette({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation();
  const [typed, setTyped] = useState("");
  const [at, setAt] = useState(0);
  const list = useRef<HTMLUListElement>(null);
  const entries = useEntries();
  const found = useMemo(() => matching(entries, typed), [entries, typed]);
  const chosen = Math.min(at, found.length - 1);

  const run = (entry: Entry | undefined) => {
    if (!entry) return;
    onClose();
    // The dialog gives focus back to where it was before the action moves it on.
    window.setTimeout(entry.perform, 0);
  };
  const move = (to: number) => {
    const next = Math.max(0, Math.min(found.length - 1, to));
    setAt(next);
    list.current?.children[next]?.scrollIntoView({ block: "nearest" });
  };
  const onKey = (event: KeyboardEvent) => {
    if (event.key === "ArrowDown") move(chosen + 1);
    else if (event.key === "ArrowUp") move(chosen - 1);
    else if (event.key === "Enter") run(found[chosen]);
    else return;
    event.preventDefault();
  };

  return (
    <Dialog
      onClose={onClose}
      withCloseButton={false}
      size="lg"
      padding={0}
      title={t("palette.open")}
      classNames={{ header: "sr" }}
    >
      <input
        className="palette-box"
        data-autofocus
        data-testid="palette-box"
        role="combobox"
        aria-expanded="true"
        aria-controls="palette-list"
        aria-activedescendant={found[chosen] ? `palette-${chosen}` : undefined}
        aria-label={t("palette.open")}
        placeholder={t("palette.hint")}
        value={typed}
        onChange={(event) => {
          setTyped(event.target.value);
          setAt(0);
        }}
        onKeyDown={onKey}
      />
      <ul className="plain palette-list" id="palette-list" role="listbox" ref={list} aria-label={t("palette.found")}>
        {found.map((entry, index) => (
          // The box above holds focus and moves the choice with the arrow keys; this is its pointer's way.
          // eslint-disable-next-line jsx-a11y/click-events-have-key-events
          <li
            key={entry.id}
            id={`palette-${index}`}
            role="option"
            tabIndex={-1}
            aria-selected={index === chosen}
            onMouseMove={() => setAt(index)}
            onClick={() => run(entry)}
          >
            <span>{entry.label}</span>
            <span className="quiet">{entry.key ? <kbd>{shownKey(entry.key)}</kbd> : entry.group}</span>
          </li>
        ))}
      </ul>
      {found.length === 0 && <p className="palette-none quiet">{t("palette.none", { typed })}</p>}
    </Dialog>
  );
}

function useEntries(): Entry[] {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const actions = useAllActions();
  const leads = useQuery(leadsQuery).data?.leads;
  return useMemo(() => {
    const doings = actions
      .filter((action) => !action.keyOnly && !action.off)
      .map((action) => ({
        ...action,
        group: action.id.startsWith("go.") ? t("palette.screen") : t("palette.action"),
      }));
    const openings = (leads ?? []).map((lead) => ({
      id: `lead.${lead.id}`,
      label: `${lead.handle} · ${lead.title}`,
      group: t("palette.lead"),
      perform: () => void navigate({ to: "/leads/$lead", params: { lead: lead.handle } }),
    }));
    return [...doings, ...openings];
  }, [actions, leads, navigate, t]);
}
