"""The JSON shapes of the command line's contract, from domain values."""

from collections.abc import Mapping, Sequence
from typing import Any

from caseview.domain.attribute import Detail, DetailName, value, values
from caseview.domain.description import Description
from caseview.domain.document import Document
from caseview.domain.outcome import ImportOutcome, OutcomeKind
from caseview.domain.passage import Passage
from caseview.domain.recommendation import Concern, Recommendation
from caseview.domain.review import Review

Shape = dict[str, Any]
_PLURAL = {
    "authors": DetailName.AUTHOR,
    "addressees": DetailName.ADDRESSEE,
    "agencies": DetailName.AGENCY,
}
_SINGLE = (
    DetailName.TITLE,
    DetailName.SUBJECT,
    DetailName.REF,
    DetailName.PUBLISHED,
    DetailName.DATE_OF_DEATH,
    DetailName.AREA_AS_PRINTED,
    DetailName.BOARD,
    DetailName.POLICE_FORCE,
    DetailName.REGION,
    DetailName.SEX,
    DetailName.RELATIONSHIP,
    DetailName.HARM,
    DetailName.REVIEW_PERIOD,
    DetailName.RESPONSE_DUE,
)


def details(found: tuple[Detail, ...]) -> Shape:
    """Return details by name; what is not recorded is null or an empty list."""
    shape: Shape = {name.value: value(found, name) for name in _SINGLE}
    shape |= {plural: list(values(found, name)) for plural, name in _PLURAL.items()}
    area = next((detail for detail in found if detail.name is DetailName.AREA), None)
    shape["area"] = area.value if area else value(found, DetailName.AREA_AS_PRINTED)
    shape["known"] = (area is not None and area.known) if shape["area"] else None
    age = value(found, DetailName.AGE)
    shape["age"] = int(age) if age and age.isdigit() else age
    name = value(found, DetailName.CORONER)
    title = value(found, DetailName.CORONER_TITLE)
    shape["coroner"] = {"name": name, "title": title} if name or title else None
    answered = {
        "ref": value(found, DetailName.RESPONDS_TO_REF),
        "date": value(found, DetailName.RESPONDS_TO_DATE),
        "subject": value(found, DetailName.RESPONDS_TO_SUBJECT),
    }
    shape["responds_to"] = answered if any(answered.values()) else None
    return shape


def support(found: tuple[Detail, ...]) -> Shape:
    """Return the words that support each detail, by name; the first where there are several."""
    shape: Shape = {}
    plural = {name: key for key, name in _PLURAL.items()}
    for detail in found:
        key = plural.get(detail.name, detail.name.value)
        if detail.start is not None and key not in shape:
            shape[key] = {"text": detail.text, "start": detail.start, "end": detail.end}
    return shape


def passage(found: Passage) -> Shape:
    """Return a passage of a description."""
    return {
        "start": found.start,
        "end": found.end,
        "page": found.page,
        "number": found.number,
        "role": found.role.value,
        "restated": found.restated,
        "text": found.text,
    }


def asked(found: Recommendation | Concern) -> Shape:
    """Return a recommendation or a concern."""
    return {
        "number": found.number,
        "text": found.text,
        "addressee": found.addressee,
        "start": found.start,
        "end": found.end,
    }


def description(path: str, found: Description) -> Shape:
    """Return a description as `describe` prints it."""
    guess = found.guess
    return {
        "path": path,
        "kind": guess.kind.value,
        "kind_also": guess.also.value if guess.also else None,
        "form": guess.form.value,
        "margin": round(guess.margin, 3),
        "reasons": list(guess.reasons),
        "details": details(found.details),
        "evidence": support(found.details),
        "outline": [
            {
                "heading": section.heading,
                "role": section.role.value,
                "start": section.start,
                "end": section.end,
            }
            for section in found.outline
        ],
        "passages": [passage(item) for item in found.passages],
        "recommendations": [asked(item) for item in found.recommendations],
        "concerns": [asked(item) for item in found.concerns],
    }


def document(found: Document) -> Shape:
    """Return a document."""
    return {
        "id": found.id,
        "review": found.review_id,
        "name": found.name,
        "title": found.title,
        "kind": found.kind.value,
        "kind_also": found.kind_also.value if found.kind_also else None,
        "form": found.form.value,
        "pages": found.pages,
        "words": found.words,
        "sha256": found.sha256,
        "imported_at": found.imported_at,
        "finished_by": found.finished_by,
        "finished_at": found.finished_at,
    }


def review(found: Review, attributes: Mapping[str, Sequence[str]]) -> Shape:
    """Return a review with its details, and all its attributes as tables and filters know them."""
    return {
        "id": found.id,
        "title": found.title,
        "kind": found.kind.value,
        "kind_also": found.kind_also.value if found.kind_also else None,
        "status": found.status.value,
        "screened_out": found.screened_out,
        "year": found.year,
        **{key: held for key, held in details(found.details).items() if key != "title"},
        "attributes": {name: list(held) for name, held in attributes.items()},
        "documents": [item.id for item in found.documents],
        "tags": found.tags,
        "to_decide": found.to_decide,
    }


def outcome(found: ImportOutcome) -> Shape:
    """Return what became of a file."""
    shape: Shape = {
        "path": found.path,
        "outcome": found.outcome.value,
        "reason": found.reason or None,
        "advice": found.advice or None,
        "document": found.document_id,
        "review": found.review_id,
        "kind": found.kind.value if found.kind else None,
        "form": found.form.value if found.form else None,
        "pages": found.pages,
        "words": found.words,
        "seconds": round(found.seconds, 3),
        "replaces": found.replaces,
    }
    # A bad file says so under the same name for every verb.
    if found.outcome is OutcomeKind.REFUSED:
        shape["error"] = found.reason
    return shape
