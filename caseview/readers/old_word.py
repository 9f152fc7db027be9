"""Word documents in the old .doc format, through a program of this computer that reads them."""

import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from caseview.domain.document import DocumentText
from caseview.domain.errors import ReadError
from caseview.readers.assemble import Piece, assemble
from caseview.readers.limits import USUAL, Limits, check_size
from caseview.readers.piped_tables import stretches
from caseview.readers.programs import ProgramError, find_program, may_write, run_program
from caseview.readers.text import read_plain
from caseview.readers.word import read_word

_ADVICE = "Open it in Word or LibreOffice, save it as .docx and import that."
_SHARE = 0.75
_SETTINGS = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Common/Security/Scripting">
<prop oor:name="MacroSecurityLevel" oor:op="fuse"><value>3</value></prop></item>
<item oor:path="/org.openoffice.Office.Common/Security/Scripting">
<prop oor:name="DisableMacrosExecution" oor:op="fuse"><value>true</value></prop></item>
<item oor:path="/org.openoffice.Office.Common/Security/Scripting">
<prop oor:name="BlockUntrustedRefererLinks" oor:op="fuse"><value>true</value></prop></item>
<item oor:path="/org.openoffice.Office.Writer/Content/Update">
<prop oor:name="Link" oor:op="fuse"><value>0</value></prop></item>
</oor:items>
"""


def read_old_word(data: bytes, limits: Limits = USUAL) -> DocumentText:
    """Return the document in an old Word file's bytes.

    LibreOffice makes a .docx of it in a private folder that goes again, with macros and links
    off; where there is none, antiword or catdoc give its plain words, without headings. Raises
    ReadError that says how to convert it where this computer has none of them.
    """
    check_size(len(data), limits.file)
    office = find_program("soffice", "libreoffice")
    if office is not None:
        try:
            return read_word(_converted(data, office, limits), limits)
        except ProgramError:
            office = None
    for name in ("antiword", "catdoc"):
        program = find_program(name)
        if program is not None:
            text = _plain_words(data, program, limits)
            if text is not None:
                return text
    raise ReadError(
        "This is a Word document in the old .doc format, and nothing on this computer could turn"
        " it into one that CaseView reads.",
        _ADVICE,
    )


def _converted(data: bytes, office: Path, limits: Limits) -> bytes:
    with _private_folder(data, limits) as folder:
        profile = folder / "profile"
        (profile / "user").mkdir(parents=True)
        (profile / "user" / "registrymodifications.xcu").write_text(_SETTINGS, encoding="utf-8")
        run_program(
            [
                office,
                f"-env:UserInstallation={profile.as_uri()}",
                "--headless",
                "--norestore",
                "--nolockcheck",
                "--infilter=MS Word 97",
                "--convert-to",
                "docx",
                "--outdir",
                folder / "out",
                folder / "review.doc",
            ],
            seconds=_SHARE * limits.seconds,
            settings={"HOME": str(folder), "SAL_USE_VCLPLUGIN": "svp"},
            folder=folder,
        )
        made = folder / "out" / "review.docx"
        if not made.is_file():
            raise ProgramError("nothing was written")
        check_size(made.stat().st_size, limits.file)
        return made.read_bytes()


def _plain_words(data: bytes, program: Path, limits: Limits) -> DocumentText | None:
    """Return the words that antiword or catdoc find, None where they find none."""
    options = ["-m", "UTF-8.txt", "-w", "0"] if program.stem == "antiword" else ["-d", "utf-8"]
    with _private_folder(data, limits) as folder:
        try:
            written = run_program(
                [program, *options, folder / "review.doc"],
                seconds=limits.seconds / 6,
                folder=folder,
            )
        except ProgramError:
            return None
    if not written.strip():
        return None
    words = written.decode("utf-8", errors="replace").replace("\r\n", "\n")
    pieces = [
        piece
        for plain, table in stretches(words)
        for piece in (table or (_pieces(plain, limits) if plain.strip() else ()))
    ]
    remark = "Read without LibreOffice: headings and tables of this old .doc may be missing."
    return assemble(pieces, remarks=[remark])


def _pieces(words: str, limits: Limits) -> Iterator[Piece]:
    """Yield the paragraphs of plain words."""
    read = read_plain(words.encode(), limits)
    for p in read.paragraphs:
        yield Piece(read.text[p.start : p.end], p.style, p.level, p.printed, bold=p.bold)


@contextmanager
def _private_folder(data: bytes, limits: Limits) -> Iterator[Path]:
    """Give a folder of our own with the document in it; it is gone afterwards."""
    with may_write(limits.file, limits.helper_memory):
        try:
            folder = Path(tempfile.mkdtemp(prefix="caseview-doc-"))
        except OSError as trouble:
            raise _no_room() from trouble
        try:
            _keep(folder / "review.doc", data)
            yield folder
        finally:
            shutil.rmtree(folder, ignore_errors=True)


def _keep(path: Path, data: bytes) -> None:
    try:
        path.write_bytes(data)
    except OSError as trouble:
        raise _no_room() from trouble


def _no_room() -> ReadError:
    return ReadError(
        "There is no room to turn this old .doc into one that CaseView reads.",
        f"Make room on the disk, or: {_ADVICE[0].lower()}{_ADVICE[1:]}",
    )
