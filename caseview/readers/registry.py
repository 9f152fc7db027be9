"""One door for every format: a path or its bytes in, the words of the document out."""

from collections.abc import Callable
from pathlib import Path

from caseview.domain.document import DocumentText
from caseview.domain.errors import ReadError
from caseview.readers.limits import USUAL, Limits, check_size
from caseview.readers.mail import read_mail
from caseview.readers.markdown import read_markdown
from caseview.readers.odt import read_open_document
from caseview.readers.old_word import read_old_word
from caseview.readers.pdf import read_pdf
from caseview.readers.rich_text import read_rich_text
from caseview.readers.sniff import FileType, file_type
from caseview.readers.telling import Tell, to_nobody
from caseview.readers.text import read_plain
from caseview.readers.web_page import read_web_page
from caseview.readers.word import read_word

_LOCK_FILE = "~$"


def read_text(path: Path, limits: Limits = USUAL) -> DocumentText:
    """Return the words of the file at `path`; "" for a scan without a text layer.

    What the file is, is told by its content and not by its name. Raises ReadError in plain words
    when it cannot be read.
    """
    return text_of(read_bytes(path, limits), path, limits)


def read_bytes(path: Path, limits: Limits = USUAL) -> bytes:
    """Return the bytes of a file that is there, may be read and is not too large.

    Raises ReadError otherwise.
    """
    if path.name.startswith(_LOCK_FILE):
        raise ReadError(
            "This is a temporary file that Word makes while a document is open, not a document.",
            "Leave it out; import the document itself.",
        )
    try:
        if path.is_dir():
            raise ReadError("This is a folder, not a file.", "Import the files in it.")
        size = path.stat().st_size
        check_size(size, limits.file)
        data = path.read_bytes()
    except FileNotFoundError as missing:
        raise ReadError(
            "The file is no longer there.", "See whether it was moved or renamed."
        ) from missing
    except PermissionError as denied:
        raise ReadError(
            "You are not allowed to read this file, or another program holds it.",
            "Close it elsewhere, or ask whoever looks after the folder for access.",
        ) from denied
    except OSError as trouble:
        raise ReadError(
            f"The file could not be fetched from its disk ({trouble.strerror or trouble}).",
            "See whether the disk or network folder is there, then import it again.",
        ) from trouble
    check_size(len(data), limits.file)
    return data


def text_of(
    data: bytes, path: Path, limits: Limits = USUAL, tell: Tell = to_nobody
) -> DocumentText:
    """Return the words in a file's bytes; `path` lends its suffix, `tell` hears of pages.

    Raises ReadError.
    """
    kind = file_type(data, path.suffix)
    if kind is FileType.PDF:
        return read_pdf(data, limits, tell)
    return _READS[kind](data, limits)


_READS: dict[FileType, Callable[[bytes, Limits], DocumentText]] = {
    FileType.WORD: read_word,
    FileType.OLD_WORD: read_old_word,
    FileType.OPEN_DOCUMENT: read_open_document,
    FileType.RICH_TEXT: read_rich_text,
    FileType.WEB_PAGE: read_web_page,
    FileType.MARKDOWN: read_markdown,
    FileType.MAIL: read_mail,
    FileType.TEXT: read_plain,
}
