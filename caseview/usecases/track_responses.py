"""Tracks the responses to coroners: due, received, late, and what they say to each concern."""

import re
from collections import Counter
from collections.abc import Mapping, Sequence

from caseview.counting.answering import offered
from caseview.counting.due import Came, came, due, late
from caseview.domain.attribute import Detail, DetailName, value, values
from caseview.domain.document import Document, Kind
from caseview.domain.passage import Passage
from caseview.domain.register import KeptConcern
from caseview.domain.responses import (
    Answered,
    Expected,
    OfferedAnswer,
    Tracked,
    TrackedConcern,
    Tracker,
)
from caseview.domain.review import Review, Status
from caseview.domain.section import SectionRole
from caseview.usecases.work import Casebook, Work

_ENOUGH = 0.5
"""What share of the words of an addressee the head and foot of a response must have."""

_WORDS = re.compile(r"[^\W\d_]{3,}")
_IDLE = frozenset({"the", "and", "for", "mrs", "prof", "sir", "dear", "yours"})
_GREETS = re.compile(r"\W*dear\b", re.IGNORECASE)
_CLOSES = re.compile(r"\W*yours\b", re.IGNORECASE)
_LATEST = "9999"


def track_responses(casebook: Casebook, on: str) -> Tracker:
    """Return every report to prevent future deaths as it stands on the ISO day `on`.

    Whose a response is follows from its head and foot; what it says to a concern is offered until
    a coder decides. Reviews screened out are left out.
    """
    with casebook.reading() as work:
        by_report: dict[int, list[KeptConcern]] = {}
        for kept in work.register.concerns():
            by_report.setdefault(kept.place.document_id, []).append(kept)
        reports = [
            _tracked(work, review, report, by_report.get(report.id, []), on)
            for review in work.reviews.all()
            if review.kind is Kind.PFD and review.status is not Status.SCREENED_OUT
            for report in review.documents
            if report.kind is Kind.PFD and report.form.counted
        ]
    reports.sort(key=lambda one: (one.due or _LATEST, one.review.casefold(), one.report_id))
    return Tracker(on, tuple(reports))


def _tracked(
    work: Work, review: Review, report: Document, concerns: Sequence[KeptConcern], on: str
) -> Tracked:
    details = work.documents.details(report.id)
    responses = [one for one in review.documents if one.kind is Kind.PFD_RESPONSE]
    passages = {
        one.id: [kept.passage for kept in work.documents.passages(one.id)] for one in responses
    }
    sent = value(details, DetailName.PUBLISHED)
    due_on = due(sent, value(details, DetailName.RESPONSE_DUE))
    asked = values(details, DetailName.ADDRESSEE)
    whose = _whose(asked, {number: _ends(found) for number, found in passages.items()})
    received = {
        one.id: value(work.documents.details(one.id), DetailName.PUBLISHED) for one in responses
    }
    return Tracked(
        report.id,
        review.id,
        review.title,
        _ref(details),
        sent,
        due_on,
        tuple(_expected(one, whose.get(one), received, due_on, on) for one in asked),
        _concerns(concerns, responses, passages),
        tuple(one.id for one in responses if one.id not in whose.values()),
    )


def _ref(details: tuple[Detail, ...]) -> str:
    return value(details, DetailName.REF) or ""


def _expected(
    addressee: str,
    response: int | None,
    received: Mapping[int, str | None],
    due_on: str | None,
    on: str,
) -> Expected:
    day = received.get(response) if response is not None else None
    state = came(due_on, day, on, is_here=response is not None)
    if state not in {Came.RECEIVED, Came.LATE}:
        return Expected(addressee, state.value, late(due_on, on))
    return Expected(addressee, state.value, late(due_on, day), response, day)


def _concerns(
    concerns: Sequence[KeptConcern],
    responses: Sequence[Document],
    passages: Mapping[int, Sequence[Passage]],
) -> tuple[TrackedConcern, ...]:
    printed = [kept.concern for kept in concerns]
    told = {one.id: offered(one.id, printed, passages[one.id]) for one in responses}
    return tuple(
        TrackedConcern(
            kept,
            tuple(_answered(kept, one, told[one.id][place], passages[one.id]) for one in responses),
        )
        for place, kept in enumerate(concerns)
    )


def _answered(
    kept: KeptConcern, response: Document, offer: OfferedAnswer, passages: Sequence[Passage]
) -> Answered:
    decided = kept.answer(response.id)
    words = ""
    if decided is not None and decided.start is not None and decided.end is not None:
        # The text is its passages with a blank line between them.
        text = "\n\n".join(one.text for one in passages)
        words = text[decided.start : decided.end]
    return Answered(response.id, response.title or response.name, decided, offer, words)


def _ends(passages: Sequence[Passage]) -> frozenset[str]:
    """Return the words of a letter before its greeting and after its close, folded."""
    outside = [one.text for one in passages if one.role is SectionRole.FRONT_MATTER]
    greeting = next((n for n, one in enumerate(outside) if _GREETS.match(one)), len(outside))
    close = next((n for n, one in enumerate(outside) if _CLOSES.match(one)), len(outside))
    return _words(" ".join((*outside[:greeting], *outside[close:])))


def _whose(addressees: Sequence[str], letters: Mapping[int, frozenset[str]]) -> dict[str, int]:
    """Return whose response each letter is: the surest first, one letter a body.

    A word that several of them have, such as "Chief", says less of each. A single letter to a
    single body needs no words for it.
    """
    if len(addressees) == 1 and len(letters) == 1:
        return {addressees[0]: next(iter(letters))}
    common = Counter(word for one in addressees for word in _words(one))
    shares = sorted(
        (-_share(_words(addressee), words, common), place, number)
        for place, addressee in enumerate(addressees)
        for number, words in letters.items()
    )
    found: dict[str, int] = {}
    for share, place, number in shares:
        if -share >= _ENOUGH and addressees[place] not in found and number not in found.values():
            found[addressees[place]] = number
    return found


def _share(wanted: frozenset[str], held: frozenset[str], common: Counter[str]) -> float:
    whole = sum(1 / common[word] for word in wanted)
    return sum(1 / common[word] for word in wanted & held) / whole if whole else 0.0


def _words(text: str) -> frozenset[str]:
    return frozenset(_WORDS.findall(text.casefold())) - _IDLE
