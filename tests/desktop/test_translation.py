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
from typing_extensions import override

from caseview.desktop.main import open_window
from caseview.desktop.places import Place, View
from caseview.desktop.tongue import CONTEXT, several, speak, tr
from caseview.desktop.window.views import VIEWS
from caseview.desktop.window.window import Window
from tests.desktop.conftest import RESOURCES
from tests.desktop.driving import settle
from tests.desktop.invented_doorway import InventedDoorway
from tests.desktop.invented_session import InventedSession

ROOT = Path(__file__).parents[2]
LRELEASE = Path(PySide6.__file__).parent / "lrelease"
NOT_YET = (
    *("pages/crosstabs/", "widgets/charts/"),
    "pages/reader/page.py",
)
"""What is not sent through the translation yet; whoever mends one takes it off the list."""
LONGER = 1.3
"""How much longer the words of the pretended language are: Welsh runs to a quarter or a third."""


def tool() -> ModuleType:
    path = ROOT / "packaging" / "interface_words.py"
    spec = importlib.util.spec_from_file_location("interface_words", path)
    assert spec is not None
    assert spec.loader is not None
    made = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(made)
    return made


WORDS = tool()


def waits(path: Path) -> bool:
    return path.relative_to(WORDS.DESKTOP).as_posix().startswith(NOT_YET)


@pytest.mark.parametrize(
    "path", [p for p in WORDS.sources() if not waits(p)], ids=lambda path: path.name
)
def test_no_words_reach_a_widget_untranslated(path: Path) -> None:
    assert WORDS.missing(path) == ()


@pytest.mark.parametrize("start", NOT_YET)
def test_what_waits_for_translation_still_has_something_to_translate(start: str) -> None:
    held = [p for p in WORDS.sources() if p.relative_to(WORDS.DESKTOP).as_posix().startswith(start)]
    assert any(WORDS.missing(path) for path in held)


def test_untranslated_words_would_be_found(tmp_path: Path) -> None:
    bad = tmp_path / "bad.py"
    bad.write_text('label(tr("Fine"))\nlabel("Bad")\nbanner.say(f"{n} are bad")\ncap("+")\n')
    assert WORDS.missing(bad) == ((2, "Bad"), (3, " are bad"))


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


class Pretended(QTranslator):
    """A language in which everything is longer, and marked so that it can be told."""

    def __init__(self) -> None:
        super().__init__()
        self.asked: set[str] = set()

    @override
    def isEmpty(self) -> bool:
        return False

    @override
    def translate(
        self, context: str, sourceText: str, disambiguation: str | None = None, n: int = -1
    ) -> str:
        if context != CONTEXT:
            return ""
        self.asked.add(sourceText)
        return sourceText + "·" * max(1, round(len(sourceText) * (LONGER - 1)))


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
    marked = [w for w in longer.findChildren(QLabel) if w.isVisible() and "·" in w.text()]
    assert marked or view in {View.CODEBOOK, View.CROSSTABS}
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
