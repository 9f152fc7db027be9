"""Read the plain notation in which the invented sample documents are written.

A source is one text file. It opens with settings, one a line:

    @format docx          docx, pdf or scan (a PDF of page images with no text layer)
    @kind CSPR            for the list in the README, with @scope and @area
    @author, @title, @date (of the document, and of its properties), @head (running head)
    @font, @colour        of the text and of the headings; @columns 2 and @layout boxed if wanted

After that every line is one paragraph, and blank lines only part them:

    %org %title %sub %line %note   lines of the title block
    ===                            the end of the title page
    # ## ###                       headings
    - text    1. text              bulleted and numbered list items (1. starts a new list)
    | a | b |                      a table row; the first row is the heading
    > text    >> text              a set-off passage; a line at the right margin
    [4] TEXT                       the heading of a numbered box in a coroner's report
    **bold** *italic*              within any text

In a file with numbered boxes, lists are left as typed, since coroners type them.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

_SETTING = re.compile(r"@(\w+)\s+(.*)")
_TITLE_LINE = re.compile(r"%(\w+)\s+(.*)")
_HEADING = re.compile(r"(#{1,3})\s+(.*)")
_BOX = re.compile(r"\[(\d+)\]\s+(.*)")
_NUMBERED = re.compile(r"(\d+)\.\s+(.*)")


@dataclass(frozen=True)
class Block:
    """One paragraph, or one table, of a source."""

    kind: str
    text: str = ""
    level: int = 0
    rows: tuple[tuple[str, ...], ...] = ()
    tight: bool = False


@dataclass
class Source:
    """A parsed source: its settings and its blocks in order."""

    name: str
    settings: dict[str, str] = field(default_factory=dict)
    blocks: list[Block] = field(default_factory=list)

    @property
    def file_name(self) -> str:
        """The name of the file made from this source."""
        extension = "docx" if self.settings["format"] == "docx" else "pdf"
        return f"{self.name}.{extension}"

    @property
    def date(self) -> date:
        """The date on the document."""
        return date.fromisoformat(self.settings["date"])

    @property
    def has_boxes(self) -> bool:
        """Whether this is a report in numbered boxes."""
        return any(block.kind == "box" for block in self.blocks)


def read_source(path: Path) -> Source:
    """Parse one source file."""
    source = Source(path.stem)
    lines = path.read_text(encoding="utf-8").splitlines()
    boxed = any(_BOX.match(line) for line in lines)
    for index, line in enumerate(lines):
        setting = _SETTING.fullmatch(line)
        if setting:
            source.settings[setting[1]] = setting[2].strip()
        elif line.strip():
            follows = bool(lines[index + 1 : index + 2] and lines[index + 1].strip())
            _add(source.blocks, _block(line.strip(), tight=follows, boxed=boxed))
    return source


def curl(text: str) -> str:
    """Turn straight quotation marks and apostrophes into printed ones."""
    text = re.sub(r"(^|[\s(\[*])'", "\\1\N{LEFT SINGLE QUOTATION MARK}", text)
    text = re.sub(r'(^|[\s(\[*])"', "\\1\N{LEFT DOUBLE QUOTATION MARK}", text)
    text = text.replace('"', "\N{RIGHT DOUBLE QUOTATION MARK}")
    return text.replace("'", "\N{RIGHT SINGLE QUOTATION MARK}")


def _add(blocks: list[Block], block: Block) -> None:
    """Append a block, joining table rows that follow each other."""
    if block.kind == "table" and blocks and blocks[-1].kind == "table":
        blocks[-1] = Block("table", rows=blocks[-1].rows + block.rows)
    else:
        blocks.append(block)


def _block(line: str, *, tight: bool, boxed: bool) -> Block:
    """Recognise one line."""
    if line == "===":
        return Block("break")
    if line.startswith("|"):
        cells = tuple(curl(cell.strip()) for cell in line.strip("|").split("|"))
        return Block("table", rows=(cells,))
    marked = _marked(line)
    if marked:
        return marked
    if not boxed:
        item = _item(line)
        if item:
            return item
    return Block("text", curl(line), tight=tight)


def _marked(line: str) -> Block | None:
    """Recognise a title line, a heading, a box heading or a set-off line."""
    if match := _TITLE_LINE.fullmatch(line):
        return Block(match[1], curl(match[2]))
    if match := _HEADING.fullmatch(line):
        return Block("heading", curl(match[2]), level=len(match[1]))
    if match := _BOX.fullmatch(line):
        return Block("box", curl(match[2]), level=int(match[1]))
    for mark, kind in ((">> ", "right"), ("> ", "quote")):
        if line.startswith(mark):
            return Block(kind, curl(line.removeprefix(mark)))
    return None


def _item(line: str) -> Block | None:
    """Recognise a list item."""
    if line.startswith("- "):
        return Block("bullet", curl(line.removeprefix("- ")))
    if match := _NUMBERED.fullmatch(line):
        return Block("number", curl(match[2]), level=int(match[1]))
    return None
