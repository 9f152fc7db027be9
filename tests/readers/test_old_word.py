"""Old Word files: through LibreOffice where there is one, else a refusal that says how."""

import io
import os
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import docx
import pytest

from caseview.domain.description import ReadDocument, Refused
from caseview.domain.errors import ReadError
from caseview.readers.limits import Limits
from caseview.readers.pipeline import Preparation
from caseview.readers.programs import ProgramError, run_program
from caseview.readers.registry import read_text
from caseview.readers.worker import ChildReader

RESOURCES = Path(__file__).parents[2] / "resources"
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 504 + "WordDocument".encode("utf-16-le")

with_office = pytest.mark.skipif(shutil.which("soffice") is None, reason="needs LibreOffice")


@pytest.fixture(scope="module")
def old_word(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A real .doc with a heading, a table and words."""
    folder = tmp_path_factory.mktemp("old")
    document, held = docx.Document(), io.BytesIO()
    document.add_heading("Analysis", 1)
    document.add_paragraph("The worker was never asked about the injury.")
    table = document.add_table(1, 2)
    table.rows[0].cells[0].text, table.rows[0].cells[1].text = "Train the staff", "The Trust"
    document.add_paragraph("Nobody asked again.")
    document.save(held)
    (folder / "review.docx").write_bytes(held.getvalue())
    subprocess.run(  # noqa: S603 (a fixed command)
        [  # noqa: S607 (the program the mark looked for)
            "soffice",
            f"-env:UserInstallation={(folder / 'profile').as_uri()}",
            "--headless",
            "--convert-to",
            "doc",
            "--outdir",
            str(folder),
            str(folder / "review.docx"),
        ],
        check=True,
        capture_output=True,
    )
    return folder / "review.doc"


def left_behind() -> set[str]:
    return {path.name for path in Path(tempfile.gettempdir()).glob("caseview-doc-*")}


@with_office
def test_an_old_word_file_is_read_in_a_child_with_its_headings_and_tables(old_word: Path) -> None:
    before = left_behind()
    codebook = (RESOURCES / "codebooks" / "core.toml").read_text(encoding="utf-8")
    reader = ChildReader(Preparation(RESOURCES / "lists", codebook))
    (read,) = reader.read([old_word], jobs=1, stop=lambda: False)
    assert isinstance(read, ReadDocument), read
    styles = [p.style.value for p in read.text.paragraphs]
    assert styles == ["heading", "body", "table_row", "body"]
    assert "Train the staff | The Trust" in read.text.text
    assert left_behind() <= before


@with_office
def test_a_damaged_old_word_file_is_refused_or_read(old_word: Path, tmp_path: Path) -> None:
    path = tmp_path / "cut.doc"
    path.write_bytes(old_word.read_bytes()[:6_000])
    codebook = (RESOURCES / "codebooks" / "core.toml").read_text(encoding="utf-8")
    reader = ChildReader(Preparation(RESOURCES / "lists", codebook))
    (outcome,) = reader.read([path], jobs=1, stop=lambda: False)
    assert isinstance(outcome, ReadDocument | Refused)
    assert "stumbled" not in getattr(outcome, "reason", "")


def test_without_a_program_the_refusal_says_how_to_convert(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", "")
    path = tmp_path / "a.doc"
    path.write_bytes(OLE)
    with pytest.raises(ReadError, match=r"old \.doc format") as caught:
        read_text(path)
    assert "save it as .docx" in caught.value.advice


def gone(pid: int) -> bool:
    """Whether a process has ended, were it only still to be waited for."""
    return state_of(pid) in {"", "Z"}


def state_of(pid: int) -> str:
    """Return the letter of a process's state, "" for none; a small Linux has no program for it."""
    if Path("/proc/self/stat").exists():
        try:
            told = Path(f"/proc/{pid}/stat").read_text(encoding="utf-8")
        except OSError:
            return ""
        return told.rpartition(")")[2].split()[0]
    done = subprocess.run(  # noqa: S603 (a fixed command)
        ["ps", "-o", "stat=", "-p", str(pid)],  # noqa: S607 (wherever it stands)
        capture_output=True,
        text=True,
        check=False,
    )
    return done.stdout.strip()[:1]


def script(folder: Path, name: str, body: str) -> None:
    made = folder / name
    made.write_text(f"#!/bin/sh\n{body}\n")
    made.chmod(0o700)


@pytest.mark.skipif(os.name == "nt", reason="needs a shell script")
def test_antiword_gives_plain_words_where_there_is_no_office(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    script(tmp_path, "antiword", "echo 'The worker was never asked.'")
    monkeypatch.setenv("PATH", str(tmp_path))
    path = tmp_path / "a.doc"
    path.write_bytes(OLE)
    read = read_text(path)
    assert read.text == "The worker was never asked."
    assert "headings and tables" in read.remarks[-1]


PIPED = """The plan follows.

|No. |Recommendation      |Lead          |
|1   |Train all staff who |Children’s    |
|    |see children.       |Social Care   |
|2   |Review the policy.  |              |

It was agreed | in May."""


@pytest.mark.skipif(os.name == "nt", reason="needs a shell script")
def test_a_table_that_antiword_draws_keeps_its_rows_and_columns(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    script(tmp_path, "antiword", f"/bin/cat <<'END'\n{PIPED}\nEND")
    monkeypatch.setenv("PATH", str(tmp_path))
    path = tmp_path / "a.doc"
    path.write_bytes(OLE)
    read = read_text(path)
    assert [(p.style.value, p.printed, read.text[p.start : p.end]) for p in read.paragraphs] == [
        ("body", "", "The plan follows."),
        ("table_row", "", "No. | Recommendation | Lead"),
        ("table_row", "1", "Train all staff who see children. | Children’s Social Care"),
        ("table_row", "2", "Review the policy."),
        ("body", "", "It was agreed | in May."),
    ]


@pytest.mark.skipif(os.name == "nt", reason="needs a shell script")
def test_a_program_that_hangs_is_ended_with_what_it_started(tmp_path: Path) -> None:
    script(tmp_path, "soffice", '/bin/sleep 600 &\necho $! > "$0.pid"\nwait')
    with pytest.raises(ProgramError, match="longer than"):
        run_program([tmp_path / "soffice"], seconds=0.5)
    pid = int((tmp_path / "soffice.pid").read_text())
    for _ in range(200):
        if gone(pid):
            return
        time.sleep(0.05)
    pytest.fail("what the program started still runs")


@pytest.mark.skipif(os.name == "nt", reason="needs a shell script")
def test_an_office_that_hangs_leaves_the_refusal(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    script(tmp_path, "soffice", "exec /bin/sleep 600")
    monkeypatch.setenv("PATH", str(tmp_path))
    path = tmp_path / "a.doc"
    path.write_bytes(OLE)
    with pytest.raises(ReadError, match=r"old \.doc format"):
        read_text(path, Limits(seconds=0.4))


ABRUPT = """
import os, sys, threading
from pathlib import Path
from caseview.readers.registry import read_text
folder = Path(sys.argv[1])

def look():
    while not (folder / "soffice.pid").exists():
        pass
    os._exit(9)

threading.Thread(target=look).start()
read_text(folder / "a.doc")
"""


@pytest.mark.skipif(os.name == "nt", reason="needs a shell script")
def test_a_reader_that_ends_abruptly_leaves_neither_office_nor_folder(tmp_path: Path) -> None:
    script(
        tmp_path, "soffice", '/bin/sleep 600 &\necho $! > "$0.new"\n/bin/mv "$0.new" "$0.pid"\nwait'
    )
    (tmp_path / "a.doc").write_bytes(OLE)
    held = tmp_path / "temporary"
    held.mkdir()
    done = subprocess.run(  # noqa: S603 (a fixed command)
        [sys.executable, "-c", ABRUPT, str(tmp_path)],
        env={**os.environ, "PATH": str(tmp_path), "TMPDIR": str(held)},
        check=False,
    )
    assert done.returncode == 9
    pid = int((tmp_path / "soffice.pid").read_text())
    for _ in range(200):
        if gone(pid) and not list(held.iterdir()):
            return
        time.sleep(0.05)
    pytest.fail("the office still runs, or its folder is still there")
