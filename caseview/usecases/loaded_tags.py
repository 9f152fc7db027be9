"""Makes tags of the coded selections of another program's project."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from caseview.domain.anchoring import Anchors
from caseview.domain.document import Document, Page
from caseview.domain.exchange import (
    Exchange,
    ExchangeArea,
    ExchangeCoding,
    ExchangeSelection,
)
from caseview.domain.passage import KeptPassage
from caseview.domain.span import Span
from caseview.domain.tag import Tag
from caseview.usecases.exchange_codes import KEY_QUOTE, RESTATED
from caseview.usecases.exchange_matching import Matched


@dataclass(frozen=True, slots=True)
class Found:
    """Where the words of a selection stand in a document of the casebook."""

    span: Span
    kept: KeptPassage
    words: str


class Ground:
    """The text of a document, in which the selections of a source are found again."""

    def __init__(self, text: str, passages: Sequence[KeptPassage], source: str) -> None:
        self._text = text
        self._passages = passages
        self._source = source
        self._anchors = None if text == source else Anchors(text)

    def find(self, given: ExchangeSelection) -> Found | None:
        """Return where a selection stands, None when its words are not in the document."""
        span: Span | None = Span(given.start, given.end)
        if self._anchors is not None:
            share = given.start / max(1, len(self._source))
            span = self._anchors.find(self._source[given.start : given.end], share)
        if span is None or not span.of(self._text).strip():
            return None
        span = _trimmed(span, self._text)
        for kept in self._passages:
            if kept.passage.start <= span.start < kept.passage.end:
                return Found(span, kept, span.of(self._text))
        return None


def _trimmed(span: Span, text: str) -> Span:
    """Return a span without the white space at its ends, which no passage holds."""
    words = span.of(text)
    begin = span.start + len(words) - len(words.lstrip())
    return Span(begin, begin + len(words.strip()))


@dataclass(frozen=True)
class TagMaker:
    """Makes tags with the codes, coders and times of one project.

    `coder`, `at` and `version` stand in where the project says nothing.
    """

    matched: Matched
    coders: Mapping[str, str]
    origin: str
    coder: str
    at: str
    version: str

    def tags(self, given: ExchangeSelection, found: Found) -> Iterator[Tag]:
        """Yield a tag for each theme and coder of a selection, its id (0) still to be given."""
        kept, span = found.kept, found.span
        for tag in self._tags(given, kept.document_id, kept.review_id):
            yield replace(
                tag,
                passage_id=kept.id,
                page=None,
                start=span.start,
                end=span.end,
                text=found.words,
                restated=tag.restated or kept.passage.restated,
            )

    def tags_on(self, given: ExchangeArea, document: Document, page: Page) -> Iterator[Tag]:
        """Yield a tag on a whole page for each theme and coder of an area, its id (0) to come."""
        for tag in self._tags(given, document.id, document.review_id):
            yield replace(tag, page=page.number, start=page.start, end=page.end)

    def _tags(
        self, given: ExchangeSelection | ExchangeArea, document_id: int, review_id: int
    ) -> Iterator[Tag]:
        """Yield the tags of a selection, standing on its first page until they are placed."""
        origin, version = _origin(given.description)
        flags = self.matched.flags
        for coder, codings in _by_coder(given.codings).items():
            codes = [coding.code for coding in codings]
            readings = [self.matched.readings[one] for one in codes if one in self.matched.readings]
            for theme in dict.fromkeys(filter(None, map(self.matched.themes.get, codes))):
                yield Tag(
                    id=0,
                    document_id=document_id,
                    review_id=review_id,
                    passage_id=None,
                    theme=theme,
                    start=0,
                    end=0,
                    text="",
                    reads_as=(*readings, self.matched.codebook.theme(theme).default_reads_as)[0],
                    restated=flags[RESTATED] in codes,
                    coder=self.coders.get(coder, self.coder),
                    made_at=next((one.at for one in codings if one.at), self.at),
                    codebook_version=version or self.version,
                    origin=origin or f"loaded from {self.origin or 'a project'}",
                    is_key=flags[KEY_QUOTE] in codes,
                    page=1,
                )


def _by_coder(codings: Iterable[ExchangeCoding]) -> dict[str, list[ExchangeCoding]]:
    found: dict[str, list[ExchangeCoding]] = {}
    for coding in codings:
        found.setdefault(coding.coder, []).append(coding)
    return found


def _origin(description: str) -> tuple[str, str]:
    """Return where our own export says a tag came from, and its codebook's version."""
    said = dict(line.split(": ", 1) for line in description.splitlines() if ": " in line)
    return said.get("Origin", ""), said.get("Codebook version", "")


def initials_of(exchange: Exchange) -> dict[str, str]:
    """Return each coder's initials by guid, no two the same."""
    found: dict[str, str] = {}
    for coder in exchange.coders:
        firsts = "".join(word[0] for word in coder.name.split()).upper()
        wanted = coder.initials.strip() or firsts or "X"
        number, own = 1, wanted
        while own in found.values():
            number += 1
            own = f"{wanted}{number}"
        found[coder.guid] = own
    return found
