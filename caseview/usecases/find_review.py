"""Finds the review a document belongs to, so that a case counts once."""

from collections import defaultdict
from collections.abc import Iterator
from enum import IntEnum

from caseview.domain.attribute import Detail, DetailName, name_key, value, values
from caseview.domain.description import ReadDocument
from caseview.domain.document import Form, Kind
from caseview.domain.review import Review
from caseview.usecases.one_case import (
    names_place,
    other_value,
    same_place,
    same_subject,
    same_value,
)
from caseview.usecases.work import Work

_PFD = frozenset({Kind.PFD, Kind.PFD_RESPONSE})
# A second full report of one kind about one name is another case or a new version, never the
# same document: only these forms stand beside a full report, and briefings beside each other.
_DERIVED = frozenset({Form.EXECUTIVE_SUMMARY, Form.BRIEFING, Form.ACTION_PLAN, Form.RESPONSE})


def find_review(work: Work, read: ReadDocument) -> int | None:
    """Return the id of the review that the document belongs to, None for a new one.

    A response joins the report with its ref, else the report about the same person, else the one
    of the same day and area; where that is not in the casebook, the responses to it stand together
    until it comes. A summary, briefing or action plan joins the full report, or what
    else was made from it, about the same name by the same board or area (or, where one names
    neither, of the same death); and the other way round. Where several fit alike, none is taken.
    """
    fitting: dict[_Fit, set[int]] = defaultdict(set)
    for review in _candidates(work, read):
        fitting[_belongs(read, review)].add(review.id)
    best = fitting[max(fitting)] if fitting and max(fitting) else set()
    return best.pop() if len(best) == 1 else None


class _Fit(IntEnum):
    """How surely a document belongs to a review; a coroner may send several reports on one day."""

    NONE = 0
    DAY_AND_PLACE = 1
    NAME = 2
    REF = 3


# What a document says, and the attribute under which the other one of its case would stand.
_MEETING = (
    (DetailName.RESPONDS_TO_REF, "ref"),
    (DetailName.RESPONDS_TO_REF, "responds_to_ref"),
    (DetailName.REF, "responds_to_ref"),
    (DetailName.RESPONDS_TO_DATE, "published"),
    (DetailName.PUBLISHED, "responds_to_date"),
)


def _candidates(work: Work, read: ReadDocument) -> Iterator[Review]:
    """Yield the reviews that share a name, a reference or a day with the document."""
    details = read.description.details
    for name in (DetailName.SUBJECT, DetailName.RESPONDS_TO_SUBJECT):
        for subject in values(details, name):
            yield from work.reviews.having("subject", name_key(subject))
    for name, attribute in _MEETING:
        for said in values(details, name):
            yield from work.reviews.having(attribute, said)


def _belongs(read: ReadDocument, review: Review) -> _Fit:
    if read.description.guess.kind in _PFD:
        return _answers(read, review) if review.kind in _PFD else _Fit.NONE
    return _Fit.NAME if _of_one_case(read, review) else _Fit.NONE


def _of_one_case(read: ReadDocument, review: Review) -> bool:
    guess, new = read.description.guess, read.description.details
    kinds = {guess.kind, guess.also} & {review.kind, review.kind_also} - {None, Kind.OTHER}
    forms = {document.form for document in review.documents}
    if not kinds or not _stands_beside(guess.form, forms):
        return False
    return same_subject(new, review.details) and _same_case(new, review.details)


def _stands_beside(form: Form, forms: set[Form]) -> bool:
    """Whether a document of this form can be one more of a review with these."""
    if form not in _DERIVED:
        return Form.FULL_REPORT not in forms
    return Form.FULL_REPORT in forms or form is Form.BRIEFING or form not in forms


def _answers(read: ReadDocument, review: Review) -> _Fit:
    """Return how surely the one is a report and the other its response, or both answer one."""
    reported = Kind.PFD in {document.kind for document in review.documents}
    new = read.description.details
    if read.description.guess.kind is Kind.PFD_RESPONSE:
        return (_response_fits if reported else _both_answer)(new, review.details)
    return _Fit.NONE if reported else _response_fits(review.details, new)


def _both_answer(one: tuple[Detail, ...], other: tuple[Detail, ...]) -> _Fit:
    """Return how surely two responses answer one report: by its ref, else by person and day."""
    if other_value(one, other, DetailName.RESPONDS_TO_REF):
        return _Fit.NONE
    if same_value(one, other, DetailName.RESPONDS_TO_REF):
        return _Fit.REF
    person = _answered(one)
    same_day = same_value(one, other, DetailName.RESPONDS_TO_DATE)
    return _Fit.NAME if same_day and person and person == _answered(other) else _Fit.NONE


def _answered(response: tuple[Detail, ...]) -> str | None:
    """Return the person whose death a response is about, as names are compared."""
    named = value(response, DetailName.RESPONDS_TO_SUBJECT) or value(response, DetailName.SUBJECT)
    return name_key(named) if named else None


def _response_fits(response: tuple[Detail, ...], report: tuple[Detail, ...]) -> _Fit:
    ref = value(response, DetailName.RESPONDS_TO_REF)
    if ref and (printed := value(report, DetailName.REF)):
        return _Fit.REF if ref == printed else _Fit.NONE
    dated = value(response, DetailName.RESPONDS_TO_DATE)
    published = value(report, DetailName.PUBLISHED)
    if dated and published and dated != published:
        return _Fit.NONE
    answered = _answered(response)
    subject = value(report, DetailName.SUBJECT)
    if answered and subject and answered == name_key(subject):
        return _Fit.NAME
    # A family's own name for the person, or a letter that names nobody: day and area must meet.
    meet = dated and published and same_place(response, report)
    return _Fit.DAY_AND_PLACE if meet else _Fit.NONE


def _same_case(one: tuple[Detail, ...], other: tuple[Detail, ...]) -> bool:
    """Whether both name one board or area; a leaflet that names none has to name the death."""
    if names_place(one) and names_place(other):
        return same_place(one, other)
    died = value(one, DetailName.DATE_OF_DEATH)
    return died is not None and died == value(other, DetailName.DATE_OF_DEATH)
