#!/bin/sh
# Sets CaseView up with what its tests need, and runs them.
set -eu
top=$(cd "$(dirname "$0")/.." && pwd)
cd "$top"
sh packaging/setup.sh test
exec .venv/bin/python -m pytest "$@"
