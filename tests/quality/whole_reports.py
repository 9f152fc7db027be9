"""Themes of whole reports against the concern themes that researchers gave coroners' reports.

The researchers coded each report once, with 42 themes of their own; each of the five asked for is
mapped by meaning to the themes that say the same (`SAME_MEANING`). A report has a theme when a
passage of the coroner's concerns has a suggestion of it at the level measured.
"""

import csv
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from caseview.domain.document import Form, Kind
from caseview.domain.section import SectionRole
from caseview.tagging.suggest import Tagger
from tests.quality.reading import Reader

SAME_MEANING = {
    "staffing": (("understaffing",), ("staffing_capacity",)),
    "training": (("inadequate training",), ("training_knowledge",)),
    "records": (
        ("failure to keep accurate medical records/care plans",),
        ("record_keeping",),
    ),
    "communication": (
        ("poor communication between organisations", "poor communication between staff"),
        ("information_sharing", "handover_internal_communication"),
    ),
    "protocols": (
        ("lack of protocol", "unclear protocols", "unsafe protocol", "failure to follow protocol"),
        ("policy_procedure",),
    ),
}

SURE_ENOUGH = 0.6
"""How sure a passage must be for its report to have the theme: best on the part tuned on."""


@dataclass(frozen=True)
class Report:
    """A report: which of the five researchers gave it, and how sure we are of each at most."""

    name: str
    gold: frozenset[str]
    surest: dict[str, float]


def reports(tagger: Tagger, corpus: Path) -> Iterator[Report]:
    """Yield the reports whose text is held, read as CaseView reads them."""
    reader = Reader(held=False)
    with (corpus / "gold" / "human" / "pfd_drug_related_42themes_binary.csv").open(
        encoding="utf-8"
    ) as rows:
        for row in csv.DictReader(rows):
            path = corpus / row["doc_path"]
            if not row["doc_path"] or not path.exists():
                continue
            gold = frozenset(
                name
                for name, (columns, _) in SAME_MEANING.items()
                if any(row[column] == "1" for column in columns)
            )
            yield Report(path.name, gold, _surest(tagger, reader, path))


def _surest(tagger: Tagger, reader: Reader, path: Path) -> dict[str, float]:
    _, description = reader.read(path)
    passages = description.passages
    concerns = [one for one in passages if one.role is SectionRole.CONCERNS] or passages
    surest: dict[str, float] = {}
    for said in tagger.suggest(concerns, kind=Kind.PFD, form=Form.FULL_REPORT):
        for name, (_, themes) in SAME_MEANING.items():
            if said.theme in themes:
                surest[name] = max(surest.get(name, 0.0), said.confidence)
    return surest


def counts(read: Iterable[Report], name: str, least: float) -> tuple[int, int, int]:
    """Return how many reports have one of the five rightly, wrongly, and not though they should."""
    right = wrong = missed = 0
    for one in read:
        shown, due = one.surest.get(name, 0.0) >= least, name in one.gold
        right += shown and due
        wrong += shown and not due
        missed += due and not shown
    return right, wrong, missed


def mapping() -> Iterator[str]:
    """Yield a line for each of the five: what the researchers called it and CaseView's themes."""
    for name, (columns, themes) in SAME_MEANING.items():
        yield f"{name}: {', '.join(columns)} = {', '.join(themes)}"
