"""Measures, over flat arrays, how many steps ways take with and without some nodes."""

import numba as nb
import numpy as np


@nb.njit(cache=True, nogil=True)
def steps_from(first, other, gone, sources, out):
    """Add up the steps from each source to the nodes it still reaches: before, after, and how many there are.

    Args:
        first: where each node's neighbours begin, and the end.
        other: the neighbours.
        gone: bool, the nodes that are taken out.
        sources: the nodes to start from, none of them gone.
        out: int64, a row for each source: steps before, steps after, nodes still reached.
    """
    nodes = first.shape[0] - 1
    before = np.empty(nodes, np.int64)
    after = np.empty(nodes, np.int64)
    queue = np.empty(nodes, np.int64)
    none = np.zeros(nodes, np.bool_)
    for n in range(sources.shape[0]):
        _steps(first, other, none, sources[n], queue, before)
        _steps(first, other, gone, sources[n], queue, after)
        for node in range(nodes):
            if after[node] > 0:
                out[n, 0] += before[node]
                out[n, 1] += after[node]
                out[n, 2] += 1


@nb.njit(cache=True, nogil=True)
def _steps(first, other, gone, start, queue, out):
    out[:] = -1
    out[start] = 0
    queue[0] = start
    end = 1
    at = 0
    while at < end:
        node = queue[at]
        at += 1
        for k in range(first[node], first[node + 1]):
            near = other[k]
            if not gone[near] and out[near] < 0:
                out[near] = out[node] + 1
                queue[end] = near
                end += 1
