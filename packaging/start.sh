#!/bin/sh
# Sets CaseView up and shows it at work on the sample casebook: in a window where there is a
# display, else as a printed cross-tab with a Word and an Excel file in ./caseview-demo.
set -eu
top=$(cd "$(dirname "$0")/.." && pwd)
sh "$top/packaging/setup.sh" run
PYTHONPATH="$top${PYTHONPATH:+:$PYTHONPATH}" exec "$top/.venv/bin/python" -m caseview demo "$@"
