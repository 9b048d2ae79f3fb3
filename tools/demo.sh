#!/bin/sh
# Acts out the training case: exports in, leads out, the workspace open. The case stays in demo/ for the next time.
set -eu
palermo=$1
tell() { printf '\n$ %s\n' "$*"; }
run() { tell "palermo $*"; "$palermo" "$@"; }
# Rows set aside are part of the story: status 1 of `add` says that there are some.
add() { tell "palermo add $*"; "$palermo" add "$@" || [ $? = 1 ]; }

if [ ! -f demo/.done ]; then
  rm -rf demo
  mkdir demo
  run training make demo/exports
  run case new demo/case --name "Harbour lights (training)" --basis "Training: all people, numbers and events are invented"
  cd_sheets=demo/exports/sheets
  add demo/case demo/exports/adverts_* demo/exports/annonces.csv --yes --source $cd_sheets/sheet_adverts.yaml
  add demo/case demo/exports/oproepen.csv --yes --source $cd_sheets/sheet_calls.yaml
  add demo/case demo/exports/stays.xlsx demo/exports/journeys.csv --yes --source $cd_sheets/sheet_stays.yaml
  add demo/case demo/exports/betalingen.csv demo/exports/accounts.csv --yes --source $cd_sheets/sheet_payments.yaml
  add demo/case demo/exports/persons.tsv --yes --source $cd_sheets/sheet_register.yaml
  add demo/case demo/exports/observations.csv --yes
  run analyse demo/case
  touch demo/.done
fi
run leads demo/case
run network groups demo/case --limit 5
run network roles demo/case --node-kind account --limit 5
run identity pairs demo/case --limit 3
run training score demo/case demo/exports-truth.json
if [ -t 1 ]; then
  run open demo/case
else
  printf '\nThe workspace opens with: %s open demo/case\n' "$palermo"
  echo "The training case is in demo/; delete that folder to have it acted out anew."
fi
