"""Word documents (.docx): python-docx opens the package, our own walk reads its XML."""

from collections.abc import Iterator
from dataclasses import replace

from docx.opc.constants import RELATIONSHIP_TYPE as RT
from docx.package import Package

from caseview.domain.document import DocumentText
from caseview.domain.errors import ReadError
from caseview.readers.assemble import assemble
from caseview.readers.contents import with_contents
from caseview.readers.limits import USUAL, Limits, check_size
from caseview.readers.noise import describes_picture
from caseview.readers.package import damaged, open_package, parse_part
from caseview.readers.pseudo_headings import with_headings
from caseview.readers.tidy_breaks import made_whole
from caseview.readers.word_blocks import Notes, WordWalk
from caseview.readers.word_feet import feet_of
from caseview.readers.word_names import Element, child, val, w
from caseview.readers.word_numbers import ListNumbers
from caseview.readers.word_styles import Styles

_SEPARATORS = {"separator", "continuationSeparator", "continuationNotice"}


def read_word(data: bytes, limits: Limits = USUAL) -> DocumentText:
    """Return the document in a Word file's bytes.

    Insertions, content controls, text boxes, foot- and endnotes are read; deleted and hidden
    words are left out. Numbers Word counts for itself and numbers that were typed are both in
    `printed`, not in the text. A table row is one paragraph (see `tables.row_pieces`). Word
    keeps no pages, so there are none; running heads and feet are left out. Raises ReadError in
    plain words.
    """
    check_size(len(data), limits.file)
    package = open_package(data, limits)
    body = _body(package)
    walk = WordWalk(
        Styles(_part(package, RT.STYLES)),
        ListNumbers(_part(package, RT.NUMBERING)),
        _notes(package),
    )
    found = list(walk.pieces(body))
    pieces = [piece for piece in with_headings(found) if not describes_picture(piece.text)]
    remarks = _remarks(package, walk, len(found) - len(pieces))
    text = assemble(made_whole(with_contents(pieces)), remarks=remarks)
    return replace(text, left_out=feet_of(_parts(package, RT.HEADER, RT.FOOTER)))


def _body(package: Package) -> Element:
    root = _main(package)
    body = child(root, "body")
    if body is None:
        raise ReadError(
            "The Word document has no body, so there is nothing to read.",
            "Open it in Word to see whether it is whole, or ask the sender for it again.",
        )
    return body


def _main(package: Package) -> Element:
    """Return the root of the document itself. Raises ReadError where the package names none."""
    try:
        main = package.main_document_part
    except (KeyError, ValueError) as missing:
        raise damaged() from missing
    if not hasattr(main, "element"):
        raise damaged()
    root: Element = main.element
    return root


def _part(package: Package, kind: str) -> Element | None:
    """Return the root of a part beside the main document, None where there is none."""
    return next(_parts(package, kind), None)


def _parts(package: Package, *kinds: str) -> Iterator[Element]:
    """Yield the roots of the parts of these kinds beside the main document."""
    for relation in package.main_document_part.rels.values():
        if relation.reltype in kinds and not relation.is_external:
            yield parse_part(relation.target_part.blob)


def _notes(package: Package) -> Notes:
    notes: dict[tuple[str, str], Element] = {}
    for kind, relation in (("footnote", RT.FOOTNOTES), ("endnote", RT.ENDNOTES)):
        root = _part(package, relation)
        for note in [] if root is None else root.findall(w(kind)):
            if val(note, "type") not in _SEPARATORS:
                notes[kind, val(note, "id")] = note
    return notes


def _remarks(package: Package, walk: WordWalk, pictures: int) -> Iterator[str]:
    if walk.hidden:
        passages = (
            "1 hidden passage was" if walk.hidden == 1 else f"{walk.hidden} hidden passages were"
        )
        yield f"{passages} left out."
    comments = _part(package, RT.COMMENTS)
    if comments is not None and len(comments):
        yield f"{len(comments)} comments in the margin were left out."
    if walk.deep:
        yield "Parts of this document are nested too deeply to be read: compare the original."
    if walk.embedded:
        yield f"{walk.embedded} files stand inside this document and were not read."
    if pictures:
        yield f"{pictures} descriptions of pictures were left out of the text."
