"""What cannot be opened or written is said in plain words, each its own."""

import json
import shutil
import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest

from caseview.domain.description import ReadDocument
from caseview.domain.errors import (
    CasebookCannotOpenError,
    CasebookDamagedError,
    CasebookError,
    WrongPassphraseError,
)
from caseview.domain.journal import SetSetting
from caseview.store.casebook import StoredCasebook
from caseview.store.connect import engine_for
from caseview.store.keys import key_of

Document = Callable[..., tuple[ReadDocument, bytes]]
Maker = Callable[..., StoredCasebook]
PLAIN_ONLY = pytest.mark.parametrize("passphrase", [None], ids=["plain"])


def alone(path: Path) -> None:
    """Check that nothing was left beside the casebook."""
    assert {one.name for one in path.parent.iterdir()} <= {path.name}


def test_a_new_casebook_says_what_it_is(casebook: StoredCasebook, passphrase: str | None) -> None:
    info = casebook.info()
    assert (info.title, info.codebook, info.codebook_version) == ("National learning", "Small", "1")
    assert info.encrypted is (passphrase is not None)
    assert info.coders == ("SO",)
    assert (info.documents, info.reviews, info.tags, info.marking) == (0, 0, 0, "")
    assert info.size > 0
    with casebook.reading() as work:
        assert [theme.id for theme in work.codebook.themes][-1] == "change"
        assert work.sql.rows("SELECT group_id, marker FROM theme WHERE id = 'change'") == [
            (None, 1)
        ]


def test_the_title_is_the_files_name_unless_given(maker: Maker) -> None:
    made = maker()
    assert made.info().title == "work"
    made.close()


def test_a_synced_folder_gets_a_rollback_journal_and_a_local_one_its_log_back(
    maker: Maker, opener: Maker, tmp_path: Path, document: Document
) -> None:
    there, here = (
        tmp_path / name / "work.casebook" for name in ("OneDrive - Northmoor", "Reviews")
    )
    for path in (there, here):
        path.parent.mkdir()
    made = maker(here)
    with made.writing() as work:
        work.documents.add(*document(), None)
    made.close()
    shutil.move(here, there)
    for path, mode in ((there, "delete"), (here, "wal")):
        if path == here:
            shutil.move(there, here)
        again = opener(path)
        with again.writing() as work:
            assert work.sql.rows("PRAGMA journal_mode") == [(mode,)]
            assert len(work.documents.all()) == 1
        again.close()
        alone(path)


def test_nothing_is_overwritten(maker: Maker, path: Path) -> None:
    path.write_text("a list of things to do", encoding="utf-8")
    with pytest.raises(CasebookError, match=r"already. It was left as it is"):
        maker()
    assert path.read_text(encoding="utf-8") == "a list of things to do"
    alone(path)


def test_no_folder_no_casebook(maker: Maker, opener: Maker, tmp_path: Path) -> None:
    with pytest.raises(CasebookCannotOpenError, match="no folder"):
        maker(tmp_path / "nowhere" / "a.casebook")
    with pytest.raises(CasebookCannotOpenError, match="no casebook at"):
        opener(tmp_path / "nowhere" / "a.casebook")


@pytest.mark.parametrize("content", [b"", b"PK\x03\x04 a Word file, renamed", b"\x00" * 9000])
def test_a_file_that_is_no_casebook_is_left_alone(
    opener: Maker, path: Path, content: bytes
) -> None:
    path.write_bytes(content)
    with pytest.raises(CasebookDamagedError, match="not a casebook"):
        opener()
    assert path.read_bytes() == content
    alone(path)


@PLAIN_ONLY
def test_the_database_of_another_program_is_left_alone(opener: Maker, path: Path) -> None:
    other = sqlite3.connect(path)
    other.execute("CREATE TABLE birds (name)")
    other.close()
    before = path.read_bytes()
    with pytest.raises(CasebookDamagedError, match="another program"):
        opener()
    assert path.read_bytes() == before
    alone(path)


