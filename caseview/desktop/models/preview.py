"""A document block by block as rich text that Qt can lay out like the Word page."""

from collections.abc import Iterable, Mapping
from html import escape

from caseview.desktop.tongue import tr
from caseview.domain.preview import Block, BlockKind

_SIZES = {"@title": 21, "@first": 17, "@second": 14, "@body": 13, "@small": 12}
_PLAIN = {
    BlockKind.TITLE: "<h1 style='font-size:@titlepx; margin:0 0 4px 0'>{}</h1>",
    BlockKind.SUBTITLE: "<p style='font-size:@smallpx'>{}</p>",
    BlockKind.HEADING_1: "<h2 style='font-size:@firstpx; margin:18px 0 4px 0'>{}</h2>",
    BlockKind.HEADING_2: "<h3 style='font-size:@secondpx; margin:12px 0 4px 0'>{}</h3>",
    BlockKind.PARAGRAPH: "<p>{}</p>",
    BlockKind.NOTE: "<p style='font-size:@smallpx'>{}</p>",
    BlockKind.CAPTION: "<p style='font-size:@smallpx; margin:8px 0 2px 0'><b>{}</b></p>",
    BlockKind.CONTENTS: "<p style='margin:0 0 0 12px; font-size:@smallpx'>{}</p>",
    BlockKind.SOURCE: "<p style='margin:2px 0; font-size:@smallpx'>{}</p>",
    BlockKind.MARKING: "<p align='center'><b>{}</b></p>",
}
_BARRED = {
    BlockKind.QUOTE: "accent",
    BlockKind.GOOD_PRACTICE: "ok",
    BlockKind.BOX: "warning",
}


def page(blocks: Iterable[Block], colours: Mapping[str, str], percent: int = 100) -> str:
    """Return the blocks as HTML in colours of the token table; lists and quotes keep together.

    `percent` is the size of the interface.
    """
    parts: list[str] = []
    within = BlockKind.PARAGRAPH
    for block in blocks:
        if block.kind is BlockKind.BULLET and within is not BlockKind.BULLET:
            parts.append("<ul>")
        if block.kind is not BlockKind.BULLET and within is BlockKind.BULLET:
            parts.append("</ul>")
        bar = within if block.kind is BlockKind.REFERENCE else block.kind
        parts.append(_block(block, bar, colours))
        within = bar
    if within is BlockKind.BULLET:
        parts.append("</ul>")
    made = f"<div style='font-size:@bodypx'>{''.join(parts)}</div>"
    for name, size in _SIZES.items():
        made = made.replace(f"{name}px", f"{round(size * percent / 100)}px")
    return made


def _block(block: Block, bar: BlockKind, colours: Mapping[str, str]) -> str:
    words = escape(block.words)
    if block.kind is BlockKind.TABLE:
        return _table(block.rows, colours)
    if block.kind is BlockKind.CHART:
        ground = f"background-color:{colours['page_sunken']}"
        said = escape(tr("A chart stands here in Word."))
        return f"<p style='{ground}; font-size:@smallpx'>[{said} {words}]</p>"
    if block.kind is BlockKind.BULLET:
        return f"<li>{words}</li>"
    if bar in _BARRED:
        size = "font-size:@smallpx" if block.kind is BlockKind.REFERENCE else ""
        quoted = block.kind in {BlockKind.QUOTE, BlockKind.GOOD_PRACTICE}
        face = "font-family:CaseView Serif" if quoted else ""
        return (
            "<table cellpadding='0' cellspacing='0' width='100%'><tr>"
            f"<td width='3' style='background-color:{colours[_BARRED[bar]]}'></td>"
            f"<td style='padding:3px 0 3px 10px; {size}; {face}'>{words}</td></tr></table>"
        )
    return _PLAIN.get(block.kind, "<p>{}</p>").format(words)


def _table(rows: tuple[tuple[str, ...], ...], colours: Mapping[str, str]) -> str:
    ground = f" style='background-color:{colours['page_sunken']}'"
    lines = []
    for at, cells in enumerate(rows):
        side = [" align='right'" if n and _is_figure(rows, n) else "" for n in range(len(cells))]
        tag = "td" if at else "th"
        inside = "".join(
            f"<{tag}{side[n] or ' align=left'}>{escape(words)}</{tag}>"
            for n, words in enumerate(cells)
        )
        lines.append(f"<tr{'' if at else ground}>{inside}</tr>")
    return f"<table cellpadding='3' cellspacing='0' width='100%'>{''.join(lines)}</table>"


def _is_figure(rows: tuple[tuple[str, ...], ...], column: int) -> bool:
    """Return whether a column holds figures below its heading."""
    cells = [row[column] for row in rows[1:] if column < len(row) and row[column].strip()]
    return bool(cells) and all(cell.strip()[:1].isdigit() for cell in cells)
