"""Finds the recommendations whose words carry a theme, to be quoted in a summary."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from caseview.domain.document import Document
from caseview.domain.quote import Place, Quote
from caseview.domain.register import KeptRecommendation, Placed
from caseview.domain.review import Review
from caseview.domain.summary import Made
from caseview.usecases.work import Work

_WORD = re.compile(r"\w+")


@dataclass
class MadeOnThemes:
    """The recommendations of some reviews; `provisional` takes suggested themes as well."""

    work: Work
    reviews: tuple[Review, ...]
    provisional: bool

    def __post_init__(self) -> None:
        self._texts: dict[int, str] = {}

    def on(self, theme: str) -> tuple[Made, ...]:
        """Return the recommendations on a theme, each once in its review, by review."""
        seen: set[tuple[int, str]] = set()
        found = []
        for kept in self._kept:
            tagged = self._themes.get(kept.place, {}).get(theme)
            if tagged is None or not (tagged or self.provisional):
                continue
            said = (kept.review_id, " ".join(_WORD.findall(kept.recommendation.text.casefold())))
            if said not in seen:
                seen.add(said)
                found.append(self._made(kept))
        return tuple(found)

    @cached_property
    def _themes(self) -> Mapping[Placed, Mapping[str, bool]]:
        return self.work.register.themes()

    @cached_property
    def _documents(self) -> Mapping[int, tuple[Review, Document]]:
        return {
            document.id: (review, document)
            for review in self.reviews
            for document in review.documents
            if document.stands
        }

    @cached_property
    def _kept(self) -> tuple[KeptRecommendation, ...]:
        kept = self.work.register.recommendations()
        order = {review.id: place for place, review in enumerate(self.reviews)}
        mine = [one for one in kept if one.place.document_id in self._documents]
        return tuple(sorted(mine, key=lambda one: (order[one.review_id], one.place.document_id)))

    def _made(self, kept: KeptRecommendation) -> Made:
        number, said = kept.place.document_id, kept.recommendation
        if number not in self._texts:
            self._texts[number] = self.work.documents.text(number).text
        review, document = self._documents[number]
        words = self._texts[number][said.start : said.end]
        place = Place(
            review=review.title,
            document=document.title or document.name,
            page=kept.page,
            paragraph=kept.paragraph,
        )
        name = f"Recommendation {said.number}" if said.number else "Recommendation"
        quote = Quote(number, said.start, said.end, words, place)
        return Made(name, quote, kept.addressee or None)
