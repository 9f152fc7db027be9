"""Finds the words of the interface in the source: those that are translated, those that are not.

    python packaging/interface_words.py            write resources/translations/caseview_cy.ts
    python packaging/interface_words.py --missing  list words of the window that are not translated

Qt's own lupdate reads only names it knows (`self.tr`), so the catalogue is written here; Linguist
opens it and Qt's lrelease makes the .qm of it that CaseView loads. Keys are what stands in a call
of `tr`, `English`, `several` or `counted`, what a CaseViewError says, the words of the key map,
and what values of an enumeration are called.
"""

import argparse
import ast
import builtins
import csv
import importlib
import re
import sys
from collections.abc import Iterator
from enum import Enum
from pathlib import Path
from xml.etree import ElementTree as ET

ROOT = Path(__file__).resolve().parents[1]
SOURCE = ROOT / "caseview"
DESKTOP = SOURCE / "desktop"
CATALOGUE = ROOT / "resources" / "translations" / "caseview_cy.ts"
WELSH_FORMS = 5
"""How many plural forms Qt's tools keep for Welsh: none, one, two, six, any other."""
TOLD = frozenset({"tr", "English", "several", "counted", "counted_noun"})
NO_WORDS = frozenset({
    *("TypeVar", "cap", "QFont", "QKeySequence", "compile", "getattr", "cast"),
    *("startswith", "endswith", "removeprefix", "removesuffix", "split", "strftime"),
    *("setObjectName", "setProperty", "icon", "create", "normalize", "recall", "remember"),
})
"""Calls whose strings name a thing for the program: a font, a key, a property, a setting."""
BEFORE_THE_WINDOW = frozenset({"__main__.py", "main.py", "keys.py", "look.py", "tongue.py"})
"""Modules that speak to a terminal, before any language is chosen, or name fonts and keys."""
SIGNS = frozenset({
    *("Enter", "Delete", "Del", "Esc"),  # keys, as they stand on the keyboard
    *("OFFICIAL", "OFFICIAL-SENSITIVE"),  # markings, the same in every language
    *(" OR ", "AC1", "ME"),  # the search language, a measure, initials
    *("single keys", "backup folder", "text beside page"),  # names of settings
})
_STYLE = re.compile(r"font-family|padding:|background-color|align=")
_KEYS = re.compile(r"\b(?:Ctrl|Alt|Shift)\+\S+")


def sources() -> tuple[Path, ...]:
    """Return the modules of the window that speak to a person."""
    return tuple(p for p in sorted(DESKTOP.rglob("*.py")) if p.name not in BEFORE_THE_WINDOW)


def keys() -> tuple[tuple[str, bool], ...]:
    """Return every key of the catalogue, in order, with whether it has plural forms."""
    found: dict[str, bool] = {}
    for path in sorted(SOURCE.rglob("*.py")):
        tree = ast.parse(path.read_text(encoding="utf-8"))
        found |= dict.fromkeys(_translated(tree), False)
        found |= dict.fromkeys(_counted(tree), True)
    found |= dict.fromkeys((*_named(), *_labels()), False)
    return tuple(sorted(found.items()))


def missing(path: Path) -> tuple[tuple[int, str], ...]:
    """Return (line, words) of each literal of a module that reads as words and is not translated.

    It must stand in a call that translates it, or where no person reads it: in what is raised for
    a programmer, a comparison, a key, an annotation, or the name of a thing.
    """
    tree = ast.parse(path.read_text(encoding="utf-8"))
    above = {child: node for node in ast.walk(tree) for child in ast.iter_child_nodes(node)}
    inner = {
        part for node in ast.walk(tree) if isinstance(node, ast.JoinedStr) for part in node.values
    }
    found = [
        (node.lineno, _words(node))
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant | ast.JoinedStr) and node not in inner
        if _is_told(_words(node)) and not _is_apart(node, above)
    ]
    return tuple(sorted(found))


def unkept(path: Path) -> tuple[tuple[int, str], ...]:
    """Return (line, words) of what is raised for a person and forgets how it was made.

    Words with values in them must be English, or the window cannot put them another way.
    """
    tree = ast.parse(path.read_text(encoding="utf-8"))
    raised = [
        node
        for node in ast.walk(tree)
        if isinstance(node, ast.Call) and _name(node.func).endswith("Error")
        if _name(node.func) not in dir(builtins)
    ]
    parts = [part for node in raised for part in node.args if isinstance(part, ast.JoinedStr)]
    return tuple((part.lineno, _words(part)) for part in parts if _is_told(_words(part)))


def write(path: Path) -> int:
    """Write the catalogue, keeping what is translated in it; return how many keys it has."""
    known = _translations(path) if path.exists() else {}
    root = ET.Element("TS", version="2.1", language="cy", sourcelanguage="en_GB")
    context = ET.SubElement(root, "context")
    ET.SubElement(context, "name").text = "CaseView"
    wanted = keys()
    for words, plural in wanted:
        message = ET.SubElement(context, "message", {"numerus": "yes"} if plural else {})
        ET.SubElement(message, "source").text = words
        if words in known:
            message.append(known[words])
            continue
        empty = ET.SubElement(message, "translation", type="unfinished")
        for _ in range(WELSH_FORMS if plural else 0):
            ET.SubElement(empty, "numerusform")
    ET.indent(root)
    path.parent.mkdir(parents=True, exist_ok=True)
    head = '<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE TS>\n'
    path.write_text(f"{head}{ET.tostring(root, encoding='unicode')}\n", encoding="utf-8")
    return len(wanted)


