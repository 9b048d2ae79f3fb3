"""Tells, over flat arrays, into which parts a web falls when nodes are taken out of it, and which nodes join parts."""

import numba as nb
import numpy as np


@nb.njit(cache=True, nogil=True)
def parts_without(first, other, gone, worth, out):
    """Number the parts that are left when nodes are gone.

    Args:
        first: where each node's neighbours begin, and the end.
        other: the neighbours.
        gone: bool, the nodes that are taken out.
        worth: int64, 1 for the nodes that count, 0 for those that only join others.
        out: int64, takes each node's part, numbered by its least node; -1 for the nodes that are gone.

    Returns:
        how many parts hold a node that counts, how many pairs of these are still joined, how many the largest part holds, and
        how many parts there are in all.
    """
    nodes = first.shape[0] - 1
    queue = np.empty(nodes, np.int64)
    for node in range(nodes):
        out[node] = -1
    parts = 0
    held = 0
    pairs = 0
    largest = 0
    for start in range(nodes):
        if gone[start] or out[start] >= 0:
            continue
        out[start] = parts
        queue[0] = start
        end = 1
        at = 0
        size = 0
        while at < end:
            node = queue[at]
            at += 1
            size += worth[node]
            for k in range(first[node], first[node + 1]):
                near = other[k]
                if not gone[near] and out[near] < 0:
                    out[near] = parts
                    queue[end] = near
                    end += 1
        parts += 1
        held += size > 0
        pairs += size * (size - 1) // 2
        largest = max(largest, size)
    return held, pairs, largest, parts


@nb.njit(cache=True, nogil=True)
def joined(first, other, gone, worth, parts, cut, apart, second):
    """Tell for each node how many parts its own part falls into without it, and how many pairs it alone keeps joined.

    Tarjan's low points (R. Tarjan, 1972, Depth-first search and linear graph algorithms), without recursion.

    Args:
        first: where each node's neighbours begin, and the end.
        other: the neighbours.
        gone: bool, the nodes that are taken out already.
        worth: int64, 1 for the nodes that count, 0 for those that only join others.
        parts: int64, takes how many parts that hold a node that counts are left of its part without the node.
        cut: int64, takes how many pairs of other nodes are joined only through it.
        apart: int64, takes how many other nodes of its part are outside the largest part that is left.
        second: int64, takes how many are in the second largest part that is left: no fewer are on either side.
    """
    nodes = first.shape[0] - 1
    seen = np.full(nodes, -1, np.int64)
    low = np.zeros(nodes, np.int64)
    size = worth.copy()
    below, squares, biggest = np.zeros(nodes, np.int64), np.zeros(nodes, np.int64), np.zeros(nodes, np.int64)
    found = (below, squares, biggest, second)
    parent = np.full(nodes, -1, np.int64)
    at = first[:nodes].copy()
    stack = np.empty(nodes, np.int64)
    order = np.empty(nodes, np.int64)
    time = 0
    for start in range(nodes):
        if gone[start] or seen[start] >= 0:
            continue
        begin = time
        stack[0] = start
        depth = 1
        seen[start] = low[start] = time
        order[time] = start
        time += 1
        while depth > 0:
            node = stack[depth - 1]
            if at[node] < first[node + 1]:
                near = other[at[node]]
                at[node] += 1
                if not gone[near] and seen[near] < 0:
                    parent[near] = node
                    seen[near] = low[near] = time
                    order[time] = near
                    time += 1
                    stack[depth] = near
                    depth += 1
                elif not gone[near] and near != parent[node]:
                    low[node] = min(low[node], seen[near])
                continue
            depth -= 1
            up = parent[node]
            if up >= 0:
                low[up] = min(low[up], low[node])
                size[up] += size[node]
                if low[node] >= seen[up]:
                    _part_below(up, size[node], found, parts)
        _sum_up(order, begin, time, worth, found, parts, cut, apart)


@nb.njit(cache=True, nogil=True)
def _part_below(up, size, found, parts):
    """Note that a part of some size hangs on the rest by one node."""
    below, squares, biggest, second = found
    parts[up] += size > 0
    below[up] += size
    squares[up] += size * size
    second[up] = max(second[up], min(biggest[up], size))
    biggest[up] = max(biggest[up], size)


@nb.njit(cache=True, nogil=True)
def _sum_up(order, begin, end, worth, found, parts, cut, apart):
    """Tell of the nodes of one part, once all of it was seen, what is left above each."""
    below, squares, biggest, second = found
    total = 0
    for place in range(begin, end):
        total += worth[order[place]]
    for place in range(begin, end):
        node = order[place]
        others = total - worth[node]
        rest = others - below[node]
        if rest > 0:
            parts[node] += 1
        apart[node] = others - max(rest, biggest[node])
        second[node] = max(second[node], min(rest, biggest[node]))
        cut[node] = (others * others - squares[node] - rest * rest) // 2
