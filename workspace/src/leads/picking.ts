/** Which two adverts are picked to be told apart. */
export interface Picked {
  readonly row: string;
  readonly name: string;
}

/** Pick an advert, or unpick it; a third takes the place of the one picked first. */
export function pick(before: readonly Picked[], advert: Picked): readonly Picked[] {
  const left = before.filter((picked) => picked.row !== advert.row);
  return left.length < before.length ? left : [...left, advert].slice(-2);
}
