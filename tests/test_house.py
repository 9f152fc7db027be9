"""The rooms stay small and labelled."""

import ast
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
MODULES = sorted(
    path
    for room in ("caseview", "packaging", "tests", "db")
    for path in (ROOT / room).rglob("*.py")
)
LONGEST_MODULE = 300
MOST_ATTRIBUTES = 20
VAGUE = {"utils", "helpers", "manager", "common", "misc"}


def name(path: Path) -> str:
    return str(path.relative_to(ROOT))


def tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"))


@pytest.mark.parametrize("path", MODULES, ids=name)
def test_module_is_short(path: Path) -> None:
    assert len(path.read_text(encoding="utf-8").splitlines()) <= LONGEST_MODULE


@pytest.mark.parametrize("path", [p for p in MODULES if p.stat().st_size], ids=name)
def test_module_says_what_it_is(path: Path) -> None:
    first = (ast.get_docstring(tree(path)) or "").split("\n")[0]
    assert first.endswith("."), "one sentence, with its full stop"


@pytest.mark.parametrize("path", MODULES, ids=name)
def test_module_has_a_telling_name(path: Path) -> None:
    assert path.stem not in VAGUE


@pytest.mark.parametrize("path", MODULES, ids=name)
def test_no_class_holds_too_much(path: Path) -> None:
    for found in ast.walk(tree(path)):
        if isinstance(found, ast.ClassDef):
            held = {
                part.attr
                for part in ast.walk(found)
                if isinstance(part, ast.Attribute)
                and isinstance(part.ctx, ast.Store)
                and isinstance(part.value, ast.Name)
                and part.value.id == "self"
            }
            assert len(held) <= MOST_ATTRIBUTES, f"{found.name} holds {len(held)} attributes"
