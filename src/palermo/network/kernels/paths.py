"""Finds, over flat arrays, the shortest ways between two nodes where better-founded links are shorter."""

import numba as nb
import numpy as np


@nb.njit(cache=True, nogil=True)
def lengths_to(first, other, length, goal, most, barred, out):
    """Give each node's least length to the goal, by buckets (R. Dial, 1969); -1 where there is no way.

    Args:
        first: where each node's neighbours begin, and the end.
        other: the neighbours.
        length: the length of each link, from 1 to `most`.
        goal: the node to reach.
        most: the longest link.
        barred: bool, nodes that no way may meet.
        out: int64, takes the lengths.
    """
    nodes = first.shape[0] - 1
    for node in range(nodes):
        out[node] = -1
    ring = most + 1
    head = np.full(ring, -1, np.int64)
    # A node waits in at most one bucket for each link that reaches it: its entries are linked lists over the links.
    links = other.shape[0]
    after = np.empty(links + 1, np.int64)
    whose = np.empty(links + 1, np.int64)
    used = 1
    whose[0] = goal
    after[0] = -1
    head[0] = 0
    best = np.full(nodes, np.iinfo(np.int64).max, np.int64)
    best[goal] = 0
    waiting = 1
    now = 0
    while waiting > 0:
        entry = head[now % ring]
        head[now % ring] = -1
        while entry >= 0:
            node = whose[entry]
            entry = after[entry]
            waiting -= 1
            if out[node] >= 0 or best[node] != now:
                continue
            out[node] = now
            for k in range(first[node], first[node + 1]):
                near = other[k]
                longer = now + length[k]
                if longer < best[near] and not barred[near]:
                    best[near] = longer
                    whose[used] = near
                    after[used] = head[longer % ring]
                    head[longer % ring] = used
                    used += 1
                    waiting += 1
        now += 1


@nb.njit(cache=True, nogil=True)
def spur(first, other, length, left, start, goal, taken, barred, bound, heap, came, reached, stamp, path):
    """Find the shortest way from a node to the goal that meets no node taken and no barred first step.

    A* with the exact lengths to the goal as its guide, so that it hardly leaves the way it looks for.

    Args:
        first: where each node's neighbours begin, and the end.
        other: the neighbours.
        length: the length of each link.
        left: each node's least length to the goal.
        start: where to begin.
        goal: where to end.
        taken: nodes that may not be met.
        barred: nodes that may not be the first step.
        bound: how many nodes are looked at before it is given up.
        heap: room for entries (guided length, node, length), emptied here.
        came: int64, room for each node's step before it.
        reached: int64, room for each node's length.
        stamp: int64, room for whether the two hold anything: `stamp[node] == stamp[-1]`.
        path: int64, takes the way, from the start on.

    Returns:
        the number of nodes of the way, 0 for none, -1 where it was given up.
    """
    stamp[-1] += 1
    mark = stamp[-1]
    count = _push(heap, 0, left[start], start, 0)
    came[start] = -1
    reached[start] = 0
    stamp[start] = mark
    looked = 0
    while count > 0:
        node = heap[0, 1]
        so_far = heap[0, 2]
        count -= 1
        _sink(heap, count)
        if so_far > reached[node]:
            continue
        if node == goal:
            return _walk_back(came, goal, path)
        looked += 1
        if looked > bound:
            return -1
        for k in range(first[node], first[node + 1]):
            near = other[k]
            if left[near] < 0 or _holds(taken, near) or (node == start and _holds(barred, near)):
                continue
            longer = so_far + length[k]
            if stamp[near] == mark and reached[near] <= longer:
                continue
            stamp[near] = mark
            reached[near] = longer
            came[near] = node
            if count >= heap.shape[0]:
                return -1
            count = _push(heap, count, longer + left[near], near, longer)
    return 0


@nb.njit(cache=True, nogil=True)
def _push(heap, count, guided, node, length):
    heap[count, 0] = guided
    heap[count, 1] = node
    heap[count, 2] = length
    _rise(heap, count)
    return count + 1


@nb.njit(cache=True, nogil=True)
def _holds(values, value):
    for k in range(values.shape[0]):
        if values[k] == value:
            return True
    return False


@nb.njit(cache=True, nogil=True)
def _walk_back(came, goal, path):
    size = 0
    node = goal
    while node >= 0:
        path[size] = node
        size += 1
        node = came[node]
    for k in range(size // 2):
        path[k], path[size - 1 - k] = path[size - 1 - k], path[k]
    return size


@nb.njit(cache=True, nogil=True)
def _less(heap, a, b):
    if heap[a, 0] != heap[b, 0]:
        return heap[a, 0] < heap[b, 0]
    if heap[a, 2] != heap[b, 2]:
        return heap[a, 2] > heap[b, 2]
    return heap[a, 1] < heap[b, 1]


@nb.njit(cache=True, nogil=True)
def _swap(heap, a, b):
    for k in range(3):
        heap[a, k], heap[b, k] = heap[b, k], heap[a, k]


@nb.njit(cache=True, nogil=True)
def _rise(heap, at):
    while at > 0 and _less(heap, at, (at - 1) // 2):
        _swap(heap, at, (at - 1) // 2)
        at = (at - 1) // 2


@nb.njit(cache=True, nogil=True)
def _sink(heap, count):
    _swap(heap, 0, count)
    at = 0
    while True:
        child = 2 * at + 1
        if child >= count:
            return
        if child + 1 < count and _less(heap, child + 1, child):
            child += 1
        if not _less(heap, child, at):
            return
        _swap(heap, child, at)
        at = child
