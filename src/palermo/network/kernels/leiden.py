"""Finds groups over flat arrays: nodes move to the group they hang together with better than chance (Leiden), always alike.

Traag, Waltman and van Eck, 2019, From Louvain to Leiden: moves with a queue, a refinement in which nodes join only what they
are well connected to, and aggregation. Where the paper draws at random, the best choice is taken and ties go to the lower
number, so that the same graph gives the same groups.
"""

import numba as nb
import numpy as np

LEAST = 1e-12
"""A gain below this is none: what is left of rounding."""

LEVELS = 60
"""How often nodes may be united; each time there are fewer, and a dozen is more than has been seen."""


@nb.njit(cache=True, nogil=True)
def _filled(group, strength, whole, size, empty):
    """Add up each group, and stack the empty ones; gives how many are empty."""
    for node in range(group.shape[0]):
        whole[group[node]] += strength[node]
        size[group[node]] += 1
    empties = 0
    for place in range(group.shape[0] - 1, -1, -1):
        if size[place] == 0:
            empty[empties] = place
            empties += 1
    return empties


@nb.njit(cache=True, nogil=True)
def _wake(beside, group, best, waits, head, waiting):
    """Put the neighbours of a moved node that are in another group into the queue; gives how many wait."""
    queue, queued = waits
    for k in range(beside.shape[0]):
        near = beside[k]
        if group[near] != best and not queued[near]:
            at = head + waiting
            queue[at if at < queue.shape[0] else at - queue.shape[0]] = near
            queued[near] = True
            waiting += 1
    return waiting


@nb.njit(cache=True, nogil=True)
def move(first, other, weight, strength, total, gamma, group):
    """Move nodes between groups while that raises modularity; tells how many moves there were.

    Args:
        first: where each node's neighbours begin, and the end.
        other: the neighbours; no node is its own.
        weight: float64, the weight of each.
        strength: float64, the weights at each node added up, inner ones of an aggregated node included twice.
        total: all strengths added up.
        gamma: the resolution.
        group: int64, the group of each node, below the number of nodes; changed.
    """
    nodes = first.shape[0] - 1
    whole, size, empty = np.zeros(nodes, np.float64), np.zeros(nodes, np.int64), np.empty(nodes, np.int64)
    empties = _filled(group, strength, whole, size, empty)
    queue, queued = np.arange(nodes), np.ones(nodes, np.bool_)
    head, waiting = 0, nodes
    link = np.zeros(nodes, np.float64)
    seen = np.empty(nodes, np.int64)
    moves = 0
    while waiting > 0:
        node = queue[head]
        head = head + 1 if head + 1 < nodes else 0
        waiting -= 1
        queued[node] = False
        old = group[node]
        count = 0
        for k in range(first[node], first[node + 1]):
            near = group[other[k]]
            if link[near] == 0.0:
                seen[count] = near
                count += 1
            link[near] += weight[k]
        whole[old] -= strength[node]
        size[old] -= 1
        pull = gamma * strength[node] / total
        best, gain = old, link[old] - pull * whole[old]
        for k in range(count):
            near = seen[k]
            here = link[near] - pull * whole[near]
            if here > gain + LEAST:
                best, gain = near, here
            link[near] = 0.0
        if gain < -LEAST and size[old] > 0 and empties > 0:
            # Better alone: a group with nobody in it can only be entered here, so what lies on the stack is empty.
            empties -= 1
            best = empty[empties]
        whole[best] += strength[node]
        size[best] += 1
        if best == old:
            continue
        if size[old] == 0:
            empty[empties] = old
            empties += 1
        group[node] = best
        moves += 1
        waiting = _wake(other[first[node] : first[node + 1]], group, best, (queue, queued), head, waiting)
    return moves


