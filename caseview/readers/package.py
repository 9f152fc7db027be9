"""A zipped Office package, looked over before any of it is parsed."""

import io
import re
import zipfile
import zlib
from zipfile import ZipFile, ZipInfo

from docx.package import Package
from lxml import etree

from caseview.domain.errors import ReadError
from caseview.readers.limits import MEGABYTE, Limits

_COPY = "Open it in Word, save a new copy and import that. If it does not open, ask the sender."
_DAMAGED = ReadError(
    "The file is damaged: parts of it are missing. Nothing was imported from it.", _COPY
)
_OTHERS = (
    ("xl/", "This is an Excel workbook, not a review.", "Save what you need as PDF or Word."),
    ("ppt/", "This is a PowerPoint file, not a review.", "Save it as PDF and import that."),
    ("META-INF/container.xml", "This is an e-book, not a review.", "Save it as PDF."),
)
_MAIN = re.compile(r"word/document\d*\.xml", re.IGNORECASE)
_XML = (".xml", ".rels", ".vml")
_DOCTYPE = re.compile("<!\\s*(?:DOCTYPE|ENTITY)", re.IGNORECASE)
_PROLOGUE = 64 * 1024
_STRICT = b"http://purl.oclc.org/ooxml/"
_USUAL_NAMES = (
    (b"officeDocument/relationships", b"officeDocument/2006/relationships"),
    (b"officeDocument/math", b"officeDocument/2006/math"),
    (b"wordprocessingml/main", b"wordprocessingml/2006/main"),
)
_USUAL = b"http://schemas.openxmlformats.org/"


def holds_open_document(data: bytes) -> bool:
    """Return whether a zip holds an OpenDocument file rather than an Office one."""
    try:
        with ZipFile(io.BytesIO(data)) as archive:
            names = archive.namelist()
    except (zipfile.BadZipFile, NotImplementedError, ValueError, EOFError):
        return False
    return "content.xml" in names and not any(_MAIN.fullmatch(name) for name in names)


def open_parts(data: bytes, names: tuple[str, ...], limits: Limits) -> dict[str, bytes]:
    """Return the named parts of an OpenDocument file, once its zip and XML are harmless.

    A part that is not there is left out. Raises ReadError as `open_package` does.
    """
    try:
        with ZipFile(io.BytesIO(data)) as archive:
            _check_parts(archive, limits)
            held = set(archive.namelist())
            return {name: archive.read(name) for name in names if name in held}
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, ValueError) as broken:
        raise damaged() from broken


def open_package(data: bytes, limits: Limits) -> Package:
    """Return the Word package in `data` once its zip and its XML are known to be harmless.

    Raises ReadError for a damaged, over-large or encrypted zip, one that holds something else,
    and XML that declares a document type (ours never does, traps do).
    """
    try:
        with ZipFile(io.BytesIO(data)) as archive:
            _check_archive(archive, limits)
            usual = _in_usual_names(archive) if _is_strict(archive) else data
        return Package.open(io.BytesIO(usual))
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError) as broken:
        raise damaged() from broken
    except (KeyError, ValueError, AttributeError, etree.XMLSyntaxError) as broken:
        raise damaged() from broken


def _is_strict(archive: ZipFile) -> bool:
    """Return whether a package is in the strict variant, which names its elements otherwise."""
    opening = ("_rels/.rels", *(n for n in archive.namelist() if _MAIN.fullmatch(n)))
    held = set(archive.namelist())
    return any(_STRICT in _opening(archive, name) for name in opening if name in held)


def _opening(archive: ZipFile, name: str) -> bytes:
    with archive.open(name) as part:
        return part.read(_PROLOGUE)


def _in_usual_names(archive: ZipFile) -> bytes:
    """Return a package of the strict variant with the names of the usual one; only its XML."""
    made = io.BytesIO()
    with ZipFile(made, "w") as target:
        for entry in archive.infolist():
            xml = entry.filename.lower().endswith(_XML)
            content = archive.read(entry) if xml else b""
            for strict, usual in _USUAL_NAMES:
                content = content.replace(_STRICT + strict, _USUAL + usual)
            target.writestr(entry.filename, content)
    return made.getvalue()


def damaged() -> ReadError:
    """Return the refusal of a file of which parts are missing or broken."""
    return ReadError(_DAMAGED.message, _DAMAGED.advice)


def _check_archive(archive: ZipFile, limits: Limits) -> None:
    _check_content(archive.namelist())
    _check_parts(archive, limits)


def _check_parts(archive: ZipFile, limits: Limits) -> None:
    entries = archive.infolist()
    _check_sizes(entries, limits)
    if any(entry.flag_bits & 1 for entry in entries):
        raise ReadError("Needs a password.", "Ask the sender for a copy without one.")
    for entry in entries:
        if entry.filename.lower().endswith(_XML):
            _check_prologue(archive, entry)


def _check_sizes(entries: list[ZipInfo], limits: Limits) -> None:
    unpacked = sum(entry.file_size for entry in entries)
    packed = max(1, sum(entry.compress_size for entry in entries))
    swollen = unpacked > limits.ratio_from and unpacked > packed * limits.ratio
    if unpacked > limits.unpacked or swollen:
        raise _too_much(f"would unpack to {max(1, unpacked // MEGABYTE):,} MB")
    if len(entries) > limits.entries:
        raise _too_much(f"is made of {len(entries):,} parts")


def _too_much(what: str) -> ReadError:
    return ReadError(
        f"The file {what}, far more than a document needs. It was not opened.",
        "Do not open it elsewhere. Tell whoever sent it, and ask for a PDF.",
    )


def _check_content(names: list[str]) -> None:
    if any(_MAIN.fullmatch(name) for name in names):
        return
    for part, message, advice in _OTHERS:
        if any(name.startswith(part) for name in names):
            raise ReadError(message, advice)
    if "[Content_Types].xml" in names:
        raise damaged()
    raise ReadError(
        "This is a zip archive, not a document.", "Unpack it and import the documents inside."
    )


def _check_prologue(archive: ZipFile, entry: ZipInfo) -> None:
    opening = _opening(archive, entry.filename)
    encoding = "utf-16" if opening[:2] in {b"\xff\xfe", b"\xfe\xff"} else "latin-1"
    if b"\x00" in opening and encoding == "latin-1":
        opening = opening.replace(b"\x00", b"")
    if _DOCTYPE.search(opening.decode(encoding, errors="replace")):
        raise ReadError(
            "The file declares an XML document type, which no such document needs and traps use."
            " It was not opened.",
            "Tell whoever sent it, and ask for a PDF.",
        )


def parse_part(blob: bytes) -> etree._Element:
    """Return the root of one part's XML, entities left alone. Raises ReadError when broken."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True, remove_comments=True)
    try:
        return etree.fromstring(blob, parser)
    except etree.XMLSyntaxError as broken:
        raise damaged() from broken
