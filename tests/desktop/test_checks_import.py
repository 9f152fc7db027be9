"""UX.md section 7, checks 8 to 10: 120 files of which 9 are troubled, a stop, work beside."""

import time
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from caseview.desktop.dialogs.import_progress import ImportDialog
from caseview.domain.outcome import ImportOutcome, OutcomeKind
from caseview.domain.suggestion import Decision
from caseview.wiring.session import Session
from tests.desktop.driving import press, to_front
from tests.desktop.real_casebook import CODER, PDF, Room, doorway
from tests.readers.conftest import Sheet, pdf_bytes

FILES, TROUBLED, STOPPED_AT, AT_ONCE = 120, 9, 60, 2
LONG = 600
WORDS = (
    "SAFEGUARDING ADULTS REVIEW\n\nAdult {0}\n\n1 Findings\n\n"
    "1.1 In contact {0} nobody asked Adult {0} what they wanted, and officers did not share "
    "information with the surgery. The visit was put off {0} times."
)
NO_CENTRAL = b"PK\x03\x04" + b"\x00" * 60
KINDS = {
    "1 password.pdf": OutcomeKind.REFUSED,
    "2 damaged.docx": OutcomeKind.REFUSED,
    "3 nothing.pdf": OutcomeKind.REFUSED,
    "z copy.txt": OutcomeKind.ALREADY_HERE,
    "5 scan.pdf": OutcomeKind.NO_TEXT,
    "~$6 open.docx": OutcomeKind.REFUSED,
    "7 really a pdf.docx": OutcomeKind.IMPORTED,
    "8 no pages.pdf": OutcomeKind.REFUSED,
    "9 long.pdf": OutcomeKind.IMPORTED,
}


def texts(folder: Path, count: int) -> None:
    """Put so many small reviews into a folder, each with words of its own."""
    folder.mkdir()
    for number in range(count):
        (folder / f"a review {number:03}.txt").write_text(WORDS.format(number), encoding="utf-8")


@pytest.fixture
def troubled(tmp_path: Path) -> Path:
    """The folder of check 8: 111 reviews and nine files that are not what they should be."""
    folder = tmp_path / "found"
    texts(folder, FILES - TROUBLED)
    secret = pdf_bytes([Sheet().text(72, 100, "Secret")], password=True)
    many = [Sheet().text(72, 100, f"Page {n} of a long review of practice.") for n in range(LONG)]
    for name, data in {
        "1 password.pdf": secret,
        "2 damaged.docx": NO_CENTRAL,
        "3 nothing.pdf": b"",
        "z copy.txt": b"\xef\xbb\xbf" + WORDS.format(7).encode(),
        "5 scan.pdf": pdf_bytes([Sheet().shade(50, 50, 500, 700)]),
        "~$6 open.docx": b"\x03JB" + b"\x00" * 50,
        "7 really a pdf.docx": pdf_bytes([Sheet().text(72, 100, "Findings of a review.")]),
        "8 no pages.pdf": pdf_bytes([]),
        "9 long.pdf": pdf_bytes(many),
    }.items():
        (folder / name).write_bytes(data)
    assert len(list(folder.iterdir())) == FILES
    return folder


@pytest.fixture
def session(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Session]:
    monkeypatch.setenv("PATH", "")  # no Tesseract: what is a scan stays one
    made = doorway(tmp_path).start(tmp_path / "Checked.casebook", coder=CODER, passphrase=None)
    yield made
    made.close()


def bring_in(session: Session, folder: Path, stop_at: int = 0) -> tuple[ImportOutcome, ...]:
    seen: list[int] = []

    def told(_: ImportOutcome, done: int, whole: int) -> None:
        seen.append(done)
        assert done <= whole

    stop: Callable[[], bool] = lambda: bool(stop_at) and len(seen) >= stop_at  # noqa: E731
    found = session.filing.import_files([folder], told, stop)
    assert seen == list(range(1, len(found) + 1))
    return found


def test_each_of_120_files_has_one_outcome_and_a_reason_and_the_casebook_opens_again(
    session: Session, troubled: Path, tmp_path: Path
) -> None:
    outcomes = bring_in(session, troubled)
    by_name = {Path(one.path).name: one for one in outcomes}
    assert len(outcomes) == len(by_name) == FILES
    assert {name: by_name[name].outcome for name in KINDS} == KINDS
    for one in outcomes:
        if one.outcome is not OutcomeKind.IMPORTED:
            assert one.reason.endswith("."), one
        if one.outcome in {OutcomeKind.REFUSED, OutcomeKind.NO_TEXT}:
            assert one.advice.endswith("."), one
    assert by_name["9 long.pdf"].pages == LONG
    counts = Counter(one.outcome for one in outcomes)
    assert counts == Counter(KINDS.values()) + Counter({OutcomeKind.IMPORTED: FILES - TROUBLED})
    assert session.filing.past_imports() == outcomes
    whole = session.reading.info().documents
    assert whole == FILES - counts[OutcomeKind.REFUSED] - 1
    path = session.casebook.path
    session.close()
    again = doorway(tmp_path).open(path, coder=CODER, passphrase=None)
    assert isinstance(again, Session)
    assert again.reading.info().documents == whole
    assert again.casebook.check(repair=False) == ()
    again.close()


def test_an_import_stopped_at_60_keeps_them_and_goes_on_without_a_duplicate(
    session: Session, tmp_path: Path
) -> None:
    folder = tmp_path / "many"
    texts(folder, FILES)
    first = bring_in(session, folder, stop_at=STOPPED_AT)
    # What was being read when it was stopped is kept too: a file is never left half in.
    assert STOPPED_AT <= len(first) <= STOPPED_AT + AT_ONCE
    assert session.reading.info().documents == len(first)
    second = bring_in(session, folder)
    counts = Counter(one.outcome for one in second)
    assert counts == {
        OutcomeKind.ALREADY_HERE: len(first),
        OutcomeKind.IMPORTED: FILES - len(first),
    }
    assert session.reading.info().documents == FILES
    names = [d.name for review in session.reading.library() for d in review.documents]
    assert len(names) == len(set(names)) == FILES


def test_the_reader_answers_a_key_while_files_are_imported(
    room: Room,
    qtbot: QtBot,
    tmp_path: Path,
    record_property: Callable[[str, object], None],
) -> None:
    folder = tmp_path / "many"
    texts(folder, FILES)
    room.read(PDF)
    first = room.reader.parts.queue.current
    before = room.session.reading.info().documents
    room.window.dropped.emit([folder])
    dialog = room.window.findChild(ImportDialog)
    assert dialog is not None
    dialog.hide()
    to_front(room.window, qtbot)
    room.reader.focus_first()
    assert first is not None
    qtbot.waitUntil(lambda: room.session.reading.info().documents > before, timeout=90_000)
    start = time.perf_counter()
    press(Qt.Key.Key_A)
    record_property("key answered, ms", round(1000 * (time.perf_counter() - start), 1))
    now = room.reader.parts.queue.current
    assert now is not None
    assert now.id != first.id  # the next is shown before anything is written

    def kept() -> bool:
        held = room.session.reading.suggestions(first.document_id)
        return next(one for one in held if one.id == first.id).decision is Decision.ACCEPTED

    qtbot.waitUntil(kept, timeout=60_000)
    assert room.session.reading.info().documents < before + FILES, "the import had ended by then"
    [importing] = [j for j in room.window.jobs.under_way() if j.doing == "Import the files"]
    importing.stop()
    qtbot.waitUntil(lambda: not room.window.jobs.under_way(), timeout=60_000)
    QApplication.processEvents()
