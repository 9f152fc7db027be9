"""Compares coders over the documents they both finished, as each had decided."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence, Set
from itertools import combinations

from caseview.counting.agreement import Compared, agreement_by_theme
from caseview.counting.disagreements import (
    Decided,
    Places,
    in_order,
    reading_disagreements,
    theme_disagreements,
    units_of,
)
from caseview.domain.agreement import (
    Agreement,
    Disagreement,
    Per,
    Settlement,
)
from caseview.domain.coder import parted
from caseview.domain.document import Document
from caseview.domain.english import English
from caseview.domain.errors import CasebookError
from caseview.domain.tag import Tag
from caseview.usecases.ports import Now
from caseview.usecases.work import Casebook, Work

FEWEST = 2


def coders_of(casebook: Casebook) -> tuple[str, ...]:
    """Return everyone who has finished a document or made a tag, by how much they finished."""
    with casebook.reading() as work:
        finished = Counter(coder for some in finishers(work).values() for coder in some)
        tagged = (one for tag in _all_tags(work) for one in parted(tag.coder))
        known = dict.fromkeys([*finished, *tagged])
    return tuple(sorted(known, key=lambda coder: (-finished[coder], coder)))


def compare_coders(casebook: Casebook, coders: Sequence[str], per: Per, *, now: Now) -> Agreement:
    """Return how two or more coders agree, over the documents that two of them finished at least.

    Compared is what each had decided before anything was settled, so settling changes no figure.
    Disagreements are listed for each pair. Raises CasebookError for fewer than two coders, or one
    who has neither finished a document nor made a tag here.
    """
    chosen = tuple(dict.fromkeys(coders))
    if len(chosen) < FEWEST:
        raise CasebookError(
            "It takes two coders to compare, and one was named.", "Name a second coder."
        )
    with casebook.reading() as work:
        gathered = _Gathered(work, chosen)
        compared = gathered.compared(per)
        overall, themes = agreement_by_theme(compared, [theme.id for theme in work.codebook.themes])
        return Agreement(
            coders=chosen,
            per=per,
            units=len(compared.units),
            shared=len(gathered.shared),
            one_only=gathered.one_only,
            overall=overall,
            themes=themes,
            disagreements=gathered.disagreements(per),
            codebook_version=work.codebook.version,
            counted_at=now(),
            whole_pages=gathered.whole_pages,
        )


def finishers(work: Work) -> Mapping[int, frozenset[str]]:
    """Return who finished each document, by document: alone, or for a comparison of coders."""
    coded = work.comparison.coded()
    return {
        document.id: frozenset(coded.get(document.id, ()))
        | ({document.finished_by} if document.finished_by else set())
        for document in work.documents.all()
    }


def as_decided(tags: Iterable[Tag], settlements: Iterable[Settlement]) -> tuple[Tag, ...]:
    """Return the tags as each coder had decided them, before anything was settled."""
    before = {tag.id: tag for settlement in settlements for tag in settlement.before}
    return (*(tag for tag in tags if tag.id not in before), *before.values())


def _all_tags(work: Work) -> tuple[Tag, ...]:
    return as_decided(work.decisions.tags(), work.comparison.settlements())


class _Gathered:
    """What the chosen coders decided in the documents that two of them finished."""

    def __init__(self, work: Work, coders: tuple[str, ...]) -> None:
        self._work = work
        self._coders = coders
        by = finishers(work)
        self._by = {number: some.intersection(coders) for number, some in by.items()}
        out = {review.id for review in work.reviews.all() if review.screened_out is not None}
        documents = [one for one in work.documents.all() if one.review_id not in out]
        self.shared = {one.id: one for one in documents if len(self._by[one.id]) >= FEWEST}
        self.one_only = sum(len(self._by[one.id]) == 1 for one in documents)
        self._in = {one.id for one in documents}
        self._settlements = work.comparison.settlements()
        self._every = tags = _all_tags(work)
        known = {coder for some in by.values() for coder in some} | {tag.coder for tag in tags}
        for coder in coders:
            if coder not in known:
                raise _unknown(coder, known)
        self._tags = {
            coder: [
                tag for tag in tags
                if tag.coder == coder and coder in self._by.get(tag.document_id, ())
                and tag.document_id in self.shared
            ]
            for coder in coders
        }  # fmt: skip
        self._paragraphs = work.comparison.paragraphs(self.shared)

    @property
    def whole_pages(self) -> int:
        """How many of the tags compared are on whole pages without words."""
        return sum(tag.page is not None for some in self._tags.values() for tag in some)

    def compared(self, per: Per) -> Compared:
        """Return the units with who finished them, and what was used in them.

        A coder finished a review who finished each of its documents that are compared.
        """
        places = Places(self._paragraphs)
        used = {
            coder: frozenset(units_of(self._tags[coder], per, places)) for coder in self._coders
        }
        units = dict(self._units(per))
        if per is Per.PARAGRAPH:  # headings are units only where somebody tagged one
            for tag in (tag for some in self._tags.values() for tag in some):
                for unit in places.units(tag, per):
                    units.setdefault(unit, self._by[tag.document_id])
        return Compared(self._coders, units, used)

    def _units(self, per: Per) -> Mapping[int, frozenset[str]]:
        if per is Per.PARAGRAPH:
            return {place.id: self._by[place.document_id] for place in self._paragraphs}
        if per is Per.DOCUMENT:
            return {number: self._by[number] for number in self.shared}
        return self._reviews(self.shared.values())

    def _reviews(self, documents: Iterable[Document]) -> Mapping[int, frozenset[str]]:
        found: dict[int, frozenset[str]] = {}
        for document in documents:
            by = self._by[document.id]
            found[document.review_id] = found.get(document.review_id, by) & by
        return {number: by for number, by in found.items() if len(by) >= FEWEST}

    def disagreements(self, per: Per) -> tuple[Disagreement, ...]:
        """Return the disagreements of each pair, those still open first.

        A theme that one of them did not use is one where both finished the document; words that
        both tagged with a theme but read otherwise are one anywhere.
        """
        found: list[Disagreement] = []
        for pair in combinations(self._coders, 2):
            both = {number for number in self.shared if self._by[number].issuperset(pair)}
            found += theme_disagreements(self._decided(pair, both), per)
            found += reading_disagreements(self._decided(pair, self._in))
        return in_order(found)

    def _decided(self, pair: tuple[str, str], documents: Set[int]) -> Decided:
        tagged = set.intersection(
            *({tag.document_id for tag in self._every if tag.coder == coder} for coder in pair)
        )
        wanted = documents & (tagged | self.shared.keys())
        return Decided(
            pair,
            {
                coder: [
                    tag for tag in self._every if tag.coder == coder and tag.document_id in wanted
                ]
                for coder in pair
            },
            self._work.comparison.paragraphs(wanted),
            [one for one in self._settlements if set(one.coders) == set(pair)],
        )


def _unknown(coder: str, known: Iterable[str]) -> CasebookError:
    names = sorted(known)
    return CasebookError(
        English(
            "Nobody called “{0}” has finished a document or made a tag in this casebook.", coder
        ),
        English("Coders here: {0}.", ", ".join(names))
        if names
        else "Nobody has tagged anything yet.",
    )
