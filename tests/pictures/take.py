"""Takes the pictures that are looked at: python tests/pictures/take.py --out FOLDER.

Each view light, dark and in high contrast, the main states, 150 per cent, and the smallest window:
over the sample casebook with some of it decided. The geometry test looks at every other size.
"""

import argparse
import sys
import tempfile
from collections.abc import Iterable
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from tests.pictures.camera import Camera  # isort: skip - the platform comes first

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QApplication, QPushButton

from caseview.desktop.appearance.tokens import Scheme
from caseview.desktop.main import open_window
from caseview.desktop.pages.agreement.page import AgreementPage
from caseview.desktop.places import Place, View
from caseview.desktop.session.session import Session
from caseview.domain.crosstab import CellAddress, Counts, CrossTabSpec, Unit
from caseview.locate import places
from tests.bench.window_at_work import wait_for
from tests.desktop.pretended import Pretended, understood
from tests.desktop.real_casebook import CODER, PDF, doorway

KEY = Qt.Key
SIZE, SMALLEST = (1366, 720), (1024, 600)
THEME = "information_sharing"
FINISHED = 3
TABLE = CrossTabSpec(counts=Counts.PROVISIONAL)


def prepare(session: Session) -> None:
    """Decide and finish some of the sample, as on a second day of work."""
    for review in session.reading.library()[:FINISHED]:
        for document in review.documents:
            for kept in session.reading.suggestions(document.id)[:20]:
                session.deciding.accept(kept.id, is_key=kept.id % 7 == 0)
            if document.has_text:
                session.deciding.finish(document.id)


def views(camera: Camera) -> None:
    """Take every view once."""
    session = _session(camera)
    opened = session.reading.library()[FINISHED].documents[0].id
    for view, place in {
        **{view: Place(view) for view in View},
        View.READER: Place(View.READER, document=opened),
        View.SEARCH: Place(View.SEARCH, query="information"),
        View.CODEBOOK: Place(View.CODEBOOK, themes=(THEME,)),
        View.CROSSTABS: Place(View.CROSSTABS, spec=TABLE, cell=CellAddress(THEME, "sar")),
        View.SUMMARIES: Place(View.SUMMARIES, themes=(THEME,)),
    }.items():
        camera.go(place)
        if isinstance(page := camera.window.page(), AgreementPage):
            page.show_tab("rules")
        camera.take(str(view))


def press(camera: Camera, words: str) -> None:
    """Press the button whose words begin so."""
    page = camera.window.page()
    assert page is not None
    shown = [b for b in page.findChildren(QPushButton) if b.isVisible()]
    found = [b for b in shown if words in understood(f"{b.text()} {b.accessibleName()}")]
    if not found:
        raise LookupError([b.accessibleName() for b in shown])
    found[0].click()
    camera.settle()


def states(camera: Camera) -> None:
    """Take the main states beside those that the views open with."""
    for name, place, words in (
        ("library-guesses", Place(View.LIBRARY), "To confirm"),
        ("library-screening", Place(View.LIBRARY), "Screening"),
        ("search-documents", Place(View.SEARCH, query="police"), "By document"),
        ("search-none", Place(View.SEARCH, query="informaton"), ""),
        ("search-amiss", Place(View.SEARCH, query="(police OR"), ""),
        ("codebook-missed", Place(View.CODEBOOK, themes=(THEME,)), "May be missed"),
        ("codebook-rule", Place(View.CODEBOOK, themes=(THEME,)), "About the theme: Theme|Add rule"),
        ("crosstabs-bars", Place(View.CROSSTABS, spec=TABLE), "All rows"),
        ("crosstabs-tags", Place(View.CROSSTABS, spec=CrossTabSpec(counts=Counts.TAGS)), ""),
        ("crosstabs-together", Place(View.CROSSTABS), "Themes together"),
        ("crosstabs-years", Place(View.CROSSTABS), "Over the years"),
        ("crosstabs-review", Place(View.CROSSTABS), "One review"),
        ("crosstabs-body", Place(View.CROSSTABS), "Force or board"),
        ("recommendations-responses", Place(View.RECOMMENDATIONS), "Responses"),
        ("summaries-words", Place(View.SUMMARIES, themes=(THEME,)), "Your words"),
        ("agreement-spot-check", Place(View.AGREEMENT), "Spot check"),
    ):
        camera.go(place)
        for each in filter(None, words.split("|")):
            press(camera, each)
        camera.take(name)


