/** From any sentence or mark to the source row: a link that puts the row in the sheet and leaves the view where it is. */
import { Link, useNavigate } from "@tanstack/react-router";
import { type ReactNode, useCallback } from "react";

export function useOpenRow(): (row: string) => void {
  const navigate = useNavigate();
  return useCallback(
    (row: string) => void navigate({ to: ".", search: (before) => ({ ...before, row }), resetScroll: false }),
    [navigate],
  );
}

interface Props {
  readonly row: string;
  readonly children: ReactNode;
  readonly label?: string;
}

export function RowLink({ row, children, label }: Props) {
  return (
    <Link
      to="."
      search={(before) => ({ ...before, row })}
      resetScroll={false}
      preload={false}
      className="rowlink"
      data-row={row}
      aria-label={label}
    >
      {children}
    </Link>
  );
}
