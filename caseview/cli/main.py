"""Reads the command line, runs one verb, and turns faults into plain words and exit codes."""

import argparse
import errno
import os
import sys
import traceback
from collections.abc import Sequence
from io import TextIOWrapper

from caseview import __version__
from caseview.cli import (
    agreement_verbs,
    bench_verb,
    casebook_verbs,
    codebook_verb,
    count_verbs,
    decide_verbs,
    demo_verb,
    details_verb,
    exchange_verbs,
    find_verbs,
    import_verb,
    keep_verbs,
    learn_verbs,
    list_verbs,
    read_verbs,
    register_verb,
    summary_verb,
    tell_verbs,
    version_verbs,
)
from caseview.cli.arguments import Parser
from caseview.cli.output import note, trouble
from caseview.domain.errors import CasebookCannotOpenError, CaseViewError, QueryError
from caseview.usecases.import_documents import legible

DONE, NOT_ALL_DONE, CANNOT_OPEN = 0, 1, 3
_VERB_MODULES = (
    demo_verb,
    casebook_verbs,
    keep_verbs,
    import_verb,
    list_verbs,
    read_verbs,
    decide_verbs,
    codebook_verb,
    find_verbs,
    count_verbs,
    summary_verb,
    tell_verbs,
    exchange_verbs,
    register_verb,
    version_verbs,
    details_verb,
    learn_verbs,
    agreement_verbs,
    bench_verb,
)


def parser() -> argparse.ArgumentParser:
    """Return the parser of the whole command line."""
    top = Parser(
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
    # Whatever the system's language is, we speak UTF-8, and listen past a mark at its beginning.
    for stream, name in ((sys.stdin, "utf-8-sig"), (sys.stdout, "utf-8"), (sys.stderr, "utf-8")):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(encoding=name, errors="replace")
    args = parser().parse_args(argv)
    try:
        return _run(args)
    except CaseViewError as fault:
        return _said(fault)
    except KeyboardInterrupt:
        note("Stopped. Everything before is safe.")
    except OSError as fault:
        _refused(fault)
    except Exception:  # noqa: BLE001 (the one place where our own bugs surface on the terminal)
        traceback.print_exc()
        note("This is a fault in CaseView, not in your work. What was done before it is safe.")
    return NOT_ALL_DONE


def _run(args: argparse.Namespace) -> int:
    code = DONE
    try:
        code = int(args.run(args))
        # What is not flushed here would fail where nobody can say so in plain words.
        if sys.stdout:
            sys.stdout.flush()
    except BrokenPipeError:
        _unheard()
    return code


def _unheard() -> None:
    """Whoever listened has heard enough (`head`): what is left unsaid goes nowhere."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _refused(fault: OSError) -> None:
    """Say what the system refused: a full disk, a folder without rights, a name it cannot hold."""
    if fault.errno in {errno.ENOSPC, errno.EDQUOT}:
        note("The disk is full, so not everything could be written. What was done before is safe.")
        if fault.filename is None:
            _unheard()
    else:
        where = f"“{legible(str(fault.filename))}”" if fault.filename else "A file or a stream"
        why = fault.strerror or str(fault)
        note(f"{where} cannot be used: {why.lower()}. What was done before is safe.")


def _said(fault: CaseViewError) -> int:
    trouble(fault)
    if isinstance(fault, QueryError) and fault.place is not None:
        note(f"The trouble is at character {fault.place + 1}.")
    return CANNOT_OPEN if isinstance(fault, CasebookCannotOpenError) else NOT_ALL_DONE
