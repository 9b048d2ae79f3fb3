"""Groups a dozen adverts once, so that the kernels are compiled before anybody waits for them: `python -m palermo.adverts.warm`.

Compiled code is kept by numba and loaded from then on, until a kernel changes. Several processes may do this at once.
"""

import numpy as np
import pyarrow as pa

from palermo.adverts.engine import group_batches
from palermo.adverts.grouping import group_adverts
from palermo.adverts.outcome import number_parts
from palermo.adverts.outlines import outlines
from palermo.adverts.parameters import GroupingParameters
from palermo.adverts.readings import read_all

_TEXTS = (
    "quiet room near the old harbour, long warm evenings with tea and patient hands, ring the bell twice",
    "new in town and only here for some days, soft voice, slow music, come and leave every worry outside",
    "house of the seven lamps, discreet garden, private parking behind the mill, open on holidays too",
)


def some_adverts() -> pa.Table:
    """Give a dozen adverts of three hands, with phones kept for fiction."""
    rows = [(text, n) for text in _TEXTS for n in range(4)]
    columns = {
        "advert_id": [f"warm-{n}" for n in range(len(rows))],
        "title": [" ".join(text.split()[n // 3 : n // 3 + 4]) for text, n in rows],
        "body": [f"{text.replace('and', 'or', n // 2)} +44 7700 900{100 + at}" for at, (text, n) in enumerate(rows)],
        "persona": ["Nina" if n % 2 else "" for _, n in rows],
        "city": ["Antwerpen" if n < 2 else "Lille" for _, n in rows],
        "images": ["" for _ in rows],
        "contact": ["" for _ in rows],
        "price": ["" for _ in rows],
    }
    return pa.table({name: pa.array(values, pa.string()) for name, values in columns.items()})


def warm() -> int:
    """Group them as a file and as a case is grouped; give the number of groups found in the file."""
    adverts = some_adverts()
    found = group_batches(adverts.to_batches(), GroupingParameters(), cities=("Antwerpen", "Lille"), banned=("quiet",))
    templates = number_parts(found.template, found.corpus.row, "T-")
    bodies = adverts.column("body")
    outlines(found, templates.of, len(templates.ids), lambda rows: bodies.take(pa.array(rows)).combine_chunks())
    case = adverts.rename_columns(["row", *adverts.column_names[1:]])
    group_adverts(case, read_all(case))
    return len(np.unique(found.group))


if __name__ == "__main__":
    warm()
