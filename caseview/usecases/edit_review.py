"""Edits what is recorded about whole reviews; what a person typed or kept is confirmed."""

from collections.abc import Iterator, Mapping, Sequence

from caseview.domain.attribute import Detail, DetailName, values
from caseview.domain.changes import Changes
from caseview.domain.document import Document, Form, Kind
from caseview.domain.english import English
from caseview.domain.errors import CasebookError
from caseview.domain.journal import AnyCommand, SetDetails
from caseview.domain.review import Review
from caseview.usecases.work import Casebook, Work

Wanted = Mapping[DetailName, Sequence[str]]


def edit_reviews(
    casebook: Casebook, reviews: Sequence[int], wanted: Wanted, *, coder: str
) -> Changes:
    """Give reviews these confirmed values as one undoable act; names not in `wanted` stay.

    A value goes to the document that the review has it from, and keeps the words that support it
    where it is the value that was read; no values means "not recorded". Raises CasebookError when
    a review is unknown or when a detail that has one value is given several.
    """
    with casebook.writing() as work:
        commands: list[AnyCommand] = []
        for review in (work.reviews.get(review_id) for review_id in dict.fromkeys(reviews)):
            commands += edit_commands(work, review, wanted)
        if not commands:
            return Changes()
        return work.journal.perform("Edit details", commands, coder)


def edit_commands(work: Work, review: Review, wanted: Wanted) -> Iterator[SetDetails]:
    """Yield what gives a review these confirmed values; nothing where they stand so already.

    Raises CasebookError when a detail that has one value is given several.
    """
    plain = {name: _tidy(name, given) for name, given in wanted.items()}
    held = {one.id: work.documents.details(one.id) for one in documents_of(review)}
    for name, given in plain.items():
        yield from _commands(review, held, name, given)


def documents_of(review: Review) -> tuple[Document, ...]:
    """Return the documents of a review, a full report that is no response before the others."""
    return tuple(
        sorted(
            review.documents,
            key=lambda one: (
                one.kind is Kind.PFD_RESPONSE,
                one.form is not Form.FULL_REPORT,
                one.id,
            ),
        )
    )


def _commands(
    review: Review,
    held: Mapping[int, tuple[Detail, ...]],
    name: DetailName,
    given: tuple[str, ...],
) -> Iterator[SetDetails]:
    """Yield what gives a review these values of one detail; nothing where they stand confirmed."""
    shown = review.attribute(name)
    of = {number: tuple(d for d in details if d.name is name) for number, details in held.items()}
    if not given:
        for number, before in of.items():
            if before:
                yield SetDetails(number, name, before, ())
        return
    source = next((n for n, found in of.items() if found and values(found, name) == shown), None)
    number = source if source is not None else next(iter(of))
    before = of[number]
    after = tuple(_confirmed(name, value, before) for value in given)
    if after != before:
        yield SetDetails(number, name, before, after)


def _confirmed(name: DetailName, value: str, before: tuple[Detail, ...]) -> Detail:
    for one in before:
        if one.value == value:
            return Detail(
                name, value, one.text, one.start, one.end, confirmed=True, known=one.known
            )
    return Detail(name, value, confirmed=True)


def _tidy(name: DetailName, given: Sequence[str]) -> tuple[str, ...]:
    tidy = tuple(dict.fromkeys(value.strip() for value in given if value.strip()))
    if len(tidy) > 1 and not name.many:
        raise CasebookError(
            English(
                "“{0}” has one value, and {1} were given. Nothing was changed.",
                name.label,
                len(tidy),
            ),
            "Give one.",
        )
    return tidy
