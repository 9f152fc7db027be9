"""The JSON shapes of suggestions, tags, evidence and answers to searches."""

from caseview.cli.shapes import Shape
from caseview.domain.changes import Changes
from caseview.domain.evidence import Evidence
from caseview.domain.passage import Passage
from caseview.domain.query import Answer, Hit
from caseview.domain.suggestion import KeptSuggestion, Suggestion
from caseview.domain.tag import Tag
from caseview.usecases.saved_search import SavedSearch

FACETS = ("kind", "year", "area", "force", "theme", "role")


def suggestion(found: Suggestion, place: Passage | None) -> Shape:
    """Return a suggestion with the place it stands in."""
    return {
        "theme": found.theme,
        "reads_as": found.reads_as.value,
        "restated": found.restated,
        "start": found.start,
        "end": found.end,
        "text": found.text,
        "page": place.page if place else None,
        "number": place.number if place else None,
        "role": place.role.value if place else None,
        "rule": found.rule,
        "reason": found.reason,
        "confidence": round(found.confidence, 3),
    }


def kept_suggestion(found: KeptSuggestion) -> Shape:
    """Return a suggestion of a casebook."""
    return {
        "id": found.id,
        "document": found.document_id,
        "review": found.review_id,
        **suggestion(found.suggestion, found.passage),
        "decision": found.decision.value,
    }


def tag(found: Tag, place: Passage | None) -> Shape:
    """Return a tag."""
    return {
        "id": found.id,
        "document": found.document_id,
        "review": found.review_id,
        "theme": found.theme,
        "reads_as": found.reads_as.value,
        "restated": found.restated,
        "start": found.start,
        "end": found.end,
        "text": found.text,
        "page": place.page if place else found.page,
        "whole_page": found.page,
        "number": place.number if place else None,
        "role": place.role.value if place else None,
        "coder": found.coder,
        "made_at": found.made_at,
        "codebook_version": found.codebook_version,
        "origin": found.origin,
        "suggestion": found.suggestion_id,
        "is_key": found.is_key,
    }


def evidence(found: Evidence) -> Shape:
    """Return one passage behind a number."""
    return {
        "id": found.id,
        "suggested": found.suggested,
        "document": found.quote.document_id,
        "review": found.review_id,
        "theme": found.theme,
        "reads_as": found.reads_as.value,
        "restated": found.restated,
        "role": found.role.value if found.role is not None else None,
        "start": found.quote.start,
        "end": found.quote.end,
        "text": found.quote.text,
        "page": found.quote.place.page,
        "whole_page": None if found.quote.text else found.quote.place.page,
        "number": found.number,
        "reference": found.quote.place.reference,
        "coder": found.coder or None,
    }


def hit(found: Hit) -> Shape:
    """Return a hit of a search."""
    return {
        "id": found.id,
        "document": found.document_id,
        "review": found.review_id,
        "review_title": found.review,
        "kind": found.kind.value,
        "year": found.year,
        "page": found.page,
        "number": found.number,
        "role": found.role.value,
        "start": found.start,
        "end": found.end,
        "text": found.text,
        "reference": found.place.reference,
        "marks": [list(mark) for mark in found.marks],
        "themes": list(found.themes),
    }


def answer(found: Answer) -> Shape:
    """Return the answer to a search."""
    return {
        "total": {
            "passages": found.total.passages,
            "documents": found.total.documents,
            "reviews": found.total.reviews,
        },
        "facets": {name: dict(found.facets.get(name, ())) for name in FACETS},
        "hits": [hit(item) for item in found.hits],
        "also_finding": list(found.also_finding),
        "did_you_mean": found.did_you_mean,
        "would_find": found.would_find if found.did_you_mean else None,
        "words": [
            {"word": one.word, "passages": one.passages, "nearest": dict(one.nearest)}
            for one in found.words
        ],
        "left_out": found.left_out,
        "beside": dict(found.beside),
        "place": found.place,
        "remark": found.remark or None,
    }


def saved_search(found: SavedSearch) -> Shape:
    """Return a saved search as it counts now."""
    total = found.total
    return {
        "name": found.saved.name,
        "query": found.search.query,
        "exact": found.search.exact,
        "sort": found.search.sort.value,
        "screened_out": found.search.screened_out,
        "coder": found.saved.coder,
        "made_at": found.saved.made_at,
        "passages": total.passages if total else None,
        "documents": total.documents if total else None,
        "reviews": total.reviews if total else None,
        "remark": found.amiss or None,
    }


def changes(found: Changes) -> Shape:
    """Return what a change touched."""
    return {
        "done": found.label,
        "reviews": sorted(found.reviews),
        "documents": sorted(found.documents),
        "suggestions": sorted(found.suggestions),
        "tags": sorted(found.tags),
    }
