"""Passages that rules may have missed, and passages like one another, as cards."""

from collections.abc import Mapping, Sequence

from caseview.counting.learned_wording import how_likely, why
from caseview.desktop.models.cards import Card
from caseview.desktop.tongue import told, tr
from caseview.domain.learned import Missed


def missed_cards(found: Sequence[Missed], titles: Mapping[int, str]) -> tuple[Card, ...]:
    """Return a card for each passage, with how likely it is and why; `titles` are of reviews."""
    return tuple(
        Card(
            one.passage_id,
            told(how_likely(one)),
            place_of(one, titles),
            _said(one),
            told(why(one)),
            "?",
            tr("may hold the theme"),
            "suggestion",
        )
        for one in found
    )


def alike_cards(found: Sequence[Missed], titles: Mapping[int, str]) -> tuple[Card, ...]:
    """Return a card for each passage that is like another, with the words they share."""
    return tuple(
        Card(
            one.passage_id,
            titles.get(one.review_id, ""),
            _where(one),
            _said(one),
            tr("Shares: {0}", ", ".join(one.words)),
            ticks=True,
        )
        for one in found
    )


def place_of(one: Missed, titles: Mapping[int, str]) -> str:
    """Return the review and the page of a passage."""
    return f"{titles.get(one.review_id, '')}, {_where(one)}"


def _said(one: Missed) -> str:
    """Return the sentence that speaks most for a passage, with signs for what is left out."""
    begin, end = one.span.start - one.start, one.span.end - one.start
    words = one.text[begin:end].strip() or one.text
    before = "… " if one.text[:begin].strip() else ""
    after = " …" if one.text[end:].strip() else ""
    return f"{before}{words}{after}"


def _where(one: Missed) -> str:
    return f"p. {one.page}" if one.page is not None else tr("para {0}", one.number)
