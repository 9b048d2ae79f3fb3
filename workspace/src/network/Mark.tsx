/** The mark of a kind: the letter it has on the drawing, in the same disc. */
import { markOf } from "./chart";

export function Mark({ kind }: { readonly kind: string }) {
  return (
    <span className="net-mark" data-kind={kind} aria-hidden="true">
      {markOf(kind)[0]}
    </span>
  );
}
