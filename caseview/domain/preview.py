"""A document as it will be written, block by block, to look at before it is saved."""

from dataclasses import dataclass
from enum import StrEnum


class BlockKind(StrEnum):
    """What a block is."""

    MARKING = "marking"
    TITLE = "title"
    SUBTITLE = "subtitle"
    HEADING_1 = "heading_1"
    HEADING_2 = "heading_2"
    PARAGRAPH = "paragraph"
    BULLET = "bullet"
    CONTENTS = "contents"
    BOX = "box"
    NOTE = "note"
    CAPTION = "caption"
    QUOTE = "quote"
    GOOD_PRACTICE = "good_practice"
    REFERENCE = "reference"
    SOURCE = "source"
    TABLE = "table"
    CHART = "chart"


@dataclass(frozen=True, slots=True)
class Block:
    """One block: its words, or the cells of a table row by row; a chart's words describe it."""

    kind: BlockKind
    words: str = ""
    rows: tuple[tuple[str, ...], ...] = ()
