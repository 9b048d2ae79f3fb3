/** A button for a declared action: its words, its key, and whether it can be done now come from the action. */
import { Button, type ButtonProps } from "@mantine/core";
import type { Action } from "./actions";
import { useSettings } from "./settings";
import { isLetter } from "./actions";
import { shownKey } from "./shownKey";

interface Props extends Pick<ButtonProps, "variant" | "loading"> {
  readonly action: Action;
}

export function ActionButton({ action, variant = "default", loading }: Props) {
  const { letters } = useSettings();
  const hint = action.key && (letters || !isLetter(action.key)) ? shownKey(action.key) : "";
  return (
    <Button
      variant={variant}
      loading={loading}
      disabled={action.off}
      onClick={action.perform}
      data-testid={`action-${action.id}`}
      aria-keyshortcuts={hint || undefined}
    >
      {action.label}
      {hint && (
        <kbd className="hint" aria-hidden="true">
          {hint}
        </kbd>
      )}
    </Button>
  );
}
