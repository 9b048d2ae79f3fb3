#!/bin/sh
# Sees to it that there is a Chromium for the browser tests: from the system's packages when run as root.
set -eu
for name in "${PALERMO_CHROMIUM:-}" chromium chromium-browser google-chrome; do
  [ -n "$name" ] && command -v "$name" >/dev/null 2>&1 && exit 0
done
if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null 2>&1; then
  echo "Bringing Chromium from the system's packages, for the browser tests …"
  apt-get update -qq >/dev/null
  DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends chromium fonts-noto-cjk >/dev/null
  exit 0
fi
echo "The browser tests need Chromium: install it, or set PALERMO_CHROMIUM to where it is."
exit 1
