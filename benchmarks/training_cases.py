"""Ten training cases with seeds nobody tuned on: organised groups found, purity, lone advertisers wrongly flagged."""

import sys
import tempfile
from collections import Counter
from dataclasses import asdict
from pathlib import Path

from palermo.training import make_case, score
from palermo.workbench.adding import AddWish
from palermo.workbench.open_desk import OpenDesk
from palermo.workbench.session import create_case

SEEDS = [int(seed) for seed in sys.argv[1:]] or list(range(101, 111))


def main() -> None:
    """Run the main job on each case and print the scores."""
    groups = found = lone = flagged = 0
    pure = total = 0.0
    kinds: Counter[str] = Counter()
    hits: Counter[str] = Counter()
    print("| seed | groups found | purity | lone advertisers wrongly flagged |")
    print("|---|---|---|---|")
    for seed in SEEDS:
        made = make_case(seed)
        with tempfile.TemporaryDirectory() as name:
            folder = Path(name)
            for file, data in made.files.items():
                (folder / file).write_bytes(data)
            desk = OpenDesk(create_case(folder / "case", name="bench", basis="bench"))
            desk.add([folder / file for file in made.files], AddWish())
            desk.analyse()
            leads = {"leads": [{"group": asdict(lead.group)} for lead in desk.all_leads()]}
        scored = score(made.truth, leads)
        groups, found = groups + scored.groups, found + scored.groups_found
        lone, flagged = lone + scored.lone, flagged + scored.lone_flagged
        pure, total = pure + (scored.purity or 0) * scored.leads, total + scored.leads
        for kind in scored.by_kind:
            kinds[kind.kind] += kind.total
            hits[kind.kind] += kind.hit
        print(
            f"| {seed} | {scored.groups_found} of {scored.groups} | {scored.purity} | {scored.lone_flagged} of {scored.lone} |"
        )
    print(
        f"| all | {found} of {groups} | {pure / total if total else 0:.4f} (by lead) | {flagged} of {lone} ({flagged / lone:.2%}) |"
    )
    print("\n| kind | in all | found (groups) or wrongly flagged (others) |")
    print("|---|---|---|")
    for name, many in sorted(kinds.items()):
        print(f"| {name} | {many} | {hits[name]} |")


if __name__ == "__main__":
    main()
