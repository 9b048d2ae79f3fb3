"""Puts flat arrays in order by counting, which takes one walk whatever the order they come in."""

import numba as nb
import numpy as np


@nb.njit(cache=True, nogil=True)
def counted_order(key, most, before):
    """Order places by a small whole number, keeping the order they had among equals.

    Args:
        key: int64, from 0 to below `most`, a value for each place.
        most: how many values there are.
        before: int64, the places in the order they had.

    Returns:
        the places, ordered.
    """
    first = np.zeros(most + 1, np.int64)
    for at in range(key.shape[0]):
        first[key[at] + 1] += 1
    for value in range(most):
        first[value + 1] += first[value]
    out = np.empty(before.shape[0], np.int64)
    for at in range(before.shape[0]):
        place = before[at]
        out[first[key[place]]] = place
        first[key[place]] += 1
    return out


@nb.njit(cache=True, nogil=True)
def adjacency(nodes, a, b):
    """Tell the edges of each node, ascending by the node at their other end.

    Args:
        nodes: how many nodes there are.
        a: int64, one end of each edge; edges ascend by a, then b.
        b: int64, the other end.

    Returns:
        where each node's edges begin and the end, the edges, the nodes at their other ends.
    """
    edges = a.shape[0]
    first = np.zeros(nodes + 1, np.int64)
    for e in range(edges):
        first[a[e] + 1] += 1
        first[b[e] + 1] += 1
    for node in range(nodes):
        first[node + 1] += first[node]
    at = first[:nodes].copy()
    edge = np.empty(2 * edges, np.int64)
    other = np.empty(2 * edges, np.int64)
    # What comes from below is laid down first; where edges with and without a direction mix, a node's list is sorted after.
    for e in range(edges):
        edge[at[b[e]]] = e
        other[at[b[e]]] = a[e]
        at[b[e]] += 1
    for e in range(edges):
        edge[at[a[e]]] = e
        other[at[a[e]]] = b[e]
        at[a[e]] += 1
    for node in range(nodes):
        begin, end = first[node], first[node + 1]
        sorted_so_far = True
        for k in range(begin + 1, end):
            if other[k] < other[k - 1] or (other[k] == other[k - 1] and edge[k] < edge[k - 1]):
                sorted_so_far = False
                break
        if not sorted_so_far:
            keys = other[begin:end] * edges + edge[begin:end]
            keys.sort()
            for k in range(begin, end):
                other[k] = keys[k - begin] // edges
                edge[k] = keys[k - begin] % edges
    return first, edge, other


@nb.njit(cache=True, nogil=True)
def spans(at, until, row_first, none, first, last):
    """Give the first and the last moment of each edge over its rows that say one; `none` where no row does."""
    for e in range(row_first.shape[0] - 1):
        first[e] = none
        last[e] = none
        for k in range(row_first[e], row_first[e + 1]):
            if at[k] == none:
                continue
            if first[e] == none or at[k] < first[e]:
                first[e] = at[k]
            end = max(at[k], until[k])
            if end > last[e]:
                last[e] = end
