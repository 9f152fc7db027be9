"""Lists what a summary would print by which a person could be known."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from caseview.domain.attribute import DetailName
from caseview.domain.quote import Quote
from caseview.domain.summary import Summary
from caseview.tagging.anonymity import Identifying, identifying
from caseview.usecases.work import Casebook, Work

_PEOPLE = (
    DetailName.SUBJECT, DetailName.AUTHOR, DetailName.CORONER, DetailName.RESPONDS_TO_SUBJECT,
)  # fmt: skip
_PSEUDONYM = re.compile(
    r"\b(?:Adult|Child|Baby|Family|Mr|Mrs|Ms|Miss|Mother|Father|Person|Victim)\s+[A-Z]{1,3}\d*\b"
)


@dataclass(frozen=True, slots=True)
class Told:
    """Words that could give a person away: where they would be printed, and what they are.

    `quote` is None for the analyst's own words; `text` is what they stand in.
    """

    what: Identifying
    quote: Quote | None
    where: str
    text: str

    @property
    def key(self) -> str:
        """What a decision on it is remembered by: the sort, the words and the place."""
        at = f" {self.quote.document_id}:{self.quote.start}" if self.quote else ""
        return f"{self.what.sort.value}|{self.what.words}|{self.where}{at}"


def check_anonymity(casebook: Casebook, summary: Summary) -> tuple[Told, ...]:
    """Return everything in a summary by which a person could be known, in printed order.

    A person decides what to do: quotes are never changed, but can be left out.
    """
    with casebook.reading() as work:
        names = _names(work)
    found = []
    for quote in summary.quotes:
        where = quote.place.reference
        found += [Told(one, quote, where, quote.text) for one in identifying(quote.text, names)]
    for made in (made for section in summary.sections for made in section.recommendations):
        where = f"{made.name}, {made.quote.place.reference}"
        to = f"To {made.to}" if made.to else ""
        found += [Told(one, made.quote, where, to) for one in identifying(to, names)]
    for where, words in _own_words(summary):
        found += [Told(one, None, where, words) for one in identifying(words, names)]
    return tuple(found)


def _names(work: Work) -> frozenset[str]:
    """Return the people the casebook knows by name; pseudonyms are no names."""
    return frozenset(
        value
        for name in _PEOPLE
        for review in work.reviews.all()
        for value in review.attribute(name)
        if not _PSEUDONYM.search(value)
    )


def _own_words(summary: Summary) -> Iterator[tuple[str, str]]:
    yield "About this summary", summary.words.about
    for point in summary.key_points:
        yield "Key points", point
    names = {section.theme.id: section.theme.name for section in summary.sections}
    for theme, words in summary.words.themes.items():
        yield names.get(theme, theme), words
    for theme, questions in summary.words.questions.items():
        for question in questions:
            yield f"Questions, {names.get(theme, theme)}", question
