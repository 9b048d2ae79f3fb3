"""Counts, over flat arrays, into how many parts the neighbours of a busy node fall that nothing less busy joins."""

import numba as nb
import numpy as np


@nb.njit(cache=True, nogil=True)
def _top(up, node):
    while up[node] != node:
        up[node] = up[up[node]]
        node = up[node]
    return node


@nb.njit(cache=True, nogil=True)
def _tied(first, other, node, given, mark, up, size):
    """Mark a node's tied neighbours, each as a part of its own; gives how many there are."""
    busy = first[node + 1] - first[node]
    tied = 0
    for k in range(first[node], first[node + 1]):
        x = other[k]
        if first[x + 1] - first[x] >= busy or given[x]:
            continue
        for j in range(first[x], first[x + 1]):
            if other[j] != node and not given[other[j]]:
                mark[x] = node
                up[x] = x
                size[x] = 1
                tied += 1
                break
    return tied


@nb.njit(cache=True, nogil=True)
def _beside(z, x, node, less_busy, mark, carried, carrier):
    """Give the tied neighbour that `z`, a neighbour of the tied neighbour `x`, joins it to; -1 for none so far."""
    if mark[z] == node:
        return z
    if less_busy:
        if carried[z] == node:
            return carrier[z]
        carried[z] = node
        carrier[z] = x
    return -1


@nb.njit(cache=True, nogil=True)
def _meetings(first, given):
    """Add up over all things that are no hub the ordered pairs of link ends that meet there."""
    total = 0.0
    for node in range(first.shape[0] - 1):
        many = np.float64(first[node + 1] - first[node])
        if not given[node]:
            total += many * (many - 1.0)
    return total


@nb.njit(cache=True, nogil=True)
def _around(first, other, node, given, tied, room):
    """Join the tied neighbours of a node that something less busy joins.

    Returns:
        how many parts are left, the size of the largest, and how many pairs of link ends the tied neighbours have.
    """
    up, mark, carrier, carried, size = room
    busy = first[node + 1] - first[node]
    stubs = 0.0
    squares = 0.0
    parts = tied
    largest = 1
    for k in range(first[node], first[node + 1]):
        x = other[k]
        if mark[x] != node:
            continue
        free = np.float64(first[x + 1] - first[x] - 1)
        stubs += free
        squares += free * free
        for j in range(first[x], first[x + 1]):
            z = other[j]
            if z == node or given[z]:
                continue
            y = _beside(z, x, node, first[z + 1] - first[z] < busy, mark, carried, carrier)
            if y >= 0:
                one, two = _top(up, x), _top(up, y)
                if one != two:
                    up[one] = two
                    size[two] += size[one]
                    largest = max(largest, size[two])
                    parts -= 1
    return parts, largest, (stubs * stubs - squares) / 2.0


@nb.njit(cache=True, nogil=True)
def parts_around(first, other, order, given, figures):
    """Tell of busy nodes whether they join strangers.

    A neighbour is tied when it has another neighbour that is no hub; two tied neighbours are of one part when they are
    neighbours themselves or share another neighbour that is less busy than the node and no hub. A node is a hub when its
    tied neighbours fall into at least `figures[0]` parts, the largest holds less than one in `figures[1]` of them, and they are
    scattered: the parts are at least 100 in `figures[2]` of what chance would leave, or the largest holds less than one in
    `figures[3]`.

    Args:
        first: where each node's neighbours begin, and the end; each neighbour once.
        other: the neighbours.
        order: the nodes to look at, the least busy first.
        given: bool, the nodes known to be hubs; those found are added.
        figures: int64, the four figures of the rule.

    Returns:
        int64 of a row for each of `order`: tied neighbours, parts, the size of the largest; and float64, the pairs of tied
        neighbours that chance would join for things so busy, two ends of links being put together at random.
    """
    nodes = first.shape[0] - 1
    found = np.zeros((order.shape[0], 3), np.int64)
    chance = np.zeros(order.shape[0], np.float64)
    room = (
        np.empty(nodes, np.int64), np.full(nodes, -1, np.int64), np.empty(nodes, np.int64),
        np.full(nodes, -1, np.int64), np.zeros(nodes, np.int64),
    )  # fmt: skip
    ends = np.float64(max(other.shape[0], 1))
    # Under chance two ends meet at one thing as often as busy things have ends in pairs.
    meetings = _meetings(first, given)
    for n in range(order.shape[0]):
        node = order[n]
        tied = _tied(first, other, node, given, room[1], room[0], room[4])
        if tied < figures[0]:
            continue
        parts, largest, pairs = _around(first, other, node, given, tied, room)
        found[n, 0] = tied
        found[n, 1] = parts
        found[n, 2] = largest
        chance[n] = pairs * (1.0 / ends + meetings / (ends * ends))
        scattered = figures[2] * parts >= 100.0 * max(tied - chance[n], 1.0) or largest * figures[3] < tied
        if parts >= figures[0] and largest * figures[1] < tied and scattered:
            given[node] = True
            many = np.float64(first[node + 1] - first[node])
            meetings -= many * (many - 1.0)
    return found, chance
