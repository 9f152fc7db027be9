"""Writes a cross-tab as one web page to read: no scripts, nothing fetched, evidence below it."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from html import escape
from pathlib import Path

from typing_extensions import override

from caseview.counting import table_words, wording
from caseview.counting.limitations import LIMITATIONS
from caseview.domain.crosstab import Axis, Cell, CrossTab
from caseview.domain.evidence import Evidence, EvidenceSet
from caseview.domain.info import CasebookInfo
from caseview.exporters.cells import plain
from caseview.exporters.saving import save
from caseview.usecases.ports import HearsRows, TableWriter, unheard

_STYLE = """
body { font: 1rem/1.5 Calibri, Arial, sans-serif; color: #16202a; background: #fff;
  max-width: 72rem; margin: 1.5rem auto; padding: 0 1rem; }
.marking { text-align: center; font-weight: bold; }
.wide { overflow-x: auto; }
table { border-collapse: collapse; }
caption { text-align: left; font-weight: bold; padding-bottom: .5rem; }
th, td { border: 1px solid #74818d; padding: .25rem .6rem; text-align: right; white-space: nowrap; }
tbody th { text-align: left; font-weight: normal; white-space: normal; }
thead th, tr.sum th { background: #e9edf1; font-weight: bold; }
.h1 { background: #eaf2fa; } .h2 { background: #cfe2f4; } .h3 { background: #a9cbea; }
.h4 { background: #7fb0dd; } .h5 { background: #2b6cb0; color: #fff; }
blockquote { margin: .75rem 0 .75rem 1rem; white-space: pre-line; }
cite { display: block; font-style: normal; color: #465362; }
dt { font-weight: bold; } dd { margin: 0 0 .4rem 0; }
@media print { th, td { print-color-adjust: exact; } details { display: block; } }
"""
_STEPS = (20, 40, 60, 80)
_POLICY = "default-src 'none'; style-src 'unsafe-inline'"


class HtmlTable(TableWriter):
    """Fulfils `usecases.ports.TableWriter` with an .html file that stands alone."""

    @property
    @override
    def shows_evidence(self) -> bool:
        """True: the passages stand below the table, by theme."""
        return True

    @override
    def write(
        self,
        table: CrossTab,
        evidence: EvidenceSet,
        info: CasebookInfo,
        path: Path,
        heard: HearsRows = unheard,
    ) -> None:
        """Write the file. Raises ExportError when it cannot be written."""
        save(path, "\n".join(_page(table, evidence, info)).encode("utf-8", "replace"))


def _said(words: str) -> str:
    return escape(plain(words))


def _page(table: CrossTab, evidence: EvidenceSet, info: CasebookInfo) -> Iterator[str]:
    title = _said(wording.title(table.spec))
    marking = f'<p class="marking">{_said(info.marking)}</p>' if info.marking else ""
    yield '<!DOCTYPE html>\n<html lang="en-GB">\n<head>\n<meta charset="utf-8">'
    yield f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">'
    yield '<meta name="viewport" content="width=device-width">'
    yield f"<title>{title}</title>\n<style>{_STYLE}</style>\n</head>\n<body>"
    yield f"{marking}\n<h1>{title}</h1>"
    yield from _table(table, title)
    yield from (f"<p>{_said(sentence)}</p>" for sentence in table_words.sentences(table))
    yield "<h2>How this was made</h2>\n<dl>"
    for name, value in table_words.about(table, info):
        yield f"<dt>{_said(name)}</dt><dd>{_said(value)}</dd>"
    yield "</dl>\n<ul>"
    yield from (f"<li>{_said(sentence)}</li>" for sentence in LIMITATIONS)
    yield "</ul>"
    yield from _evidence(evidence.items)
    yield f"{marking}\n</body>\n</html>\n"


def _table(table: CrossTab, title: str) -> Iterator[str]:
    spec = table.spec
    every = Axis("", "All", table.base, hidden=table.base_hidden)
    first = _said(wording.axis_title(spec.rows).capitalize())
    heads = "".join(
        f'<th scope="col">{_said(axis.label)}<br>{_said(wording.base_words(axis, spec.unit))}</th>'
        for axis in (*table.columns, every)
    )
    yield '<div class="wide">\n<table>'
    yield f"<caption>{title}</caption>"
    yield f'<thead><tr><th scope="col">{first}</th>{heads}</tr></thead>\n<tbody>'
    for axis, cells, total in zip(table.rows, table.cells, table.totals, strict=True):
        shown = "".join(map(_cell, cells))
        yield f'<tr><th scope="row">{_said(axis.label)}</th>{shown}{_cell(total, plain=True)}</tr>'
    if table.column_totals:
        last = "".join(_cell(cell, plain=True) for cell in (*table.column_totals, table.total))
        yield f'<tr class="sum"><th scope="row">{_said(wording.any_row(spec))}</th>{last}</tr>'
    yield "</tbody>\n</table>\n</div>"


def _cell(cell: Cell, *, plain: bool = False) -> str:
    """Return a cell; heat is in six steps, and the number always stands in it."""
    words = f"{wording.counted(cell)} {wording.percent(cell)}".strip()
    if plain or not cell.percent:
        return f"<td>{escape(words)}</td>"
    step = 1 + sum(cell.percent >= one for one in _STEPS)
    return f'<td class="h{step}">{escape(words)}</td>'


def _evidence(items: Iterable[Evidence]) -> Iterator[str]:
    by_theme: dict[str, list[Evidence]] = defaultdict(list)
    for item in items:
        by_theme[item.theme_name or item.theme].append(item)
    if by_theme:
        yield "<h2>Evidence</h2>"
    for theme in sorted(by_theme, key=str.casefold):
        found = by_theme[theme]
        many = wording.several(len(found), "tag or suggestion", "tags and suggestions")
        yield f"<details><summary>{_said(theme)}: {many}</summary>"
        yield from map(_quoted, found)
        yield "</details>"


def _quoted(item: Evidence) -> str:
    facts = [item.quote.place.reference, item.reads_as.label]
    facts += ["undecided suggestion"] if item.suggested else []
    facts += ["key quote"] if item.is_key else []
    said = _said(" · ".join(facts))
    return f"<blockquote>{_said(item.quote.said)}<cite>{said}</cite></blockquote>"
