"""The tracker of responses as cards: who owes one, and what each says to each concern."""

from collections.abc import Mapping
from dataclasses import dataclass

from caseview.counting.due import Came
from caseview.counting.wording import number
from caseview.desktop.models.cards import Card
from caseview.desktop.models.words import day
from caseview.desktop.tongue import several, told, tr
from caseview.domain.register import Placed, Reply
from caseview.domain.responses import Answered, Expected, Tracked, TrackedConcern, Tracker

_TONES: Mapping[str, tuple[str, str]] = {
    Came.OVERDUE: ("▲", "problem"),
    Came.LATE: ("✓", "warning"),
    Came.RECEIVED: ("✓", "ok"),
    Came.DUE: ("•", "text2"),
    Came.UNDATED: ("–", "text2"),
}
_SIGNS = {Reply.ACCEPTED: "✓", Reply.ACTION: "→", Reply.REJECTED: "✕", Reply.SILENT: "–"}


@dataclass(frozen=True, slots=True)
class OwedKey:
    """A response that one body owes: the report, and its place among those asked."""

    report_id: int
    place: int


@dataclass(frozen=True, slots=True)
class AnswerKey:
    """What one response says to one concern; `response_id` None where none is here."""

    place: Placed
    response_id: int | None


def tracker_cards(tracker: Tracker, chosen: frozenset[str] = frozenset()) -> tuple[Card, ...]:
    """Return each report with those asked for a response, the first due first.

    With values of `Came` chosen only bodies that stand so are shown.
    """
    cards: list[Card] = []
    for report in tracker.reports:
        owed = [
            (place, one)
            for place, one in enumerate(report.expected)
            if not chosen or one.came in chosen
        ]
        if owed or not (chosen or report.expected):
            cards.append(_report(report))
            cards += [_owed(report, place, one) for place, one in owed]
        if not report.expected and not chosen:
            cards.append(
                Card(
                    OwedKey(report.report_id, 0),
                    tr("Nobody named"),
                    said=tr("No response asked of anyone"),
                )
            )
    return tuple(cards)


def counts(tracker: Tracker) -> tuple[tuple[str, str, int], ...]:
    """Return how many responses stand in each way, as (value, words, count)."""
    return tuple(
        (one.value, told(one.label), tracker.count(one.value))
        for one in Came
        if tracker.count(one.value)
    )


def answer_cards(report: Tracked | None) -> tuple[Card, ...]:
    """Return each concern of a report with what each response says to it."""
    if report is None:
        return ()
    return tuple(card for concern in report.concerns for card in _concern(concern))


def answered(report: Tracked, key: AnswerKey) -> Answered | None:
    """Return what a card of an answer stands for, None where no response is here."""
    for concern in report.concerns:
        if concern.kept.place == key.place:
            return next((a for a in concern.answers if a.response_id == key.response_id), None)
    return None


def summary(report: Tracked) -> str:
    """Return a report in a line: when sent, when due, how many concerns answered how."""
    said = [
        tr("Sent {0}", day(report.sent)) if report.sent else tr("Date not known"),
        tr("due {0}", day(report.due)) if report.due else "",
        several(len(report.concerns), "concern"),
    ]
    return "  ·  ".join(part for part in said if part)


def _report(report: Tracked) -> Card:
    due = tr("due {0}", day(report.due)) if report.due else tr("no date to count from")
    title = f"{report.review} ({report.ref})" if report.ref else report.review
    return Card(("report", report.report_id), title, due, heading=True)


def _owed(report: Tracked, place: int, one: Expected) -> Card:
    sign, tone = _TONES[one.came]
    stands = Came(one.came)
    parts = [told(stands.label)]
    if stands in {Came.LATE, Came.OVERDUE} and one.days:
        parts.append(tr("{0} late", several(one.days, "day")))
    if stands is Came.DUE and one.days is not None:
        parts.append(tr("{0} left", several(-one.days, "day")))
    foot = tr("Received {0}", day(one.received)) if one.received else ""
    words = ", ".join(parts)
    return Card(
        OwedKey(report.report_id, place),
        one.addressee,
        words,
        "",
        foot,
        sign,
        told(stands.label),
        tone,
    )


def _concern(concern: TrackedConcern) -> list[Card]:
    kept = concern.kept
    title = tr("Concern {0}", kept.concern.number or number(kept.place.position + 1))
    page = f"p. {kept.page}" if kept.page else ""
    head = Card(("concern", kept.place), title, page, kept.concern.text, heading=True)
    if not concern.answers:
        key = AnswerKey(kept.place, None)
        return [head, Card(key, tr("No response here"), said=head.spoken, mark="–")]
    return [head, *(_answer(head.spoken, kept.place, one) for one in concern.answers)]


def _answer(concern: str, place: Placed, one: Answered) -> Card:
    decided = one.decided is not None
    who = one.decided.coder if one.decided else tr("suggested ?")
    return Card(
        AnswerKey(place, one.response_id),
        told(one.reply.label),
        who,
        one.words,
        one.response,
        _SIGNS[one.reply],
        f"{concern} {tr('Decided') if decided else tr('Suggested')}",
        "ok" if decided else "suggestion",
    )
