"""Says for how long compiled kernels that numba has kept are good: until a module changes that went into them.

Numba looks at the file of a function alone, though what the function calls is compiled into it: kept code would go on with
functions as they were, or fail to load where a module is gone. Here the stamp of a kernel is made of its module and of all
of Palermo's modules that this one imports. Where code is kept stays numba's choice: `NUMBA_CACHE_DIR`, or beside the
sources, or in the user's own folder.
"""

import inspect
import re
import sys
from functools import cache, partial
from hashlib import sha256
from types import FunctionType
from typing import Any

from numba.core import config as untyped
from numba.core.caching import InTreeCacheLocator, UserProvidedCacheLocator, UserWideCacheLocator

config: Any = untyped  # numba fills it from the environment when it starts
_HOUSE = __name__.split(".")[0]
_PLACES = (UserProvidedCacheLocator, InTreeCacheLocator, UserWideCacheLocator)
_IMPORT = re.compile(r"^(?:from|import) +([\w.]+)", re.MULTILINE)


class KeptWithWhatItUses:
    """Finds the folder for the compiled code of a function of Palermo, and its stamp."""

    @classmethod
    def from_function(cls, function: FunctionType, path: str) -> Any:
        """Give numba's own locator with the stamp of everything that goes into the function; None where it is not ours."""
        if function.__module__.split(".")[0] != _HOUSE:
            return None
        for place in _PLACES:
            found = place.from_function(function, path)
            if found is not None:
                found.get_source_stamp = partial(stamp_of, function.__module__)
                return found
        return None


@cache
def stamp_of(name: str) -> str:
    """Hash the source of a module of Palermo and of all of Palermo's modules it imports, directly or not."""
    seen: set[str] = set()
    waiting = [name]
    whole = sha256()
    while waiting:
        module = waiting.pop()
        if module in seen or module not in sys.modules:
            continue
        seen.add(module)
        source = _source(module)
        waiting += sorted(used for used in _IMPORT.findall(source) if used.split(".")[0] == _HOUSE)
        whole.update(f"{module}\n{source}\0".encode())
    return whole.hexdigest()


@cache
def _source(module: str) -> str:
    try:
        return inspect.getsource(sys.modules[module])
    except OSError:  # an empty module has no source to read
        return ""


def keep_with_what_is_used() -> None:
    """Tell numba to ask here first, unless the user has told it where to ask."""
    if not config.CACHE_LOCATOR_CLASSES:
        ours = f"{__name__}.{KeptWithWhatItUses.__name__}"
        config.CACHE_LOCATOR_CLASSES = ",".join([ours, *(place.__name__ for place in _PLACES)])
