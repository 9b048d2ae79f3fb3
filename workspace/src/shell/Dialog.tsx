/** A dialog that gives focus back to where it was, whatever closed it. */
import { Modal, type ModalProps } from "@mantine/core";
import { useEffect, useState } from "react";

type Props = Omit<ModalProps, "opened">;

export function Dialog(props: Props) {
  // Asked for while drawing: afterwards the dialog itself has focus.
  const [before] = useState(() => document.activeElement);
  useEffect(
    () => () => {
      if (before instanceof HTMLElement && before.isConnected) before.focus({ preventScroll: true });
    },
    [before],
  );
  return <Modal opened overlayProps={{ backgroundOpacity: 0.3 }} returnFocus={false} {...props} />;
}
