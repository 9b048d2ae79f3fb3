/** A wide table scrolls in itself; where it does, it takes focus, so that the arrow keys can scroll it too. */
import { type ReactNode, useLayoutEffect, useRef, useState } from "react";

export function Scroll({ children }: { readonly children: ReactNode }) {
  const place = useRef<HTMLDivElement>(null);
  const [wide, setWide] = useState(false);
  useLayoutEffect(() => {
    const box = place.current;
    if (!box) return;
    const watch = new ResizeObserver(() => setWide(box.scrollWidth > box.clientWidth + 1));
    watch.observe(box);
    return () => watch.disconnect();
  }, []);
  return (
    // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <div className="scroll" ref={place} tabIndex={wide ? 0 : undefined}>
      {children}
    </div>
  );
}