@nb.njit(cache=True, nogil=True)
def refine(first, other, weight, strength, total, gamma, group):
    """Part each group anew from single nodes, joining only what is well connected within it; gives each node's part.

    Args are those of `move`. A part is named by the node it began with.
    """
    nodes = first.shape[0] - 1
    part = np.arange(nodes)
    whole = np.zeros(nodes, np.float64)
    for node in range(nodes):
        whole[group[node]] += strength[node]
    held = strength.copy()
    cut = np.zeros(nodes, np.float64)
    alone = np.ones(nodes, np.bool_)
    for node in range(nodes):
        for k in range(first[node], first[node + 1]):
            if group[other[k]] == group[node]:
                cut[node] += weight[k]
    link = np.zeros(nodes, np.float64)
    seen = np.empty(nodes, np.int64)
    for node in range(nodes):
        inner = whole[group[node]]
        pull = gamma * strength[node] / total
        if not alone[node] or part[node] != node or cut[node] < pull * (inner - strength[node]) - LEAST:
            continue
        count = 0
        inside = cut[node]
        for k in range(first[node], first[node + 1]):
            if group[other[k]] != group[node]:
                continue
            near = part[other[k]]
            if link[near] == 0.0:
                seen[count] = near
                count += 1
            link[near] += weight[k]
        best, gain = node, 0.0
        for k in range(count):
            near = seen[k]
            here = link[near] - pull * held[near]
            if here > gain + LEAST and cut[near] >= gamma * held[near] * (inner - held[near]) / total - LEAST:
                best, gain = near, here
        if best != node:
            cut[best] += inside - 2.0 * link[best]
            held[best] += strength[node]
            part[node] = best
            alone[best] = False
        for k in range(count):
            link[seen[k]] = 0.0
    return part


@nb.njit(cache=True, nogil=True)
def numbered(part, out):
    """Number parts from 0 in the order of their first node; gives how many there are."""
    known = np.full(part.shape[0], -1, np.int64)
    count = 0
    for node in range(part.shape[0]):
        if known[part[node]] < 0:
            known[part[node]] = count
            count += 1
        out[node] = known[part[node]]
    return count


@nb.njit(cache=True, nogil=True)
def united(first, other, weight, part, parts):
    """Make one node of each part; links within a part are left out.

    Returns:
        where each new node's neighbours begin and the end, the neighbours, their weights.
    """
    nodes = first.shape[0] - 1
    begin = np.zeros(parts + 1, np.int64)
    for node in range(nodes):
        begin[part[node] + 1] += 1
    for at in range(parts):
        begin[at + 1] += begin[at]
    members = np.empty(nodes, np.int64)
    fill = begin[:parts].copy()
    for node in range(nodes):
        members[fill[part[node]]] = node
        fill[part[node]] += 1
    out_first = np.zeros(parts + 1, np.int64)
    out_other = np.empty(other.shape[0], np.int64)
    out_weight = np.empty(other.shape[0], np.float64)
    place = np.full(parts, -1, np.int64)
    used = 0
    for at in range(parts):
        start = used
        for m in range(begin[at], begin[at + 1]):
            node = members[m]
            for k in range(first[node], first[node + 1]):
                near = part[other[k]]
                if near == at:
                    continue
                if place[near] < start:
                    place[near] = used
                    out_other[used] = near
                    out_weight[used] = 0.0
                    used += 1
                out_weight[place[near]] += weight[k]
        out_first[at + 1] = used
    return out_first, out_other[:used].copy(), out_weight[:used].copy()


@nb.njit(cache=True, nogil=True)
def leiden(first, other, weight, strength, gamma, start):
    """Give each node's group, numbered from 0 in the order of their first node; every group hangs together.

    Args:
        first: where each node's neighbours begin, and the end.
        other: the neighbours.
        weight: float64, the weight of each.
        strength: float64, the strength of each node; their sum must not be 0 where there is a link.
        gamma: the resolution, 1 for modularity as it was first told.
        start: the groups to begin with, below the number of nodes, each hanging together; single nodes, or finer groups.
    """
    nodes = first.shape[0] - 1
    total = strength.sum()
    label = np.arange(nodes)
    group = start.copy()
    found = np.arange(nodes)
    if other.shape[0] == 0 or total <= 0.0:
        return found
    for level in range(LEVELS):
        moves = move(first, other, weight, strength, total, gamma, group)
        for node in range(nodes):
            found[node] = group[label[node]]
        # No node wants to move alone: whole groups may yet be better together, which the next level tells.
        if moves == 0 and level > 0:
            break
        part = refine(first, other, weight, strength, total, gamma, group)
        number = np.empty(part.shape[0], np.int64)
        parts = numbered(part, number)
        if parts == part.shape[0]:
            break
        joined = np.zeros(parts, np.float64)
        above = np.empty(parts, np.int64)
        names = np.empty(part.shape[0], np.int64)
        numbered(group, names)
        for at in range(part.shape[0]):
            joined[number[at]] += strength[at]
            above[number[at]] = names[at]
        first, other, weight = united(first, other, weight, number, parts)
        strength, group = joined, above
        for node in range(nodes):
            label[node] = number[label[node]]
    out = np.empty(nodes, np.int64)
    numbered(found, out)
    return out
