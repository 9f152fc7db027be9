"""Markdown (.md): turned into the web page it stands for, and read as that."""

import re
from dataclasses import replace

from markdown_it import MarkdownIt

from caseview.domain.document import DocumentText, ParagraphStyle
from caseview.domain.errors import ReadError
from caseview.readers.assemble import Piece
from caseview.readers.characters import decode, plain
from caseview.readers.limits import MEGABYTE, USUAL, Limits, check_size
from caseview.readers.text import read_plain
from caseview.readers.web_page import page_of

_FRONT = re.compile(r"\A---[ \t]*\n(?:[^\n]*\n){0,200}?(?:---|\.\.\.)[ \t]*(?:\n|\Z)")
_NOTE = re.compile(r"\[\^([\w-]{1,40})\]:\s*")
_NOTE_MARK = re.compile(r"\[\^[\w-]{1,40}\](?!:)")
_MOST = 10 * MEGABYTE


def read_markdown(data: bytes, limits: Limits = USUAL) -> DocumentText:
    """Return the document in a Markdown file's bytes (CommonMark with tables and notes).

    Notes ("[^1]: ...") become footnotes; a block of settings at the top is left out. Raises
    ReadError.
    """
    check_size(len(data), min(limits.plain_text, _MOST))
    characters, remark = decode(data)
    text = plain(characters).replace("\f", "\n")
    front = _FRONT.match(text)
    remarks = [remark] if remark else []
    if front:
        text = text[front.end() :]
        remarks.append("The block of settings at the top of the file was left out.")
    parser = MarkdownIt("commonmark", {"maxNesting": 40}).enable(["table", "strikethrough"])
    try:
        markup = parser.render(_NOTE_MARK.sub("", text))
    except RecursionError as deep:
        raise ReadError(
            "The file is nested too deeply to be read.", "Save it as plain text and import that."
        ) from deep
    read = page_of(f"<html><body>{markup}</body></html>", remarks, _as_note)
    # Marks nested without end, or a file of nothing but marks, leave no page: then the words count.
    return read if read.text else read_plain(data, limits)


def _as_note(piece: Piece) -> Piece:
    """Return a paragraph that gives a note as a footnote, its mark in `printed`."""
    found = _NOTE.match(piece.text)
    if found is None or found.end() == len(piece.text):
        return piece
    return replace(
        piece,
        text=piece.text[found.end() :],
        style=ParagraphStyle.FOOTNOTE,
        level=0,
        printed=found[1],
        bold=False,
    )
