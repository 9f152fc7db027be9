"""UX.md section 7, check 27: no banned word is told, nor does a sentence plead or begin with Error.

Looked at is every literal with a space in it, or shown by itself, in the rooms that speak to
people: window, command line, use cases, counting, readers, store, exporters, search and learning,
with the help, the key map and the names of the interface.
"""

import ast
import csv
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
ROOMS = (
    *("desktop", "cli", "usecases", "counting", "domain", "readers", "store", "exporters"),
    *("search", "learning", "tagging", "wiring"),
)
MODULES = sorted(path for room in ROOMS for path in (ROOT / "caseview" / room).rglob("*.py"))
HELP = sorted((ROOT / "resources" / "help").glob("*.md"))
BANNED = re.compile(
    r"\b(nodes?|entit(?:y|ies)|corpus|corpora|tokens?|AI|models?|metadata|sync(?:hronis\w+)?"
    r"|invalid|fail(?:ed|ure|s)? to|oops|quer(?:y|ies)|database|workspace)\b",
    re.IGNORECASE,
)
PLEADS = re.compile(r"\bplease\b", re.IGNORECASE)
BEGINS = re.compile(r"^\W*error\b", re.IGNORECASE)
CODE = re.compile(r"\bcodes?\b", re.IGNORECASE)
CODE_MEANS = re.compile(
    r"Code menu|source code|exit code|code points?|postcode|QR code|double-cod\w+", re.IGNORECASE
)
"""What is no other word for a theme: places in a text, post, programs, coding by two."""
SPEAKING = frozenset({
    *("CaseViewError", "ReadError", "CasebookError", "CodebookError", "QueryError", "ExportError"),
    *("Refused", "label", "Button", "OneLine", "Empty", "say", "tr", "print", "setText"),
    *("setToolTip", "setAccessibleName", "setPlaceholderText", "setWindowTitle", "addAction"),
    *("add_argument", "add_parser", "Banner", "Pane", "QAction", "Dialog", "Outcome"),
})
"""What hands words to people; a literal in any of these is told, however short it is."""


def told(path: Path) -> Iterator[tuple[int, str]]:
    """Yield (line, words) of what a module tells people: f-strings with "…" for what is put in."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and _name(node.func) in SPEAKING:
            shown = () if _name(node.func) in NAMING else node.args
            given = (*shown, *(one.value for one in node.keywords if one.arg in _SAYING))
            for part in given:
                for words in _words(part):
                    if any(letter.isalpha() for letter in words):
                        yield part.lineno, words


NAMING = frozenset({"add_argument", "add_parser"})
"""What is given a name first that nobody reads as words; what it says is in its keywords."""
_SAYING = frozenset({"help", "description", "epilog", "metavar", "title", "message", "advice"})


def _words(node: ast.expr) -> Iterator[str]:
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        yield node.value
    elif isinstance(node, ast.JoinedStr):
        yield "".join(
            str(part.value) if isinstance(part, ast.Constant) else "…" for part in node.values
        )
    elif isinstance(node, ast.IfExp):
        yield from _words(node.body)
        yield from _words(node.orelse)
    elif isinstance(node, ast.BinOp):
        yield from _words(node.left)
        yield from _words(node.right)


def _name(node: ast.expr) -> str:
    if isinstance(node, ast.Name):
        return node.id
    return node.attr if isinstance(node, ast.Attribute) else ""


def amiss(words: str) -> str:
    """Return what should not be told in these words, "" for nothing."""
    for what in (BANNED, PLEADS, BEGINS):
        if found := what.search(words):
            return found[0]
    if CODE.search(CODE_MEANS.sub("", words)):
        return "code"
    return ""


@pytest.mark.parametrize("path", MODULES, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_nothing_banned_is_told(path: Path) -> None:
    found = [(line, amiss(words), words) for line, words in told(path) if amiss(words)]
    assert found == []


@pytest.mark.parametrize("path", HELP, ids=lambda path: path.name)
def test_the_help_uses_the_words_of_the_interface(path: Path) -> None:
    lines = path.read_text(encoding="utf-8").splitlines()
    assert [(n, amiss(line)) for n, line in enumerate(lines, 1) if amiss(line)] == []


def test_commands_use_the_words_of_the_interface() -> None:
    with (ROOT / "resources" / "keys" / "keymap.csv").open(encoding="utf-8", newline="") as table:
        assert [row["words"] for row in csv.DictReader(table) if amiss(row["words"])] == []


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("Try again, please", "please"),
        ("Error: the file is gone.", "Error"),
        ("Failed to read the file.", "Failed to"),
        ("The model is wrong.", "model"),
        ("Choose a code.", "code"),
        ("Open the Code menu.", ""),
        ("The reviewers erred, and the errors are theirs.", ""),
        ("", ""),
    ],
)
def test_banned_words_would_be_found(words: str, found: str) -> None:
    assert amiss(words) == found


def test_enough_is_looked_at() -> None:
    assert sum(1 for path in MODULES for _ in told(path)) > 1000