def catalogued(path: Path) -> tuple[tuple[str, bool], ...]:
    """Return the keys a catalogue holds, in its order."""
    messages = _root(path).iter("message")
    return tuple((m.findtext("source", ""), m.get("numerus") == "yes") for m in messages)


def _root(path: Path) -> ET.Element:
    return ET.parse(path).getroot()  # noqa: S314 - our own file, not one that came from outside


def _translations(path: Path) -> dict[str, ET.Element]:
    found = {}
    for message in _root(path).iter("message"):
        said = message.find("translation")
        if said is not None and said.get("type") != "unfinished":
            found[message.findtext("source", "")] = said
    return found


def _translated(tree: ast.AST) -> Iterator[str]:
    for node in ast.walk(tree):
        if not isinstance(node, ast.Call):
            continue
        name = _name(node.func)
        if name in {"tr", "English"}:
            yield from map(_words, _literals(node.args[:1]))
        elif name.endswith("Error") or name == "Refused":
            yield from filter(_is_told, map(_words, _literals(node.args)))


def _counted(tree: ast.AST) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and _name(node.func) in {
            "several",
            "counted",
            "counted_noun",
        }:
            yield from (f"%n {_words(noun)}" for noun in _literals(node.args[1:2]))


def _literals(given: list[ast.expr]) -> Iterator[ast.Constant]:
    for one in given:
        if isinstance(one, ast.IfExp):
            yield from _literals([one.body, one.orelse])
        elif isinstance(one, ast.Constant) and isinstance(one.value, str):
            yield one


def _named() -> Iterator[str]:
    """Yield the words of commands and menus, which are translated by their name."""
    with (ROOT / "resources" / "keys" / "keymap.csv").open(encoding="utf-8", newline="") as table:
        for row in csv.DictReader(table):
            yield row["words"]
            yield row["words"].split(" (", 1)[0]
            yield from filter(None, [row["menu"]])


def _labels() -> Iterator[str]:
    """Yield what the values of enumerations are called, which the source makes of their names."""
    sys.path.insert(0, str(ROOT))
    english = importlib.import_module("caseview.domain.english").English
    for room in ("domain", "counting"):
        for path in sorted((SOURCE / room).glob("*.py")):
            module = importlib.import_module(f"caseview.{room}.{path.stem}")
            kinds = [one for one in vars(module).values() if isinstance(one, type)]
            for value in (value for kind in kinds if issubclass(kind, Enum) for value in kind):
                called = (getattr(value, name, "") for name in ("label", "words", "one", "in_full"))
                yield from (_key(said) for said in called if isinstance(said, english))
                yield from (
                    _key(part)
                    for said in called
                    if isinstance(said, english)
                    for part in said.values
                    if isinstance(part, english)
                )


def _key(said: object) -> str:
    return str(getattr(said, "words", said))


def _is_apart(node: ast.AST, above: dict[ast.AST, ast.AST]) -> bool:
    """Whether a literal is translated where it stands, or stands where no person reads it."""
    below, held = node, above.get(node)
    if isinstance(held, ast.Expr):
        return True  # a docstring
    while held is not None:
        if _holds_no_words(held, below):
            return True
        below, held = held, above.get(held)
    return False


def _holds_no_words(held: ast.AST, below: ast.AST) -> bool:
    if isinstance(held, ast.Call):
        name = _name(held.func)
        return below is not held.func and (name in TOLD or name in NO_WORDS)
    if isinstance(held, ast.Dict):
        return below in held.keys
    if isinstance(held, ast.keyword):
        return held.arg in {"icon", "name", "role", "bound"}
    parts = {ast.Subscript: "slice", ast.AnnAssign: "annotation", ast.FunctionDef: "returns"}
    if (part := parts.get(type(held))) is not None:
        return below is getattr(held, part)
    return isinstance(held, ast.Raise | ast.Compare | ast.arg)


def _words(node: ast.AST) -> str:
    if isinstance(node, ast.Constant):
        return node.value if isinstance(node.value, str) else ""
    if isinstance(node, ast.JoinedStr):
        return "".join(_words(part) for part in node.values)
    return ""


def _is_told(words: str) -> bool:
    """Whether a string reads as words for a person: with a capital or a space, and letters."""
    if words in SIGNS or _STYLE.search(words):
        return False
    bare = _KEYS.sub("", re.sub(r"<[^>]*>", "", words)).strip()
    return bool(re.search(r"[A-Za-z]{2}", bare)) and (" " in bare or bare[0].isupper())


def _name(node: ast.expr) -> str:
    if isinstance(node, ast.Name):
        return node.id
    return node.attr if isinstance(node, ast.Attribute) else ""


def main() -> None:
    """Read the command line; write the catalogue, or list what is missing."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--missing", action="store_true", help="list untranslated literals")
    if parser.parse_args().missing:
        for path in sources():
            for line, words in missing(path):
                sys.stdout.write(f"{path.relative_to(ROOT)}:{line}: {words}\n")
        return
    sys.stdout.write(f"{write(CATALOGUE)} keys in {CATALOGUE.relative_to(ROOT)}\n")


if __name__ == "__main__":
    main()
