"""What follows from a review's documents: its kind, its title and the attributes it counts by."""

from collections.abc import Iterator, Mapping, Sequence
from pathlib import PurePath

from caseview.domain.attribute import Detail, DetailName, name_key, value, values
from caseview.domain.document import Document, Form, Kind
from caseview.domain.moment import day_in_words
from caseview.domain.review import Review

PRINCIPAL_FIRST = (
    Form.FULL_REPORT,
    Form.EXECUTIVE_SUMMARY,
    Form.ACTION_PLAN,
    Form.RESPONSE,
    Form.BRIEFING,
    Form.LETTER,
    Form.ANNUAL_REPORT,
    Form.GUIDANCE,
)
FROM_DETAILS: Mapping[str, DetailName] = {
    "area": DetailName.AREA,
    "board": DetailName.BOARD,
    "force": DetailName.POLICE_FORCE,
    "region": DetailName.REGION,
    "agency": DetailName.AGENCY,
    "sex": DetailName.SEX,
    "age": DetailName.AGE,
    "harm": DetailName.HARM,
    "relationship": DetailName.RELATIONSHIP,
    "author": DetailName.AUTHOR,
    "coroner": DetailName.CORONER,
    "ref": DetailName.REF,
    "published": DetailName.PUBLISHED,
    "responds_to_ref": DetailName.RESPONDS_TO_REF,
    "responds_to_date": DetailName.RESPONDS_TO_DATE,
}
ATTRIBUTE_NAMES = ("kind", "form", "year", *FROM_DETAILS, "subject", "status")
DetailsByDocument = Mapping[int, tuple[Detail, ...]]


def principal_first(documents: Sequence[Document]) -> tuple[Document, ...]:
    """Return the documents of a review, the one that speaks for it first.

    A full report comes before what is drawn from it, a report before its response.
    """
    return tuple(
        sorted(
            documents,
            key=lambda one: (
                one.kind is Kind.PFD_RESPONSE,
                PRINCIPAL_FIRST.index(one.form),
                one.id,
            ),
        )
    )


def merged_details(documents: Sequence[Document], details: DetailsByDocument) -> tuple[Detail, ...]:
    """Return the details of a review: the principal document's, then names that others add.

    A name that an earlier document has is not taken from a later one: a response's date or
    addressee is not the report's.
    """
    merged: list[Detail] = []
    for one in principal_first(documents):
        there = {detail.name for detail in merged}
        merged += [detail for detail in details.get(one.id, ()) if detail.name not in there]
    return tuple(merged)


def document_title(name: str, details: tuple[Detail, ...]) -> str:
    """Return the title of a document, else its file name without the ending."""
    return value(details, DetailName.TITLE) or PurePath(name).stem or name


def review_title(details: tuple[Detail, ...], principal: Document) -> str:
    """Return the short name of a review: whom it is about and whose it is, else its title.

    A coroner's report that names nobody is called by its reference or its day: its title is that
    of the form. So are responses, by the report they answer.
    """
    if subject := value(details, DetailName.SUBJECT):
        board = value(details, DetailName.BOARD)
        return f"{subject}, {board}" if board else subject
    if answered := value(details, DetailName.RESPONDS_TO_SUBJECT):
        return f"{answered} (response)"
    if nameless := _nameless(details, principal.kind):
        return nameless
    return value(details, DetailName.TITLE) or PurePath(principal.name).stem or principal.name


def _nameless(details: tuple[Detail, ...], kind: Kind) -> str | None:
    if kind is Kind.PFD_RESPONSE:
        answered = value(details, DetailName.RESPONDS_TO_REF)
        return f"Response to report {answered}" if answered else None
    ref, sent = (value(details, name) for name in (DetailName.REF, DetailName.PUBLISHED))
    if kind is not Kind.PFD or not (ref or sent):
        return None
    called = f"Report {ref}" if ref else f"Report of {day_in_words(sent or '')}"
    area = value(details, DetailName.AREA) or value(details, DetailName.AREA_AS_PRINTED)
    return f"{called}, {area}" if area else called


def attributes_of(review: Review) -> tuple[tuple[str, str], ...]:
    """Return (name, value) for every attribute of a review, without repeats, in order."""
    return tuple(dict.fromkeys(_attributes(review)))


def _attributes(review: Review) -> Iterator[tuple[str, str]]:
    yield "kind", review.kind.value
    if review.kind_also is not None:
        yield "kind", review.kind_also.value
    for document in principal_first(review.documents):
        yield "form", document.form.value
    if review.year is not None:
        yield "year", review.year
    for name, detail in FROM_DETAILS.items():
        for found in values(review.details, detail):
            yield name, found
    for detail in (DetailName.SUBJECT, DetailName.RESPONDS_TO_SUBJECT):
        for found in values(review.details, detail):
            yield "subject", name_key(found)
    yield "status", review.status.value
