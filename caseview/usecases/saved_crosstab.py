"""Keeps cross-tabs and filters under a name; each counts itself anew whenever it is looked at."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from caseview.counting.halves import Parting
from caseview.domain.changes import Changes
from caseview.domain.crosstab import Counts, CrossTabSpec, Share, Unit
from caseview.domain.errors import QueryError
from caseview.domain.reads_as import ReadsAs
from caseview.domain.saved import Saved, SavedKind
from caseview.domain.suggestion import Level
from caseview.usecases.build_crosstab import counted_over
from caseview.usecases.keep_named import keep
from caseview.usecases.ports import Finder, Now
from caseview.usecases.tell import Question, Telling
from caseview.usecases.work import Casebook, Work


@dataclass(frozen=True, slots=True)
class TableChoice:
    """What a person chose to see: what is counted, and what percentages are of.

    `question` is what is asked over it besides the cross-tab (themes together, the years, one
    review …), None for the cross-tab itself.
    """

    spec: CrossTabSpec
    share: Share = Share.COLUMN
    question: Question | None = None


@dataclass(frozen=True, slots=True)
class SavedTable:
    """A saved cross-tab as it stands now.

    `reviews` is the number of reviews it counts over, None where `amiss` says why it cannot be.
    """

    saved: Saved
    choice: TableChoice
    reviews: int | None = None
    amiss: str = ""


def body_of(choice: TableChoice) -> str:
    """Return a choice as it is kept."""
    spec = choice.spec
    kept: dict[str, object] = {
        "rows": spec.rows,
        "columns": spec.columns,
        "unit": spec.unit.value,
        "counts": spec.counts.value,
        "level": spec.level.value,
        "where": spec.where,
        "reads_as": sorted(one.value for one in spec.reads_as),
        "restated": spec.restated,
        "percent": choice.share.value,
    }
    if choice.question is not None:
        kept["question"] = _asked(choice.question)
    return json.dumps(kept, ensure_ascii=False)


def choice_of(body: str) -> TableChoice:
    """Return the choice that was kept. Raises QueryError when it cannot be read."""
    try:
        kept = json.loads(body)
        spec = CrossTabSpec(
            rows=str(kept["rows"]),
            columns=str(kept["columns"]),
            unit=Unit(kept["unit"]),
            counts=Counts(kept["counts"]),
            level=Level(kept["level"]),
            where=str(kept["where"]),
            reads_as=frozenset(map(ReadsAs, kept["reads_as"])),
            restated=bool(kept["restated"]),
        )
        asked = kept.get("question")
        question = None if asked is None else _question(asked, spec)
        return TableChoice(spec, Share(kept["percent"]), question)
    except (ValueError, KeyError, TypeError, AttributeError):
        raise QueryError(
            "A saved cross-tab cannot be read, so it was left out.", "Remove it and save it anew."
        ) from None


def _asked(question: Question) -> dict[str, object]:
    """Return what is asked over what counts, as it is kept."""
    body = question.body
    return {
        "telling": question.telling.value,
        "themes": list(question.themes),
        "review": question.review,
        "body": None if body is None else [body.attribute, body.value],
    }


def _question(asked: Mapping[str, Any], over: CrossTabSpec) -> Question:
    body = asked["body"]
    return Question(
        Telling(asked["telling"]),
        over,
        tuple(map(str, asked["themes"])),
        None if asked["review"] is None else int(asked["review"]),
        None if body is None else Parting(str(body[0]), str(body[1])),
    )


def save_crosstab(
    casebook: Casebook, name: str, choice: TableChoice, *, coder: str, now: Now
) -> Changes:
    """Keep a cross-tab under a name, in place of one that has the name already.

    Raises CasebookError without a name.
    """
    fresh = Saved(0, SavedKind.CROSSTAB, name, body_of(choice), coder, now())
    with casebook.writing() as work:
        return keep(work, fresh)


def save_filter(  # noqa: PLR0913 - what is kept, by whom and when, by name
    casebook: Casebook, finder: Finder, name: str, where: str, *, coder: str, now: Now
) -> Changes:
    """Keep a filter under a name, in place of one that has the name already.

    Raises CasebookError without a name, QueryError when it cannot be understood.
    """
    fresh = Saved(0, SavedKind.FILTER, name, json.dumps({"where": where}), coder, now())
    with casebook.writing() as work:
        finder.reviews(work.sql, where)
        return keep(work, fresh)


def saved_crosstabs(casebook: Casebook, finder: Finder) -> tuple[SavedTable, ...]:
    """Return every saved cross-tab, by name, counted over as the casebook stands."""
    with casebook.reading() as work:
        return tuple(_counted(work, finder, one) for one in work.saved.all(SavedKind.CROSSTAB))


def saved_filters(casebook: Casebook) -> tuple[tuple[str, str], ...]:
    """Return every saved filter as its name and its expression, by name."""
    with casebook.reading() as work:
        kept = work.saved.all(SavedKind.FILTER)
    return tuple((one.name, str(json.loads(one.body).get("where", ""))) for one in kept)


def _counted(work: Work, finder: Finder, saved: Saved) -> SavedTable:
    try:
        choice = choice_of(saved.body)
        over = counted_over(work, finder, choice.spec)
    except QueryError as fault:
        return SavedTable(saved, TableChoice(CrossTabSpec()), amiss=str(fault))
    return SavedTable(saved, choice, len(over.reviews))
