"""OpenDocument texts (.odt), as LibreOffice writes them."""

from collections.abc import Iterator

from caseview.domain.document import DocumentText
from caseview.domain.errors import ReadError
from caseview.readers.assemble import assemble
from caseview.readers.contents import with_contents
from caseview.readers.limits import USUAL, Limits, check_size
from caseview.readers.noise import describes_picture
from caseview.readers.odt_blocks import OdtWalk
from caseview.readers.odt_names import Element, q
from caseview.readers.odt_styles import OdtStyles
from caseview.readers.package import open_parts, parse_part
from caseview.readers.pseudo_headings import with_headings
from caseview.readers.tidy_breaks import made_whole

_PARTS = ("mimetype", "content.xml", "styles.xml", "META-INF/manifest.xml")
_OTHERS = {
    b"spreadsheet": "This is an OpenDocument workbook, not a review.",
    b"presentation": "This is an OpenDocument presentation, not a review.",
    b"graphics": "This is an OpenDocument drawing, not a review.",
}


def read_open_document(data: bytes, limits: Limits = USUAL) -> DocumentText:
    """Return the document in an OpenDocument text's bytes.

    Read as `word.read_word` reads Word: insertions, text boxes and notes are read, deleted and
    hidden words left out, numbers the program counts are in `printed`, and there are no pages.
    Raises ReadError.
    """
    check_size(len(data), limits.file)
    parts = open_parts(data, _PARTS, limits)
    _check_kind(parts)
    content = parse_part(parts["content.xml"])
    styles = [parse_part(parts["styles.xml"])] if "styles.xml" in parts else []
    body = content.find(f"{q('office:body')}/{q('office:text')}")
    if body is None:
        raise ReadError(
            "The OpenDocument file has no text in it, so there is nothing to read.",
            "Open it in LibreOffice, save it as .docx and import that.",
        )
    walk = OdtWalk(OdtStyles([*styles, content]))
    found = list(walk.pieces(body))
    pieces = [piece for piece in with_headings(found) if not describes_picture(piece.text)]
    return assemble(made_whole(with_contents(pieces)), remarks=_remarks(walk, content))


def _check_kind(parts: dict[str, bytes]) -> None:
    if b"encryption-data" in parts.get("META-INF/manifest.xml", b""):
        raise ReadError("Needs a password.", "Ask the sender for a copy without one.")
    for kind, message in _OTHERS.items():
        if kind in parts.get("mimetype", b"")[:100]:
            raise ReadError(message, "Save what you need as PDF or Word.")


def _remarks(walk: OdtWalk, content: Element) -> Iterator[str]:
    if walk.hidden == 1:
        yield "1 hidden passage was left out."
    elif walk.hidden:
        yield f"{walk.hidden} hidden passages were left out."
    comments = sum(1 for _ in content.iter(q("office:annotation")))
    if comments:
        yield f"{comments} comments in the margin were left out."
