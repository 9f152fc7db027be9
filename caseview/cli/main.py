"""Reads the command line, runs one verb, and turns faults into plain words and exit codes."""

import argparse
import sys
import traceback
from collections.abc import Sequence

from caseview import __version__
from caseview.cli import (
    bench_verb,
    casebook_verbs,
    count_verbs,
    decide_verbs,
    demo_verb,
    find_verbs,
    import_verb,
    list_verbs,
    read_verbs,
    summary_verb,
)
from caseview.cli.output import note, trouble
from caseview.domain.errors import CasebookCannotOpenError, CaseViewError, QueryError

DONE, NOT_ALL_DONE, CANNOT_OPEN, STOPPED = 0, 1, 3, 130
_VERB_MODULES = (
    demo_verb,
    casebook_verbs,
    import_verb,
    list_verbs,
    read_verbs,
    decide_verbs,
    find_verbs,
    count_verbs,
    summary_verb,
    bench_verb,
)


def parser() -> argparse.ArgumentParser:
    """Return the parser of the whole command line."""
    top = argparse.ArgumentParser(
        prog="caseview",
        description="Reads safeguarding reviews, suggests and counts themes, writes summaries.",
    )
    top.add_argument("--version", action="version", version=f"caseview {__version__}")
    verbs = top.add_subparsers(dest="verb", required=True, metavar="VERB")
    for module in _VERB_MODULES:
        module.add(verbs)
    return top


def main(argv: Sequence[str] | None = None) -> int:
    """Run one verb; return 0 done, 1 not all done, 3 the casebook cannot be opened.

    Wrong use ends with exit code 2 (argparse).
    """
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace")
    args = parser().parse_args(argv)
    try:
        return int(args.run(args))
    except CaseViewError as fault:
        return _said(fault)
    except KeyboardInterrupt:
        note("Stopped. Everything before is safe.")
        return STOPPED
    except BrokenPipeError:
        sys.stderr.close()
        return DONE
    except Exception:  # noqa: BLE001 (the one place where our own bugs surface on the terminal)
        traceback.print_exc()
        note("This is a fault in CaseView, not in your work. What was done before it is safe.")
        return NOT_ALL_DONE


def _said(fault: CaseViewError) -> int:
    trouble(fault)
    if isinstance(fault, QueryError) and fault.place is not None:
        note(f"The trouble is at character {fault.place + 1}.")
    return CANNOT_OPEN if isinstance(fault, CasebookCannotOpenError) else NOT_ALL_DONE
