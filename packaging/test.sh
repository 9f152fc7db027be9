#!/bin/sh
# Sets CaseView up with what its tests need, and runs them.
set -eu
top=$(cd "$(dirname "$0")/.." && pwd)
cd "$top"
sh packaging/setup.sh test
# Each core takes a share; a test asks for nothing that another one changes.
exec .venv/bin/python -m pytest -n auto --dist worksteal "$@"
