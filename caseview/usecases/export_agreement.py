"""Writes a comparison of coders to a file: each theme's figures, then what they differ in."""

from pathlib import Path

from caseview.counting import agreement_wording as wording
from caseview.domain.agreement import Agreement, Coefficient, Per, ThemeAgreement
from caseview.domain.listing import Listing, Value
from caseview.usecases.ports import ListingWriter
from caseview.usecases.work import Casebook

_UNIT = {Per.REVIEW: "reviews", Per.DOCUMENT: "documents", Per.PARAGRAPH: "paragraphs"}
_DIGITS = 4


def export_agreement(
    casebook: Casebook, found: Agreement, writer: ListingWriter, path: Path
) -> None:
    """Write the comparison; numbers are numbers. Raises ExportError when it cannot be written."""
    info = casebook.info()
    with casebook.reading() as work:
        names = {theme.id: theme.name for theme in work.codebook.themes}
    rows = tuple(_row(one, names.get(one.theme, "All themes")) for one in _all(found))
    writer.write(
        Listing(
            title=f"Agreement of {' and '.join(found.coders)} by {found.per.value}",
            heads=_heads(found),
            rows=rows,
            about=(
                ("Casebook", info.title),
                ("Codebook version", found.codebook_version),
                ("Counted at", found.counted_at),
                ("Base", wording.base_sentence(found)),
                *(("Note", note) for note in wording.notes(found)),
            ),
            marking=info.marking,
        ),
        path,
    )


def _all(found: Agreement) -> tuple[ThemeAgreement, ...]:
    return (found.overall, *found.themes)


def _heads(found: Agreement) -> tuple[str, ...]:
    measured = [
        head
        for name in ("Agree", "Kappa", "Alpha", "AC1")
        for head in (name, f"{name}: from", f"{name}: to")
    ]
    alone = [f"{coder} only" for coder in found.coders]
    return ("Theme", _UNIT[found.per].capitalize(), "All used it", "None did", *alone, *measured)


def _row(one: ThemeAgreement, name: str) -> tuple[Value, ...]:
    measures = one.measures
    figures: list[Value] = []
    for found in (measures.percent, wording.main_kappa(one), measures.alpha, measures.ac1):
        figures += _figures(found)
    return (name, one.units, one.all_used, one.none_used, *one.alone.values(), *figures)


def _figures(found: Coefficient) -> tuple[Value, ...]:
    values = (found.value, found.low, found.high)
    return tuple(None if value is None else round(value, _DIGITS) for value in values)
