"""Words of the window can be translated: none is missed, plurals have their forms, none is cut."""

import importlib.util
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

import PySide6
import pytest
from PySide6.QtCore import QCoreApplication, QTranslator
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from caseview.desktop.main import open_window
from caseview.desktop.places import Place, View
from caseview.desktop.tongue import several, speak, tr
from caseview.desktop.window.views import VIEWS
from caseview.desktop.window.window import Window
from tests.desktop.conftest import RESOURCES
from tests.desktop.driving import settle
from tests.desktop.invented_doorway import InventedDoorway
from tests.desktop.invented_session import InventedSession
from tests.desktop.pretended import MARK, Pretended

ROOT = Path(__file__).parents[2]
ROOMS = ("domain", "counting", "tagging", "usecases", "store", "search", "exporters", "wiring")
"""What readers say is kept with the outcome of an import, in the English it was said in."""
LRELEASE = Path(PySide6.__file__).parent / "lrelease"


def tool() -> ModuleType:
    path = ROOT / "packaging" / "interface_words.py"
    spec = importlib.util.spec_from_file_location("interface_words", path)
    assert spec is not None
    assert spec.loader is not None
    made = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(made)
    return made


WORDS = tool()


@pytest.mark.parametrize(
    "path", WORDS.sources(), ids=lambda path: path.relative_to(WORDS.DESKTOP).as_posix()
)
def test_no_words_of_the_window_are_left_in_english(path: Path) -> None:
    assert WORDS.missing(path) == ()


@pytest.mark.parametrize("room", ROOMS)
def test_what_is_raised_for_a_person_keeps_how_it_was_made(room: str) -> None:
    found = {path.name: WORDS.unkept(path) for path in sorted((WORDS.SOURCE / room).rglob("*.py"))}
    assert {name: words for name, words in found.items() if words} == {}


def test_untranslated_words_would_be_found(tmp_path: Path) -> None:
    bad = tmp_path / "bad.py"
    bad.write_text(
        '"""Words of ours."""\n'
        'label(tr("Fine"))\n'
        'label("Bad")\n'
        'banner.say(f"{n} are bad")\n'
        'cap("Ctrl+E")\n'
        'NOTHING = English("Fine too")\n'
        'def said(name: str = "Not so") -> str:\n'
        '    raise ValueError("for who writes programs")\n'
    )
    assert WORDS.missing(bad) == ((3, "Bad"), (4, " are bad"), (7, "Not so"))


def test_the_catalogue_knows_what_inner_rooms_say() -> None:
    known = dict(WORDS.keys())
    assert known["Counts {0}{1}{2}."] is False  # a sentence of counting
    assert known["%n finished document"] is True  # a noun that only counting uses
    assert known["improved since"] is False  # what a value of an enumeration is called
    assert known["The disk is full, so {0} could not be written."] is False  # advice on a fault
    assert known["Free some space and try again."] is False


def test_the_catalogue_has_every_key_once_and_keeps_what_is_translated(tmp_path: Path) -> None:
    path = tmp_path / "caseview_cy.ts"
    count = WORDS.write(path)
    keys = dict(WORDS.catalogued(path))
    assert count == len(keys) == len(WORDS.catalogued(path)) > 400
    assert keys["%n review"] is True
    assert keys["Library"] is keys["New casebook"] is False
    text = path.read_text(encoding="utf-8")
    done = "<source>Library</source>\n      <translation>Llyfrgell</translation>"
    empty = '<source>Library</source>\n      <translation type="unfinished" />'
    assert empty in text
    path.write_text(text.replace(empty, done), encoding="utf-8")
    assert WORDS.write(path) == count
    assert done in path.read_text(encoding="utf-8")


WELSH = """<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="cy"><context><name>CaseView</name>
<message><source>Showing {0} of {1}</source><translation>{1}: dangos {0}</translation></message>
<message numerus="yes"><source>%n review</source><translation>
<numerusform>dim adolygiad</numerusform><numerusform>%n adolygiad</numerusform>
<numerusform>%n adolygiad (dau)</numerusform><numerusform>%n o adolygiadau</numerusform>
<numerusform>%n adolygiad (chwech)</numerusform></translation></message>
</context></TS>
"""


@pytest.fixture
def welsh(qapp: QApplication, tmp_path: Path) -> Iterator[Path]:
    if not LRELEASE.exists() and shutil.which("lrelease") is None:
        pytest.skip("Qt’s lrelease is not on this machine")
    source = tmp_path / "caseview_cy.ts"
    source.write_text(WELSH, encoding="utf-8")
    program = str(LRELEASE) if LRELEASE.exists() else "lrelease"
    made = [program, str(source), "-qm", str(tmp_path / "caseview_cy.qm")]
    subprocess.run(made, check=True, capture_output=True)  # noqa: S603 - Qt's own tool, our own file
    yield tmp_path
    for translator in qapp.findChildren(QTranslator):
        QCoreApplication.removeTranslator(translator)
        translator.deleteLater()


def test_words_and_plurals_are_those_of_the_catalogue_installed(welsh: Path) -> None:
    assert tr("Showing {0} of {1}", 3, 9) == "Showing 3 of 9"
    assert not speak("de", welsh)
    assert speak("cy", welsh)
    assert tr("Showing {0} of {1}", 3, 9) == "9: dangos 3"
    assert tr("Not in it") == "Not in it"
    said = [several(n, "review") for n in (0, 1, 2, 6, 12)]
    assert len(set(said)) == 5
    assert said[1] == "1 adolygiad"
    assert several(2, "document") == "2 documents"


def test_braces_in_a_value_are_left_as_they_are() -> None:
    assert tr("Remove {0}?", "{odd} {0}") == "Remove {odd} {0}?"
    assert several(1, "party", "parties") == "1 party"
    assert several(1204, "party", "parties") == "1,204 parties"


@pytest.fixture
def pretended(qapp: QApplication) -> Iterator[Pretended]:
    language = Pretended()
    QCoreApplication.installTranslator(language)
    yield language
    QCoreApplication.removeTranslator(language)


@pytest.fixture
def longer(
    pretended: Pretended, qtbot: QtBot, door: InventedDoorway, session: InventedSession
) -> Iterator[Window]:
    made = open_window(RESOURCES, door)
    qtbot.addWidget(made)
    made.show_casebook(session, session.reading.codebook(), session.reading.info())
    qtbot.waitActive(made)
    settle(made, qtbot)
    yield made
    made.close()


@pytest.mark.parametrize("view", list(VIEWS))
def test_a_longer_language_cuts_no_label(
    longer: Window, pretended: Pretended, qtbot: QtBot, view: View
) -> None:
    longer.resize(1366, 720)
    place = Place(view, document=10) if view is View.READER else Place(view)
    longer.go(place)
    settle(longer, qtbot)
    cut = [w for w in longer.findChildren(QWidget) if is_cut(w)]
    assert [str(w.property("text")) for w in cut] == []
    marked = [w for w in longer.findChildren(QLabel) if w.isVisible() and MARK in w.text()]
    assert marked
    assert len(pretended.asked) > 100


def is_cut(widget: QWidget) -> bool:
    """Whether a label or a button in view has less room than its words need."""
    if not isinstance(widget, QLabel | QAbstractButton) or widget.visibleRegion().isEmpty():
        return False
    if not widget.text() or type(widget).__name__ == "OneLine":
        return False  # a line that may be cut says its whole in a tooltip
    if isinstance(widget, QLabel) and widget.wordWrap():
        return widget.height() + 1 < widget.heightForWidth(widget.width())
    return widget.width() + 1 < widget.minimumSizeHint().width()
