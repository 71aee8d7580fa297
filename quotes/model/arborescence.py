"""The best tree over a dense graph, in time that grows with the square of its nodes."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

Weights = npt.NDArray[np.float64]
Places = npt.NDArray[np.int64]


def best_heads(weights: Weights) -> Places:
    """The heads of the spanning tree of the highest weight.

    ``weights`` [nodes, nodes]: row a dependent, column its head, node 0 the root, all finite but for row 0 and the
    diagonal, which are not read -> heads [nodes], those of the nodes from 1 on; heads[0] is 0.

    Paths of best heads are grown and contracted where they meet themselves (Gabow, Galil, Spencer and Tarjan 1986),
    over a matrix, as Tarjan (1977) does for dense graphs. Stanza looks for all cycles anew after each contraction:
    a second for 220 words that are all the same.
    """
    graph = _Graph(weights)
    for place in range(1, len(weights)):
        graph.settle(place)
    return graph.heads()


class _Graph:
    """A graph under contraction: a contracted cycle goes on at the place of one of its members.

    Nodes are numbered 0 to n - 1, contracted cycles from n on. An arc is n * dependent + head, of the nodes.
    """

    def __init__(self, weights: Weights) -> None:
        self._size = len(weights)
        self._weights = weights.copy()
        np.fill_diagonal(self._weights, -np.inf)
        self._arcs = np.arange(self._size**2).reshape(weights.shape)  # the arc each weight stands for
        self._node = list(range(self._size))  # the node at each place
        self._open = [False] + [True] * (self._size - 1)  # the places that do not hang from the root yet
        self._into = [0] * self._size  # the arc chosen for each node
        self._above = [-1] * self._size  # the contracted cycle each node went into

    def settle(self, place: int) -> None:
        """Follow the best heads from a place to what hangs from the root."""
        path = [place] if self._open[place] else []
        while path:
            head = int(self._weights[path[-1]].argmax())
            self._into[self._node[path[-1]]] = int(self._arcs[path[-1], head])
            if not self._open[head]:
                self._close(path)
                path = []
            elif head in path:
                first = path.index(head)
                self._contract(path[first:])
                del path[first + 1 :]
            else:
                path.append(head)

    def _close(self, places: list[int]) -> None:
        for place in places:
            self._open[place] = False

    def _contract(self, cycle: list[int]) -> None:
        """Make a cycle one node, at the place of its first member."""
        self._merge(cycle)
        for place in cycle:
            self._above[self._node[place]] = len(self._into)
        self._node[cycle[0]] = len(self._into)
        self._into.append(0)
        self._above.append(-1)
        self._close(cycle[1:])

    def _merge(self, cycle: list[int]) -> None:
        """An arc into a cycle costs the member's own arc; of several arcs to one place the best stays."""
        kept, all_places = cycle[0], np.arange(self._size)
        rows = self._weights[cycle]
        rows -= rows.max(1, keepdims=True)
        columns = self._weights[:, cycle]
        entered, left = rows.argmax(0), columns.argmax(1)
        members = np.array(cycle)
        self._weights[kept] = rows[entered, all_places]
        self._arcs[kept] = self._arcs[members[entered], all_places]
        self._weights[:, kept] = columns[all_places, left]
        self._arcs[:, kept] = self._arcs[all_places, members[left]]
        self._weights[:, cycle[1:]] = self._weights[kept, kept] = -np.inf

    def heads(self) -> Places:
        """Open the cycles again, the last first: the arc into a cycle takes the place of its member's own."""
        for node in reversed(range(self._size, len(self._into))):
            member = self._into[node] // self._size
            while member != node:
                self._into[member] = self._into[node]
                member = self._above[member]
        heads: Places = np.array(self._into[: self._size], dtype=np.int64) % self._size
        return heads
