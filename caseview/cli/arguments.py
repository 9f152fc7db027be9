"""Reads the words of a command: numbers within bounds, file names, themes by id or name."""

import argparse
import sys
from collections.abc import Callable, Iterable
from difflib import get_close_matches
from pathlib import Path
from typing import NoReturn

from typing_extensions import override

from caseview.counting.wording import joined
from caseview.domain.codebook import Codebook
from caseview.domain.errors import CodebookError


class Parser(argparse.ArgumentParser):
    """Reads the words of a command; wrong use is said in our words and ends with 2."""

    @override
    def error(self, message: str) -> NoReturn:
        """Print how the verb is used and what was wrong, and end with 2."""
        self.print_usage(sys.stderr)
        said = message.replace("invalid choice: ", "there is no ")
        self.exit(2, f"{self.prog}: {said}\n")


def whole(least: int, most: int | None = None) -> Callable[[str], int]:
    """Return what reads a whole number from `least` to `most`; other words are wrong use."""
    bounds = f"of {least} or more" if most is None else f"from {least} to {most}"

    def read(text: str) -> int:
        number = int(text) if text.removeprefix("-").isdecimal() else least - 1
        if number < least or (most is not None and number > most):
            raise argparse.ArgumentTypeError(f"give a whole number {bounds}")
        return number

    return read


def ending(suffix: str) -> Callable[[str], Path]:
    """Return what reads the name of a file to write; another ending than `suffix` is wrong use."""

    def read(text: str) -> Path:
        path = Path(text)
        if path.suffix.lower() != suffix:
            raise argparse.ArgumentTypeError(f"give a name that ends in {suffix}")
        return path

    return read


def themes(codebook: Codebook, said: Iterable[str]) -> tuple[str, ...]:
    """Return the ids of themes given by their ids or their names, each once.

    Raises CodebookError that names the nearest themes when there is none so called.
    """
    by_name = {theme.name.casefold(): theme.id for theme in codebook.themes}
    ids = {theme.id for theme in codebook.themes}
    found = []
    for one in said:
        known = one if one in ids else by_name.get(one.casefold())
        if known is None:
            raise _unknown(one, ids, by_name)
        found.append(known)
    return tuple(dict.fromkeys(found))


def _unknown(said: str, ids: Iterable[str], by_name: dict[str, str]) -> CodebookError:
    plain = said.casefold().replace(" ", "_").replace("-", "_")
    near = get_close_matches(plain, sorted(ids), n=3)
    near += [by_name[name] for name in get_close_matches(said.casefold(), sorted(by_name), n=2)]
    near += [one for one in sorted(ids) if plain and plain in one]
    meant = joined(list(dict.fromkeys(near))[:4], "or")
    advice = f"Did you mean {meant}?" if near else "The rows of a cross-tab (--json) list every id."
    return CodebookError(f"The codebook has no theme “{said}”.", advice)
