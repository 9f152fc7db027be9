"""What a file is, told by its first bytes and never by its name."""

from dataclasses import dataclass
from enum import StrEnum

from caseview.domain.errors import ReadError
from caseview.readers.package import holds_open_document


class FileType(StrEnum):
    """The formats that are read."""

    WORD = "word"
    OLD_WORD = "old word"
    PDF = "pdf"
    OPEN_DOCUMENT = "open document"
    RICH_TEXT = "rich text"
    WEB_PAGE = "web page"
    MARKDOWN = "markdown"
    MAIL = "mail"
    TEXT = "text"


SUFFIXES = (
    ".docx", ".doc", ".pdf", ".odt", ".rtf", ".html", ".htm", ".eml", ".md", ".txt",
)  # fmt: skip
"""The endings of the files that are read, for a person to choose by."""

_PLAIN = {
    "": FileType.TEXT,
    ".txt": FileType.TEXT,
    ".text": FileType.TEXT,
    ".md": FileType.MARKDOWN,
    ".markdown": FileType.MARKDOWN,
    ".eml": FileType.MAIL,
    ".html": FileType.WEB_PAGE,
    ".htm": FileType.WEB_PAGE,
    ".xhtml": FileType.WEB_PAGE,
}
"""What plain characters are read as, by the ending of the file's name."""

_AGAIN = "Save it as a Word document (.docx), PDF or plain text and import that."
_KNOWN = (
    "CaseView reads Word (.docx, .doc), PDF, OpenDocument (.odt), Rich Text (.rtf), web pages"
    " (.html), messages (.eml), Markdown (.md) and plain text (.txt)."
)


@dataclass(frozen=True, slots=True)
class _Stranger:
    """A format that is known but not read: the bytes it opens with, and what it is called."""

    opening: bytes
    what: str
    advice: str = _AGAIN


_LOOK = "Look at what was sent; import the review itself."
_PICTURE = "Put it into a PDF to import it as a scan, or ask for the document itself."
_STRANGERS = (
    _Stranger(b"MZ", "a Windows program, not a document", "Do not open it. Tell whoever sent it."),
    _Stranger(b"\x7fELF", "a program, not a document", "Do not open it. Tell whoever sent it."),
    _Stranger(b"\xca\xfe\xba\xbe", "a program, not a document", "Do not open it."),
    _Stranger(b"#!", "a script, not a document", "Do not open it. Tell whoever sent it."),
    _Stranger(b"\x89PNG", "a picture (PNG)", _PICTURE),
    _Stranger(b"\xff\xd8\xff", "a picture (JPEG)", _PICTURE),
    _Stranger(b"GIF8", "a picture (GIF)", _PICTURE),
    _Stranger(b"BM", "a picture (BMP)", _PICTURE),
    _Stranger(b"II*\x00", "a picture (TIFF)", _PICTURE),
    _Stranger(b"MM\x00*", "a picture (TIFF)", _PICTURE),
    _Stranger(b"\x1f\x8b", "a compressed archive", "Unpack it and import what is inside."),
    _Stranger(
        b"7z\xbc\xaf\x27\x1c", "a compressed archive", "Unpack it and import what is inside."
    ),
    _Stranger(b"Rar!", "a compressed archive", "Unpack it and import what is inside."),
    _Stranger(b"SQLite format 3", "a database, not a document", _LOOK),
    _Stranger(b"%!PS", "a PostScript file", "Save it as PDF and import that."),
)

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_OLD_WORD = "WordDocument"
_OLE_CONTENTS = (
    (
        "EncryptedPackage",
        "Needs a password: this Office file is encrypted.",
        "Ask the sender for a copy without a password.",
    ),
    ("Workbook", "This is an old Excel workbook, not a review.", _AGAIN),
    ("PowerPoint Document", "This is an old PowerPoint file, not a review.", _AGAIN),
    (
        "__properties_version1",
        "This is a saved Outlook message.",
        "Save the message as text, or import its attachment.",
    ),
)