def reader(camera: Camera) -> None:
    """Take the Reader at work: on the printed page, and with its notes."""
    camera.read(PDF)
    camera.press(KEY.Key_A, KEY.Key_X, KEY.Key_P)
    camera.take("reader-page")
    press(camera, "Both")
    camera.take("reader-both")
    camera.press(KEY.Key_P, KEY.Key_P, KEY.Key_W, KEY.Key_N)
    camera.type_in("Compare with the dates the second report gives.")
    camera.take("reader-note")
    camera.press(KEY.Key_Escape)


def large(camera: Camera) -> None:
    """Take what is fullest at 150 per cent, then in the smallest window."""
    for view, tabs in (
        (View.LIBRARY, ("Show: Reviews",)),
        (View.CROSSTABS, ("What to look at: Cross-tab", "Shown as: Table")),
    ):
        camera.go(Place(view))
        for tab in tabs:
            press(camera, tab)
    full = [
        Place(View.LIBRARY),
        Place(View.READER),
        Place(View.CROSSTABS, spec=CrossTabSpec(unit=Unit.PASSAGES)),
    ]
    camera.window.look.resize(150)
    for place in full:
        camera.go(place)
        camera.take(f"{place.view}-150")
    camera.window.look.resize(100)
    camera.window.resize(*SMALLEST)
    for place in full:
        camera.go(place)
        camera.take(f"{place.view}-1024")
    camera.window.resize(*SIZE)


def take(out: Path, folder: Path, *, schemes: Iterable[Scheme] = Scheme) -> int:
    """Fill a sample casebook in `folder`, take all pictures and return how many there are."""
    door = doorway(folder)
    window = open_window(places().resources, door)
    window.resize(*SIZE)
    camera = Camera(window, out)
    camera.take("welcome")
    window.close()
    path = folder / "Sample casebook.casebook"
    session = door.start(path, coder=CODER, passphrase=None)
    session.filing.import_files(door.sample_files(), lambda *_: None, lambda: False)
    prepare(session)
    session.close()
    window = open_window(places().resources, door, path)
    wait_for(lambda: window.page() is not None)
    window.resize(*SIZE)
    taken, camera = camera.taken, Camera(window, out)
    for scheme in schemes:
        window.look.choose(scheme)
        views(camera)
    window.look.choose(Scheme.LIGHT)
    for each in (states, reader, large):
        each(camera)
    window.close()
    return taken + camera.taken


def _session(camera: Camera) -> Session:
    desk = camera.window.desk
    assert desk is not None
    return desk.session


def main() -> None:
    """Read the command line and take the pictures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--out", type=Path, required=True, help="folder for the pictures")
    parser.add_argument(
        "--pretend", action="store_true", help="in a pretended language, longer and accented"
    )
    asked = parser.parse_args()
    asked.out.mkdir(parents=True, exist_ok=True)
    application = QApplication([])
    language = Pretended()
    if asked.pretend:
        QCoreApplication.installTranslator(language)
    with tempfile.TemporaryDirectory(prefix="caseview-pictures-") as held:
        schemes = [Scheme.LIGHT] if asked.pretend else list(Scheme)
        taken = take(asked.out, Path(held), schemes=schemes)
    sys.stdout.write(f"{taken} pictures in {asked.out}\n")
    application.quit()


if __name__ == "__main__":
    main()
