"""Brings what another casebook says of recommendations and concerns: words, standing, groups.

Where somebody here has said something already, that stays. Likeness plays no part: a
recommendation there is the one here that shares its words in the same document.
"""

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from caseview.domain.journal import AnyCommand, SetAnswer, SetAsked, SetGroup, SetStanding
from caseview.domain.recommendation import Recommendation
from caseview.domain.register import (
    KeptConcern,
    KeptRecommendation,
    Placed,
    RecommendationGroup,
    Standing,
)
from caseview.domain.span import Span
from caseview.usecases.work import Work

Find = Callable[[int, int], Span | None]


@dataclass(frozen=True, slots=True)
class Spot:
    """One of their documents here: its id, and where words `start:end` of it stand here."""

    document_id: int
    find: Find = Span


@dataclass
class RegisterMerge:
    """Compares two registers, `spots` being their documents by id, and tells what to change here.

    `recommendations`, `concerns` and `groups` are what stands here, once new documents have come.
    """

    there: Work
    spots: Mapping[int, Spot]
    recommendations: tuple[KeptRecommendation, ...]
    concerns: tuple[KeptConcern, ...]
    groups: tuple[RecommendationGroup, ...]
    new_id: Callable[[], int]
    _here: dict[Placed, Placed] = field(default_factory=dict)

    def commands(self) -> tuple[AnyCommand, ...]:
        """Return what brings the other register in, in the order to apply."""
        own: dict[int, list[KeptRecommendation]] = {}
        for one in self.recommendations:
            own.setdefault(one.place.document_id, []).append(one)
        asked = [*self._asked(own)]
        return (*asked, *self._grouped(), *self._answered())

    def _asked(self, own: dict[int, list[KeptRecommendation]]) -> Iterator[AnyCommand]:
        """Yield recommendations that a person there put in or gave other words, and standings."""
        for their in self.there.register.recommendations():
            read = their.recommendation
            spot = self.spots.get(their.place.document_id)
            span = None if spot is None else spot.find(read.start, read.end)
            if spot is None or span is None:
                continue
            placed = replace(read, start=span.start, end=span.end)
            mine = own.setdefault(spot.document_id, [])
            ours = _sharing(mine, span)
            if ours is None:
                if their.standing.confirmed:
                    yield from self._new(mine, their, spot.document_id, placed)
                continue
            self._here[their.place] = ours.place
            yield from self._changed(ours, their.standing, placed)

    def _new(
        self,
        mine: list[KeptRecommendation],
        their: KeptRecommendation,
        document_id: int,
        read: Recommendation,
    ) -> Iterator[AnyCommand]:
        last = max((one.place.position for one in mine), default=-1)
        place = Placed(document_id, last + 1)
        mine.append(replace(their, place=place, recommendation=read))
        self._here[their.place] = place
        yield SetAsked(place, None, read)
        yield SetStanding(place, Standing(), their.standing)

    def _changed(
        self, ours: KeptRecommendation, said: Standing, read: Recommendation
    ) -> Iterator[AnyCommand]:
        if ours.standing != Standing():
            return
        before = ours.recommendation
        if said.confirmed and (before.start, before.end) != (read.start, read.end):
            changed = replace(before, text=read.text, start=read.start, end=read.end)
            yield SetAsked(ours.place, before, changed)
        if said != Standing():
            yield SetStanding(ours.place, Standing(), said)

    def _grouped(self) -> Iterator[AnyCommand]:
        known = {group.name.casefold(): group for group in self.groups}
        taken = {place for group in self.groups for place in group.members}
        for their in self.there.register.groups():
            members = self._placed(their.members, taken)
            taken.update(members)
            ours = known.get(their.name.casefold())
            refused = self._placed(their.refused, set(members))
            if ours is None:
                if members:
                    yield SetGroup(
                        None, RecommendationGroup(self.new_id(), their.name, members, refused)
                    )
                continue
            there = {*ours.members, *ours.refused}
            after = replace(
                ours,
                members=_ordered({*ours.members, *(one for one in members if one not in there)}),
                refused=_ordered({*ours.refused, *(one for one in refused if one not in there)}),
            )
            if after != ours:
                yield SetGroup(ours, after)

    def _placed(self, places: tuple[Placed, ...], but: set[Placed]) -> tuple[Placed, ...]:
        here = {self._here[place] for place in places if place in self._here}
        return _ordered(here - but)

    def _answered(self) -> Iterator[AnyCommand]:
        own: dict[tuple[int, int], KeptConcern] = {
            (one.place.document_id, one.concern.start): one for one in self.concerns
        }
        for their in self.there.register.concerns():
            spot = self.spots.get(their.place.document_id)
            span = None if spot is None else spot.find(their.concern.start, their.concern.end)
            ours = None
            if spot is not None and span is not None:
                ours = own.get((spot.document_id, span.start))
            if ours is not None:
                yield from self._answers(their, ours)

    def _answers(self, their: KeptConcern, ours: KeptConcern) -> Iterator[AnyCommand]:
        for answer in their.answers:
            response = self.spots.get(answer.response_id)
            if response is None or ours.answer(response.document_id) is not None:
                continue
            placed = replace(answer, response_id=response.document_id)
            if answer.start is not None and answer.end is not None:
                span = response.find(answer.start, answer.end)
                if span is None:
                    continue
                placed = replace(placed, start=span.start, end=span.end)
            yield SetAnswer(ours.place, None, placed)


def register_as_read(
    there: Work, documents: Collection[int]
) -> tuple[tuple[KeptRecommendation, ...], tuple[KeptConcern, ...]]:
    """Return the register of their documents as they come here, before anybody said a word.

    Places bear the number of the document with the sign turned, which no document here has.
    """
    return (
        tuple(
            replace(one, place=_turned(one.place), standing=Standing())
            for one in there.register.recommendations()
            if one.place.document_id in documents
        ),
        tuple(
            replace(one, place=_turned(one.place), answers=())
            for one in there.register.concerns()
            if one.place.document_id in documents
        ),
    )


def _turned(place: Placed) -> Placed:
    return Placed(-place.document_id, place.position)


def _sharing(mine: Sequence[KeptRecommendation], span: Span) -> KeptRecommendation | None:
    """Return the recommendation with most of these words, None where none shares any."""

    def shared(one: KeptRecommendation) -> int:
        read = one.recommendation
        return min(read.end, span.end) - max(read.start, span.start)

    best = max(mine, key=shared, default=None)
    return best if best is not None and shared(best) > 0 else None


def _ordered(places: set[Placed]) -> tuple[Placed, ...]:
    return tuple(sorted(places, key=lambda place: (place.document_id, place.position)))
