/** The keys of this screen: what the actions now declared can be reached with. */
import { useTranslation } from "react-i18next";
import type { Action } from "./actions";
import { Dialog } from "./Dialog";
import { useAllActions } from "./keys";
import { useSettings } from "./settings";
import { shownKey } from "./shownKey";

export function KeysHelp({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation();
  const { letters } = useSettings();
  const keyed = useAllActions().filter((action): action is Action & { key: string } => Boolean(action.key));
  const here = keyed.filter((action) => action.scope !== "anywhere");
  const everywhere = keyed.filter((action) => action.scope === "anywhere");
  return (
    <Dialog onClose={onClose} title={t("keys.title")} size="md" closeButtonProps={{ "aria-label": t("close") }}>
      {here.length > 0 && <KeyTable caption={t("keys.here")} actions={here} />}
      <KeyTable caption={t("keys.everywhere")} actions={everywhere} />
      <p className="quiet small">{letters ? t("keys.lettersOn") : t("keys.lettersOff")}</p>
    </Dialog>
  );
}

function KeyTable({
  caption,
  actions,
}: {
  readonly caption: string;
  readonly actions: readonly (Action & { key: string })[];
}) {
  return (
    <table className="keys">
      <caption>{caption}</caption>
      <tbody>
        {actions.map((action) => (
          <tr key={action.id}>
            <th scope="row">
              <kbd>{shownKey(action.key)}</kbd>
            </th>
            <td>{action.label}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
