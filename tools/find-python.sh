#!/bin/sh
# Prints a Python from 3.11 to 3.13, the newest there is, or nothing.
for name in "${PALERMO_PYTHON:-}" python3.13 python3.12 python3.11 python3 python; do
  [ -n "$name" ] || continue
  if "$name" -c 'import sys, venv; sys.exit(not (3, 11) <= sys.version_info[:2] <= (3, 13))' 2>/dev/null; then
    command -v "$name"
    exit 0
  fi
done
