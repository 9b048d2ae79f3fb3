"""Measures how well a node's standing finds the known leaders of published networks: `network_leaders.py FOLDER`.

The folder holds, for each network, `NAME.links.csv` (`source,target[,weight]`) and `NAME.nodes.csv` (`node,leader`, 1 for a
leader). It tests the method only; the program never tells the standing of a person. Where the figures of RESULTS.md come from:

- montagna-meetings, montagna-phone: L. Cavallaro and others (2020), Disrupting resilient criminal networks, PLoS ONE 15(8),
  CC BY 4.0 (doi 10.5281/zenodo.3938818, github lcucav/criminal-nets); leaders are boss, underboss and executive in
  `montagna_attributes.csv` of github mcmacdonald/R2-ERGM.
- london-gang (T. Grund, J. Densley 2015; ranking 1 and 2), 17-november (C. Rhodes, P. Jones 2009; role 1), pira-1 to pira-6
  (P. Gill and others 2014; senior leader in each period), caviar (C. Morselli 2009, Inside Criminal Networks; N1, N3, N12),
  bali (S. Koschade 2006; Samudra and Muklas), krebs (V. Krebs 2002; Atta): UCINET's covert networks as package
  networkdata's `covert_28`, `_39`, `_38`, `_10`, `_26` and `_2` hold them (github schochastics/networkdata, MIT).
"""

import csv
import sys
from pathlib import Path

import numpy as np
import numpy.typing as npt

from palermo.network.roles_links import Web, web_of
from palermo.network.standing import standing
from palermo.workbench.link_files import read_links

Figures = npt.NDArray[np.float64]


def auc(figure: Figures, leader: npt.NDArray[np.bool_]) -> float:
    """Give the chance that a leader stands above another node, ties counted half."""
    above = figure[leader][:, None] - np.round(figure[~leader], 9)[None, :]
    return float(((above > 1e-9).sum() + (np.abs(above) <= 1e-9).sum() / 2) / above.size)


def pagerank(web: Web) -> Figures:
    """Give PageRank with the usual damping of .85, unweighted and in both directions."""
    degree = np.diff(web.first)
    sides = np.repeat(np.arange(web.nodes), degree)
    found = np.full(web.nodes, 1 / web.nodes)
    for _ in range(200):
        given = np.where(degree > 0, found / np.maximum(degree, 1), 0.0)
        lost = found[degree == 0].sum() / web.nodes
        found = 0.15 / web.nodes + 0.85 * (np.bincount(web.other, given[sides], minlength=web.nodes) + lost)
    return found


def places(figure: Figures) -> Figures:
    """Give each node's place from 0 to 1, equal figures in the middle of theirs."""
    _, of, many = np.unique(np.round(figure, 9), return_inverse=True, return_counts=True)
    return np.asarray((np.cumsum(many) - many + (many - 1) / 2)[of] / max(len(figure) - 1, 1))


def measure(folder: Path, name: str) -> tuple[dict[str, float], dict[str, float], int, int]:
    """Give the AUC of each measure on one network, of the variants of standing, and how many nodes and leaders it has."""
    file = read_links(folder / f"{name}.links.csv")
    with (folder / f"{name}.nodes.csv").open(encoding="utf-8") as lines:
        labels = {row["node"].strip(): row["leader"] == "1" for row in csv.DictReader(lines)}
    web = web_of(file.links)
    names = list(file.links.names)
    lone = [node for node in labels if node not in set(names)]
    leader = np.array([labels.get(node, False) for node in [*names, *lone]], bool)
    stands = standing(web)
    degree = stands.partners.astype(np.float64)
    size = degree - 2 * stands.ties / np.maximum(degree, 1)
    b, e = places(stands.through.astype(np.float64)), places(size)
    measures = {
        "standing": stands.place, "degree": degree, "betweenness": stands.through.astype(np.float64), "PageRank": pagerank(web),
    }  # fmt: skip
    variants = {
        "betweenness": b, "effective size": e, "mean of places": (b + e) / 2,
        "mean of roots": (np.sqrt(b) + np.sqrt(e)) / 2, "mean of squares": (b**2 + e**2) / 2,
    }  # fmt: skip

    def with_lone(figure: Figures) -> Figures:
        return np.concatenate([figure, np.full(len(lone), -1.0)])

    told = [{key: auc(with_lone(found), leader) for key, found in some.items()} for some in (measures, variants)]
    return told[0], told[1], len(leader), int(leader.sum())


def main() -> None:
    """Print each network's figures, the means, and what choosing the variant without the network tested would give."""
    folder = Path(sys.argv[1])
    found = {path.name[: -len(".links.csv")]: None for path in sorted(folder.glob("*.links.csv"))}
    every = {name: measure(folder, name) for name in found}
    heads = ("standing", "degree", "betweenness", "PageRank")
    print(f"{'network':<20}{'nodes':>6}{'leaders':>8}" + "".join(f"{head:>13}" for head in heads))
    for name, (told, _, nodes, leaders) in every.items():
        print(f"{name:<20}{nodes:>6}{leaders:>8}" + "".join(f"{told[head]:>13.3f}" for head in heads))
    means = {head: float(np.mean([told[head] for told, *_ in every.values()])) for head in heads}
    print(f"{'mean':<34}" + "".join(f"{means[head]:>13.4f}" for head in heads))
    under = [
        name for name, (told, *_) in every.items() if told["standing"] < min(told[head] for head in heads[1:]) - 1e-9
    ]
    print(f"under all three: {', '.join(under) or 'none'}")
    families = sorted({name.split("-")[0] for name in every})
    kept = []
    for family in families:
        rest = [told for name, (_, told, *_) in every.items() if name.split("-")[0] != family]
        best = max(sorted(rest[0]), key=lambda key: float(np.mean([told[key] for told in rest])))
        kept += [told[best] for name, (_, told, *_) in every.items() if name.split("-")[0] == family]
        print(f"chosen without {family}: {best}")
    print(f"mean where the variant is chosen without the network tested: {float(np.mean(kept)):.4f}")


if __name__ == "__main__":
    main()
