/** The head of every screen: its name, and one line on what it shows and what it leaves out. */
import { type ReactNode, useEffect, useRef } from "react";

interface Props {
  readonly title: ReactNode;
  /** The name of the browser's tab. */
  readonly tab: string;
  readonly says: ReactNode;
  readonly children?: ReactNode;
  /** Lists that take keys put focus in themselves; other screens begin at their heading. */
  readonly focus?: boolean;
}

export function FirstLine({ title, tab, says, children, focus = true }: Props) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    document.title = `${tab} · Palermo`;
  }, [tab]);
  useEffect(() => {
    if (focus) heading.current?.focus({ preventScroll: true });
  }, [focus]);
  return (
    <header className="first">
      <div className="row apart">
        <h1 ref={heading} tabIndex={-1}>
          {title}
        </h1>
        {children}
      </div>
      <p className="says" data-testid="first-line">
        {says}
      </p>
    </header>
  );
}
