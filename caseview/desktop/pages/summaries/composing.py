"""Asks for a summary; what the person has not chosen is as the casebook has it."""

from dataclasses import replace

from caseview.desktop.jobs import Job
from caseview.desktop.session.session import Session
from caseview.domain.crosstab import Counts
from caseview.domain.summary import Summary, SummarySpec

Composed = tuple[Summary, str, SummarySpec]
"""A summary, the casebook's marking, and what was asked in the end."""


def compose(
    spec: SummarySpec, own: tuple[bool, bool], session: Session, _job: Job[Composed]
) -> Composed:
    """Return a composed summary; `own` says whether counts and small numbers were chosen."""
    info, (own_counts, own_small) = session.reading.info(), own
    if not own_counts:
        spec = replace(spec, counts=Counts.TAGS if info.finished else Counts.PROVISIONAL)
    if not own_small:
        spec = replace(spec, small_numbers=session.summarising.usual_small_numbers())
    return session.asking.summary(spec), info.marking, spec
