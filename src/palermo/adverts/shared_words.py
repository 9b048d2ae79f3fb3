"""Says of a link by wording what the two texts share: a share, a stretch as it was written, and what chance would give."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from palermo.adverts.cutting import blank_names, cut
from palermo.adverts.engine import Grouped
from palermo.adverts.kernels.shared import share_all
from palermo.adverts.manner import NAMES
from palermo.adverts.reading import Ints
from palermo.adverts.witnesses import as_two
from palermo.adverts.work import each
from palermo.kit.sentences import listed

SAME = "the same text, but for contact, city, persona and numbers"


@dataclass(frozen=True, slots=True)
class Written:
    """A text as it was written: title and body, the contacts in it by first and last character, persona and city."""

    text: str
    spans: tuple[tuple[int, int], ...]
    persona: str
    city: str


@dataclass(frozen=True, slots=True)
class Said:
    """What the texts of a link share: the share of their telling weight, in thousandths, and the sentence."""

    share: int
    words: str


def say_shared(
    grouped: Grouped, links: Sequence[int], written: Callable[[int], Written], pictured: int, threads: int = 2
) -> dict[int, Said]:
    """Say what the texts of links share.

    Args:
        grouped: what the engine gave.
        links: numbers of links in `grouped.wordings`.
        written: gives the text of a row as it was written.
        pictured: how many pairs of texts stand beside one picture.
        threads: how many work.
    """
    if not links:
        return {}
    held = grouped.wordings
    chosen = np.array(links, np.int64)
    ends = np.stack([held.a[chosen], held.b[chosen]], axis=1)
    texts, places = np.unique(ends, return_inverse=True)
    told = [written(row) for row in grouped.texts.row[texts].tolist()]
    found = cut([one.text for one in told], _spans(told), threads=threads)
    blank_names(found, [one.persona for one in told], {one.city for one in told})
    pairs = np.concatenate([ends, places.reshape(-1, 2)], axis=1).astype(np.int64)
    shared = np.zeros((len(links), 5), np.int64)
    each(
        lambda a, b: share_all(grouped.weighed.kept, pairs, (found.words, found.starts), a, b, shared),
        len(links),
        threads,
    )
    whole = grouped.weighed.whole[ends].sum(axis=1)
    shares = np.minimum(2000 * shared[:, 0] // np.maximum(whole, 1), 999)
    said = {}
    for n, link in enumerate(links):
        place = int(pairs[n, 2])
        quote = _quote(told[place].text, found.places[found.starts[place] :], shared[n].tolist())
        share = int(shares[n])
        said[link] = Said(
            share,
            f"{share // 10} % of what tells in both is the same wording{quote}{_manner(grouped, link)}; {_chance(grouped, link, pictured)}",
        )
    return said


def _spans(told: Sequence[Written]) -> Ints:
    spans = [(n, start, end, 0) for n, one in enumerate(told) for start, end in one.spans]
    return np.array(spans, np.int64).reshape(-1, 4)


def _quote(text: str, places: npt.NDArray[np.int32], shared: Sequence[int]) -> str:
    """Quote a stretch as it was written, on one line."""
    _, first, shown, size, begin = shared
    if not shown:
        return ""
    quoted = " ".join(text[places[first][0] : places[first + shown - 1][1]].split())
    before, after = "…" if first > begin else "", "…" if first + shown < begin + size else ""
    return f", such as “{before}{quoted}{after}”"


def _manner(grouped: Grouped, link: int) -> str:
    """Say what else the texts agree or differ in that was counted."""
    same, other = grouped.manner.told(int(grouped.wordings.a[link]), int(grouped.wordings.b[link]))
    said = [("the same", same), ("not the same", other)]
    return "".join(
        f", {how}: {listed([NAMES[name] for name in names], len(names), '')}" for how, names in said if names
    )


def _chance(grouped: Grouped, link: int, pictured: int) -> str:
    """Say how many such links chance would give."""
    held, tail = grouped.wordings, grouped.tail
    score = int(held.score[link])
    if 0 <= held.single <= link:
        # Less is asked of three, so that a score counts as much more would between two.
        many = figure(tail.expected(as_two(score)))
        return f"it shares as much with three texts of the group; by chance {many} such links would be expected in all these adverts"
    if score < tail.threshold:
        texts = len(grouped.texts.row)
        many = figure(tail.expected(score) * pictured / max(texts * (texts - 1) / 2, pictured))
        return f"both stand beside one picture; by chance {many} such pairs would be expected among all that do"
    return f"by chance {figure(tail.expected(score))} such pairs would be expected in all these adverts"


def figure(many: float) -> str:
    """Write a small number: `0.003`, `fewer than 0.001`."""
    return "fewer than 0.001" if many < 0.001 else f"{many:.3f}" if many < 0.1 else f"{many:.1f}"
