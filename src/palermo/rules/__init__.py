"""Law and practice as data: YAML tables with their sources, read by `palermo.adapters.rules`."""