def test_a_wrong_passphrase_says_so_and_nothing_on_standard_error(
    casebook: StoredCasebook, opener: Maker, path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    casebook.close()
    if not key_needed(path):
        opener(passphrase="not needed").close()  # noqa: S106 - of an invented casebook
        return
    with pytest.raises(WrongPassphraseError, match="does not open"):
        opener(passphrase="another")  # noqa: S106 - of an invented casebook
    for none in (None, ""):
        with pytest.raises(WrongPassphraseError, match="none was given"):
            opener(passphrase=none)
    assert capfd.readouterr() == ("", "")
    alone(path)
    opener().close()


def key_needed(path: Path) -> bool:
    return path.read_bytes()[:3] == b"CVK"


def test_the_words_of_a_keyed_casebook_cannot_be_read_in_its_file(
    casebook: StoredCasebook, document: Document, path: Path, passphrase: str | None
) -> None:
    with casebook.writing() as work:
        work.documents.add(*document(), None)
    casebook.close()
    assert (b"vacancies" in path.read_bytes()) is (passphrase is None)


def test_a_damaged_page_is_reported_as_damage(
    casebook: StoredCasebook, opener: Maker, document: Document, path: Path
) -> None:
    with casebook.writing() as work:
        for number in range(30):
            work.documents.add(*document(f"{number}.pdf", ["Heading"] + ["Words"] * 40), None)
    casebook.close()
    content = bytearray(path.read_bytes())
    for page in range(10, len(content) // 4096):
        content[page * 4096 : page * 4096 + 4096] = b"\xa5" * 4096
    path.write_bytes(content)
    with pytest.raises(CasebookDamagedError) as told:
        read_everything(opener)
    assert "newest backup" in told.value.advice


def read_everything(opener: Maker) -> None:
    opened = opener()
    try:
        with opened.reading() as work:
            for one in work.documents.all():
                work.documents.text(one.id)
    finally:
        opened.close()


def test_a_casebook_of_a_newer_caseview_is_not_touched(
    casebook: StoredCasebook, opener: Maker, path: Path
) -> None:
    with casebook.writing() as work:
        work.sql.rows("UPDATE alembic_version SET version_num = '9999'")
    casebook.close()
    before = path.read_bytes()
    with pytest.raises(CasebookCannotOpenError, match="newer CaseView"):
        opener()
    assert path.read_bytes() == before
    alone(path)


@pytest.mark.parametrize("passphrase", ["keyed"], ids=["keyed"])
def test_a_key_made_in_a_newer_way_is_not_guessed_at(
    casebook: StoredCasebook, opener: Maker, path: Path
) -> None:
    casebook.close()
    content = bytearray(path.read_bytes())
    content[3] = 9
    path.write_bytes(content)
    with pytest.raises(CasebookCannotOpenError, match="newer CaseView"):
        opener()


def test_a_read_only_folder_is_said_to_be_one(
    casebook: StoredCasebook, opener: Maker, maker: Maker, path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    casebook.close()

    def refused(*_: object) -> int:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr("caseview.store.lock.os.open", refused)
    with pytest.raises(CasebookCannotOpenError, match="read-only"):
        opener()
    with pytest.raises(CasebookCannotOpenError, match="read-only"):
        maker(path.with_name("new.casebook"))
    alone(path)


def test_a_casebook_half_made_by_a_killed_process_is_made_anew(maker: Maker, path: Path) -> None:
    path.with_name(path.name + ".new").write_bytes(b"half")
    maker().close()
    alone(path)


def test_an_empty_passphrase_makes_no_casebook(maker: Maker, path: Path) -> None:
    with pytest.raises(CasebookError, match="empty"):
        maker(passphrase="")
    assert not path.exists()
    alone(path)


def test_the_casebook_is_one_file_that_says_which_program_it_belongs_to(
    casebook: StoredCasebook, path: Path
) -> None:
    casebook.close()
    alone(path)
    if not key_needed(path):
        assert path.read_bytes()[68:72] == b"CVB1"


def test_sqlite_itself_asks_for_the_key(
    casebook: StoredCasebook, path: Path, passphrase: str | None
) -> None:
    casebook.close()
    key = key_of(path, passphrase, lambda words, salt: (words + salt).ljust(32, b"x")[:32])
    engine = engine_for(path, key)
    if key is not None:
        with pytest.raises(Exception, match="not a database"), engine.connect() as connection:
            connection.exec_driver_sql("SELECT * FROM casebook")
    engine.dispose()


def test_the_lock_names_the_coder(casebook: StoredCasebook, path: Path) -> None:
    said = json.loads(path.with_name(path.name + ".lock").read_text(encoding="utf-8"))
    assert said["who"] == "SO"


def test_a_casebook_that_cannot_be_made_whole_is_not_made(maker: Maker, path: Path) -> None:
    with pytest.raises(Exception, match="title"):
        maker(title=object())
    assert not path.exists()
    alone(path)


def test_a_folder_that_may_not_be_looked_into_is_said_to_be_one(
    maker: Maker, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refused(_path: Path) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "lstat", refused)
    with pytest.raises(CasebookCannotOpenError, match="not allowed into the folder"):
        maker(tmp_path / "other.casebook")


def test_a_reader_is_no_coder_until_something_is_changed(
    casebook: StoredCasebook, opener: Maker
) -> None:
    casebook.close()
    reader = opener(coder="EX")
    assert reader.info().coders == ("SO",)
    with reader.writing() as work:
        work.journal.perform("Mark", [SetSetting("marking", None, "OFFICIAL")], "EX")
    assert reader.info().coders == ("EX", "SO")
    reader.close()
