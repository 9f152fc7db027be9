"""A summary as rich text, close to the Word page it will be."""

from collections.abc import Mapping
from html import escape

from caseview.counting.wording import base_sentence, notes, number, percent
from caseview.domain.crosstab import Cell, CrossTab
from caseview.domain.evidence import Evidence
from caseview.domain.summary import Summary, ThemeSection

_READINGS = (
    ("gaps", "What reviews said"),
    ("good_practice", "Good practice"),
    ("recommended", "What reviews recommended"),
    ("improved", "Improved since"),
)


def page(summary: Summary, colours: Mapping[str, str]) -> str:
    """Return the summary as HTML that Qt can lay out, in colours of the token table."""
    marking = f"<p align='center'><b>{escape(summary.marking)}</b></p>" if summary.marking else ""
    facts = f"Theme summary of {number(len(summary.reviews))} reviews. {escape(summary.codebook)}."
    sections = "".join(_section(section, colours) for section in summary.sections)
    method = "".join(f"<p>{escape(words)}</p>" for words in summary.method)
    title = escape(summary.title)
    return (
        f"{marking}<h1>{title}</h1><p style='font-size:small'>{facts}</p>{sections}"
        f"<h2>How this was done</h2>{method}"
    )


def _section(section: ThemeSection, colours: Mapping[str, str]) -> str:
    parts = [f"<h2>{escape(section.theme.name)}</h2>"]
    if section.theme.definition:
        parts.append(f"<p>{escape(section.theme.definition)}</p>")
    parts.append("<h3>How often</h3>" + _table(section.table, colours))
    for name, heading in _READINGS:
        quotes: tuple[Evidence, ...] = getattr(section, name)
        if quotes:
            parts.append(f"<h3>{heading}</h3>" + "".join(_quote(q) for q in quotes))
    return "".join(parts)


def _table(table: CrossTab, colours: Mapping[str, str]) -> str:
    ground = colours["page_sunken"]
    heads = "".join(f"<th align='right'>{escape(axis.label)}</th>" for axis in table.columns)
    lines = [f"<tr style='background:{ground}'><th></th>{heads}<th align='right'>All</th></tr>"]
    for axis, cells, total in zip(table.rows, table.cells, table.totals, strict=True):
        figures = "".join(f"<td align='right'>{_figure(cell)}</td>" for cell in (*cells, total))
        lines.append(f"<tr><td>{escape(axis.label)}</td>{figures}</tr>")
    said = " ".join((base_sentence(table), *notes(table)))
    return (
        f"<table cellpadding='3' cellspacing='0' width='100%'>{''.join(lines)}</table>"
        f"<p style='font-size:small'>{escape(said)}</p>"
    )


def _figure(cell: Cell) -> str:
    return f"{number(cell.n)} {percent(cell)}".strip()


def _quote(item: Evidence) -> str:
    words = escape(item.quote.text)
    state = " (suggested, not yet decided)" if item.suggested else ""
    return (
        f"<blockquote><p>“{words}”<br>"
        f"<span style='font-size:small'>{escape(item.quote.place.reference)}{state}</span>"
        "</p></blockquote>"
    )
