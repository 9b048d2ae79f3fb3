"""Counts, over flat arrays, what a node's standing is made of: shortest ways through it and triangles around it."""

import numba as nb
import numpy as np

SHARE = 1 << 20
"""A way's share in a count, in fixed point, so that a sum does not depend on its order."""


@nb.njit(cache=True, nogil=True)
def ways_through(first, other, pivots, out):
    """Add to each node how many shortest ways from the pivots lead through it, in 1/2^20 of a way.

    Brandes' recurrence (U. Brandes, 2001, A faster algorithm for betweenness centrality).

    Args:
        first: where each node's neighbours begin, and the end.
        other: the neighbours, ascending for each node.
        pivots: the nodes to start from.
        out: int64, a figure for each node, added to.
    """
    nodes = first.shape[0] - 1
    far = np.full(nodes, -1, np.int32)
    ways = np.zeros(nodes, np.float64)
    rests = np.zeros(nodes, np.float64)
    queue = np.empty(nodes, np.int64)
    for n in range(pivots.shape[0]):
        start = pivots[n]
        far[start] = 0
        ways[start] = 1.0
        queue[0] = start
        end = 1
        at = 0
        while at < end:
            node = queue[at]
            at += 1
            for k in range(first[node], first[node + 1]):
                near = other[k]
                if far[near] < 0:
                    far[near] = far[node] + 1
                    queue[end] = near
                    end += 1
                if far[near] == far[node] + 1:
                    ways[near] += ways[node]
        for place in range(end - 1, 0, -1):
            node = queue[place]
            share = (1.0 + rests[node]) / ways[node]
            for k in range(first[node], first[node + 1]):
                near = other[k]
                if far[near] == far[node] - 1:
                    rests[near] += ways[near] * share
            out[node] += np.int64(rests[node] * SHARE + 0.5)
        for place in range(end):
            node = queue[place]
            far[node] = -1
            ways[node] = 0.0
            rests[node] = 0.0


@nb.njit(cache=True, nogil=True)
def triangles(first, other, begin, stop, out):
    """Add to each node the triangles it is in, over those whose least node is from `begin` to before `stop`.

    Nodes are ranked by how many neighbours they have, so that a hub's long list is walked only for its few betters.
    """
    nodes = first.shape[0] - 1
    seen = np.full(nodes, -1, np.int64)
    for node in range(begin, stop):
        size = first[node + 1] - first[node]
        for k in range(first[node], first[node + 1]):
            near = other[k]
            near_size = first[near + 1] - first[near]
            if near_size > size or (near_size == size and near > node):
                seen[near] = node
        for k in range(first[node], first[node + 1]):
            near = other[k]
            if seen[near] != node:
                continue
            near_size = first[near + 1] - first[near]
            for j in range(first[near], first[near + 1]):
                third = other[j]
                if seen[third] != node:
                    continue
                third_size = first[third + 1] - first[third]
                if third_size > near_size or (third_size == near_size and third > near):
                    out[node] += 1
                    out[near] += 1
                    out[third] += 1


@nb.njit(cache=True, nogil=True)
def passed_on(first, moments, out_first, out_moments, within, out):
    """Count for each node the incoming rows that an outgoing row follows in time.

    Args:
        first: where each node's incoming rows begin, and the end.
        moments: seconds, ascending for each node.
        out_first: where each node's outgoing rows begin, and the end.
        out_moments: seconds, ascending for each node.
        within: the most seconds between the two; both may be at one moment.
        out: int64, takes a count for each node.
    """
    for node in range(first.shape[0] - 1):
        at = out_first[node]
        end = out_first[node + 1]
        for k in range(first[node], first[node + 1]):
            while at < end and out_moments[at] < moments[k]:
                at += 1
            if at < end and out_moments[at] - moments[k] <= within:
                out[node] += 1