_PDF_WITHIN = 1024
_TEXT_SAMPLE = 65_536
_FIRST_PRINTED = 32
_CONTROLS = bytes(byte for byte in range(_FIRST_PRINTED) if byte not in b"\t\n\r\f\x1a")
_FEWEST_PAIRS = 2
_RICH_TEXT = b"{\\rtf"
_WEB_PAGE = (b"<!doctype html", b"<html")
_XML = (b"<?xml", b"<svg")
_BYTE_ORDER_MARKS = (b"\xff\xfe", b"\xfe\xff")


def file_type(data: bytes, suffix: str) -> FileType:
    """Return the format of a file's bytes; `suffix` (".txt") counts for plain characters only.

    Raises ReadError in plain words for every format that is not read.
    """
    if b"%PDF-" in data[:_PDF_WITHIN]:
        return FileType.PDF
    if data.startswith(b"PK"):
        return FileType.OPEN_DOCUMENT if holds_open_document(data) else FileType.WORD
    if data.startswith(_OLE):
        return _what_ole_holds(data)
    if data.startswith(_RICH_TEXT):
        return FileType.RICH_TEXT
    for stranger in _STRANGERS:
        if data.startswith(stranger.opening) and not _plainly_text(stranger, data):
            raise ReadError(f"This is {stranger.what}.", stranger.advice)
    return _characters(data, suffix.lower())


def _plainly_text(stranger: _Stranger, data: bytes) -> bool:
    """Return whether a short opening such as "BM" is the start of ordinary words."""
    return stranger.opening in {b"MZ", b"BM"} and not _looks_binary(data)


def _what_ole_holds(data: bytes) -> FileType:
    """Return that an old Office file is a Word document; raise what else it is."""
    for name, message, advice in _OLE_CONTENTS:
        if name.encode("utf-16-le") in data:
            raise ReadError(message, advice)
    if _OLD_WORD.encode("utf-16-le") in data:
        return FileType.OLD_WORD
    raise ReadError("This is an old Office file of an unknown kind.", _AGAIN)


def _characters(data: bytes, suffix: str) -> FileType:
    if _looks_binary(data):
        raise ReadError(
            "This is not a kind of file CaseView knows: it holds no readable characters.",
            _KNOWN,
        )
    opening = data[:_PDF_WITHIN].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    if opening.startswith(_WEB_PAGE) or (opening.startswith(_XML) and b"<html" in opening):
        return FileType.WEB_PAGE
    if opening.startswith(_XML):
        raise ReadError(
            "This is an XML file, which CaseView does not read.",
            "Open it in the program it comes from, save it as PDF and import that.",
        )
    kind = _PLAIN.get(suffix)
    if kind is None and suffix in SUFFIXES:
        raise ReadError(
            f"The file is called {suffix} but holds plain characters: it is damaged, or not what"
            " its name says.",
            "Ask the sender for it again; or, where it is plain text, give its name the ending"
            " .txt.",
        )
    if kind is None:
        raise ReadError(f"CaseView does not read files of the kind {suffix}.", _KNOWN)
    return kind


def _looks_binary(data: bytes) -> bool:
    """Return whether the bytes hold more control characters than any text does."""
    sample = data[:_TEXT_SAMPLE]
    if sample.startswith(_BYTE_ORDER_MARKS) or wide_order(sample):
        return False
    control = len(sample) - len(sample.translate(None, _CONTROLS))
    return b"\x00" in sample or control * 50 > len(sample)


def wide_order(data: bytes) -> str:
    """Return "utf-16-le" or "utf-16-be" for UTF-16 without its mark, "" for anything else.

    European words in UTF-16 have a zero in nearly every second byte and in no other.
    """
    sample = data[:_TEXT_SAMPLE]
    pairs = len(sample) // 2
    if pairs < _FEWEST_PAIRS:
        return ""
    even, odd = sample[0::2].count(0), sample[1::2].count(0)
    if odd > pairs * 0.7 and even < pairs * 0.05:
        return "utf-16-le"
    if even > pairs * 0.7 and odd < pairs * 0.05:
        return "utf-16-be"
    return ""
