"""Gathers texts into wordings that hold together, from the strongest link down."""

import numba as nb
import numpy as np

from palermo.adverts.kernels.align import align, scratch
from palermo.adverts.kernels.copies import find

CORE = 3
"""Texts that stand for a wording: those of its strongest links."""


@nb.njit(cache=True, nogil=True)
def _alike(kept, a, b, least, held):
    return align(kept, a, b, held) >= least


@nb.njit(cache=True, nogil=True)
def _hold_together(kept, core, a, b, least, held):
    """Say whether at least half of the comparisons between two cores say alike."""
    alike = 0
    made = 0
    for i in range(CORE):
        if core[a, i] < 0:
            break
        for j in range(CORE):
            if core[b, j] < 0:
                break
            made += 1
            alike += _alike(kept, core[a, i], core[b, j], least, held)
    return 2 * alike >= made


@nb.njit(cache=True, nogil=True)
def gather(kept, links, least, parent, used):
    """Gather texts into wordings.

    Two texts begin a wording. Two wordings become one only where at least half of the comparisons between their cores
    weigh `least`, so that no chain of texts pulls together what has nothing in common.

    Args:
        kept: as `align` takes it.
        links: texts a and b of each link, the strongest first.
        least: what two texts of the cores must share, half of what a link needs.
        parent: forest over texts, each its own part at first; becomes the wordings.
        used: takes for each link whether it joined something.
    """
    first, second = links
    n = parent.shape[0]
    core = np.full((n, CORE), -1, np.int64)
    held = scratch()
    for text in range(n):
        core[text, 0] = text
    for k in range(first.shape[0]):
        a, b = find(parent, first[k]), find(parent, second[k])
        if a == b:
            continue
        alone = core[a, 1] < 0 and core[b, 1] < 0
        if not alone and not _hold_together(kept, core, a, b, least, held):
            continue
        if b < a:
            a, b = b, a
        parent[b] = a
        used[k] = 1
        size = 0
        while size < CORE and core[a, size] >= 0:
            size += 1
        for j in range(CORE):
            if size < CORE and core[b, j] >= 0:
                core[a, size] = core[b, j]
                size += 1
