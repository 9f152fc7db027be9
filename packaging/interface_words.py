"""Finds the words of the interface in the source: those that are translated, those that are not.

    python packaging/interface_words.py            write resources/translations/caseview_cy.ts
    python packaging/interface_words.py --missing  list literals that reach a widget untranslated

Qt's own lupdate reads only names it knows (`self.tr`), so the catalogue is written here; Linguist
opens it and Qt's lrelease makes the .qm of it that CaseView loads.
"""

import argparse
import ast
import csv
import re
import sys
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree as ET

ROOT = Path(__file__).resolve().parents[1]
DESKTOP = ROOT / "caseview" / "desktop"
CATALOGUE = ROOT / "resources" / "translations" / "caseview_cy.ts"
WELSH_FORMS = 5
"""How many plural forms Qt's tools keep for Welsh: none, one, two, six, any other."""
FIRST = frozenset({
    *("label", "OneLine", "Pane", "QAction", "TickBox", "Empty", "Button"),
    *("setText", "setToolTip", "setAccessibleName", "setAccessibleDescription"),
    *("setPlaceholderText", "setWindowTitle", "addAction", "addMenu", "addSection", "setTitle"),
})
SECOND = frozenset({"Button", "Empty", "TickBox"})
DIALOGS = frozenset({"getSaveFileName", "getOpenFileName", "getExistingDirectory"})


def sources() -> tuple[Path, ...]:
    """Return the modules of the window."""
    return tuple(sorted(DESKTOP.rglob("*.py")))


def keys() -> tuple[tuple[str, bool], ...]:
    """Return every key of the catalogue, in order, with whether it has plural forms."""
    found: dict[str, bool] = {}
    for path in sources():
        tree = ast.parse(path.read_text(encoding="utf-8"))
        found |= dict.fromkeys(_translated(tree), False)
        found |= dict.fromkeys(_counted(tree), True)
    return tuple(sorted(found.items() | _named().items()))


def missing(path: Path) -> tuple[tuple[int, str], ...]:
    """Return (line, words) of each literal that reaches a widget without being translated."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    calls = [node for node in ast.walk(tree) if isinstance(node, ast.Call)]
    found = {
        (word.lineno, _words(word))
        for call in calls
        for argument in _reaching(call)
        for word in _literals(argument)
        if _is_told(_words(word))
    }
    return tuple(sorted(found))


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
        if isinstance(node, ast.Call) and _name(node.func) == "tr" and node.args:
            first = node.args[0]
            if isinstance(first, ast.Constant) and isinstance(first.value, str):
                yield first.value
        if isinstance(node, ast.Call) and _name(node.func) == "Segments" and node.args[2:]:
            yield from _choices(tree, node.args[2])


def _counted(tree: ast.AST) -> Iterator[str]:
    names = {
        alias.name
        for node in ast.walk(tree)
        if isinstance(node, ast.ImportFrom) and node.module == "caseview.desktop.tongue"
        for alias in node.names
    }
    if "several" not in names:
        return
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and _name(node.func) == "several" and len(node.args) > 1:
            noun = node.args[1]
            if isinstance(noun, ast.Constant) and isinstance(noun.value, str):
                yield f"%n {noun.value}"


def _named() -> dict[str, bool]:
    """Return what is translated by its name: commands, menus, views."""
    with (ROOT / "resources" / "keys" / "keymap.csv").open(encoding="utf-8", newline="") as table:
        rows = list(csv.DictReader(table))
    found = {words for row in rows for words in (row["words"], row["words"].split(" (", 1)[0])}
    found |= {row["menu"] for row in rows if row["menu"]}
    for path in sources():
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.ClassDef) and node.name.endswith("Page"):
                found |= {
                    part.value.value
                    for part in node.body
                    if isinstance(part, ast.Assign)
                    and isinstance(part.targets[0], ast.Name)
                    and part.targets[0].id == "name"
                    and isinstance(part.value, ast.Constant)
                    and isinstance(part.value.value, str)
                }
    return dict.fromkeys(found, False)


def _choices(tree: ast.AST, given: ast.expr) -> Iterator[str]:
    """Yield the words of choices given as a list, or by the name of one in the module."""
    if isinstance(given, ast.Name):
        for node in ast.walk(tree):
            if isinstance(node, ast.Assign) and _name(node.targets[0]) == given.id:
                yield from _choices(tree, node.value)
    if isinstance(given, ast.List | ast.Tuple):
        for one in given.elts:
            if isinstance(one, ast.Tuple) and len(one.elts) > 1:
                yield from (_words(word) for word in _literals(one.elts[1]))


def _reaching(call: ast.Call) -> tuple[ast.expr, ...]:
    name = _name(call.func)
    if name == "say":
        return tuple(call.args)
    if name in SECOND or name in DIALOGS:
        return tuple(call.args[1:2])
    return tuple(call.args[:1]) if name in FIRST else ()


def _literals(given: ast.expr) -> Iterator[ast.expr]:
    if isinstance(given, ast.Constant | ast.JoinedStr):
        yield given
    elif isinstance(given, ast.IfExp):
        yield from _literals(given.body)
        yield from _literals(given.orelse)
    elif isinstance(given, ast.List | ast.Tuple):
        for one in given.elts:
            if isinstance(one, ast.Tuple) and one.elts:
                yield from _literals(one.elts[0])


def _words(node: ast.expr) -> str:
    if isinstance(node, ast.Constant):
        return node.value if isinstance(node.value, str) else ""
    if isinstance(node, ast.JoinedStr):
        return "".join(_words(part) for part in node.values)
    return ""


def _is_told(words: str) -> bool:
    words = re.sub(r"<[^>]*>", "", words)
    return len(words.strip()) > 1 and any(letter.isalpha() for letter in words)


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
