"""Arguments that many verbs share, and how a verb gets at its casebook."""

import argparse
import getpass
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Protocol

from caseview.cli.output import note
from caseview.domain.errors import CaseViewError
from caseview.settings import load_settings
from caseview.usecases.work import Casebook
from caseview.wiring import House, Opening, house


class Verbs(Protocol):
    """What argparse gives to add verbs to."""

    def add_parser(self, *args: Any, **kwargs: Any) -> argparse.ArgumentParser:
        """Return the parser of a new verb."""
        ...


def add_verb(verbs: Verbs, name: str, what: str, example: str) -> argparse.ArgumentParser:
    """Return the parser of a verb with its sentence, its example and `--json`."""
    parser = verbs.add_parser(
        name,
        help=what,
        description=what,
        epilog=f"Example: caseview {example}",
        # An example stays on its line, to be copied.
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--json", action="store_true", help="print JSON for programs")
    return parser


def add_casebook(parser: argparse.ArgumentParser) -> None:
    """Add the casebook and what it takes to open it."""
    parser.add_argument("casebook", type=Path, metavar="CASEBOOK", help="the casebook file")
    add_passphrase(parser)


def add_passphrase(parser: argparse.ArgumentParser) -> None:
    """Add the file that holds the passphrase, and who is at work."""
    parser.add_argument(
        "--passphrase-file",
        type=Path,
        metavar="F",
        help="a file whose first line is the passphrase",
    )
    parser.add_argument("--coder", metavar="C", help="your initials (else those of your settings)")


def opening(args: argparse.Namespace) -> Opening:
    """Return who opens the casebook and how. Raises CaseViewError for an unreadable file."""
    return Opening(coder=coder(args), passphrase=passphrase_in(args.passphrase_file))


def coder(args: argparse.Namespace) -> str:
    """Return the initials given, else those in the settings, else the login name."""
    if args.coder:
        return str(args.coder)
    kept = load_settings(house().places.settings).initials
    if kept:
        return kept
    try:
        return getpass.getuser()
    except (KeyError, OSError):
        return "coder"


def passphrase_in(path: Path | None) -> str | None:
    """Return the first line of a passphrase file. Raises CaseViewError for an unreadable one."""
    if path is None:
        return None
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError):
        raise CaseViewError(
            f"The passphrase file “{path}” cannot be read.", "Check its name and its rights."
        ) from None
    if not lines or not lines[0]:
        raise CaseViewError(
            f"The passphrase file “{path}” is empty.", "Put the passphrase on its first line."
        )
    return lines[0]


@contextmanager
def opened(args: argparse.Namespace) -> Iterator[tuple[House, Casebook]]:
    """Open the casebook of a verb and give it back when the verb is done."""
    home = house()
    casebook = home.open_casebook(args.casebook, opening(args))
    try:
        if args.passphrase_file is not None and not casebook.info().encrypted:
            note(f"“{args.casebook.name}” is not protected by a passphrase: anyone can open it.")
        yield home, casebook
    finally:
        casebook.close()
