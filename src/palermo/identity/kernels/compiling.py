"""Says how the kernels of names are compiled."""

from typing import Any

UNCOUNTED: dict[str, Any] = {"cache": True, "nogil": True, "_nrt": False, "forceinline": True}
"""For kernels that make no arrays: those they are handed stand in some forty columns, and counting at every call that each is
in use, which other threads may count too, took four fifths of the time. Handing the columns on took a third of what was left, so
the kernels are put into one another."""
