"""Which recommendations belong together: repeats, restatements, and what may be offered."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from caseview.counting.addressed import whose
from caseview.counting.asking import asked
from caseview.counting.likeness import ALIKE, Likeness
from caseview.domain.document import Form
from caseview.domain.register import Placed, RecommendationGroup
from caseview.domain.registered import Earlier, Offer, OfferedGroup, Registered

SAME = 0.45
"""From here on two are taken for one repeated, or for one restated, though nobody said so."""

_RESTATED = 0.3
_FULLEST = (Form.FULL_REPORT, Form.EXECUTIVE_SUMMARY, Form.ACTION_PLAN, Form.RESPONSE)


@dataclass(frozen=True, slots=True)
class Likes:
    """How alike recommendations are, by their places; a pair less alike than ALIKE is absent."""

    by_place: Mapping[Placed, Mapping[Placed, float]]

    @classmethod
    def of(cls, texts: Mapping[Placed, str]) -> "Likes":
        """Compare what is asked for, pair by pair."""
        places = tuple(texts)
        found: defaultdict[Placed, dict[Placed, float]] = defaultdict(dict)
        for pair in Likeness([asked(text) for text in texts.values()]).pairs(ALIKE):
            one, other = places[pair.one], places[pair.other]
            found[one][other] = found[other][one] = pair.likeness
        return cls(dict(found))

    def near(self, place: Placed) -> Mapping[Placed, float]:
        """Return what is like one recommendation, with how alike."""
        return self.by_place.get(place, {})

    def between(self, one: Placed, other: Placed) -> float:
        """Return how alike two are, 0 where they are less alike than ALIKE."""
        return self.near(one).get(other, 0.0)


def without_restatements(items: Sequence[Registered], likes: Likes) -> tuple[Registered, ...]:
    """Return the recommendations so that each is counted once in its review.

    One that a summary, action plan or response restates stands in the fullest document only and
    names the others; what only the lesser document says stays.
    """
    by_review: defaultdict[int, list[Registered]] = defaultdict(list)
    for one in items:
        by_review[one.kept.review_id].append(one)
    again: defaultdict[Placed, list[Placed]] = defaultdict(list)
    for one in items:
        if (first := _restated(one, by_review[one.kept.review_id], likes)) is not None:
            again[first].append(one.place)
    gone = {place for places in again.values() for place in places}
    return tuple(
        replace(one, again=tuple(again.get(one.place, ())))
        for one in items
        if one.place not in gone
    )


def _restated(one: Registered, same: Sequence[Registered], likes: Likes) -> Placed | None:
    """Return what a fuller document of the same review says in its place, None when nothing."""
    near = [
        (likes.between(one.place, other.place), other.place)
        for other in same
        if _rank(other.form) < _rank(one.form) and _repeats(one, other, likes)
    ]
    return max(near, key=lambda pair: (pair[0], -pair[1].document_id))[1] if near else None


def _repeats(one: Registered, other: Registered, likes: Likes) -> bool:
    """Whether one says again what the other says: alike, or of one number and mostly its words."""
    if likes.between(one.place, other.place) >= _RESTATED:
        return True
    few, many = sorted(
        (set(one.text.casefold().split()), set(other.text.casefold().split())), key=len
    )
    return _number(one) == _number(other) != "" and 2 * len(few & many) > len(few)


def _rank(form: Form) -> int:
    return _FULLEST.index(form) if form in _FULLEST else len(_FULLEST)


def _number(one: Registered) -> str:
    return one.kept.recommendation.number.casefold().lstrip("r")


def with_earlier(
    items: Sequence[Registered], groups: Iterable[RecommendationGroup], likes: Likes
) -> tuple[Registered, ...]:
    """Return the recommendations, each with those made to the same body in earlier years.

    They are of the same group, as a coder decided, or so alike (SAME) that they repeat.
    """
    group_of = {place: group.id for group in groups for place in group.members}
    refused = {(group.id, place) for group in groups for place in group.refused}
    by_group: defaultdict[int, list[Placed]] = defaultdict(list)
    for place, group in group_of.items():
        by_group[group].append(place)
    by_place = {one.place: one for one in items}
    keys = {
        one.place: frozenset(whose(body, one.owner) for body in one.bodies) - {""} for one in items
    }

    def earlier(one: Registered) -> tuple[Earlier, ...]:
        mine = group_of.get(one.place)
        decided = dict.fromkeys(by_group.get(mine, ()), True) if mine is not None else {}
        near = {
            place: False
            for place, likeness in likes.near(one.place).items()
            if likeness >= SAME
            and (mine, place) not in refused
            and (group_of.get(place), one.place) not in refused
        }
        found = [
            Earlier(place, other.year, how)
            for place, how in (near | decided).items()
            if (other := by_place.get(place)) is not None
            and other.kept.review_id != one.kept.review_id
            and other.year
            and one.year
            and other.year < one.year
            and keys[place] & keys[one.place]
        ]
        return tuple(
            sorted(found, key=lambda it: (it.year, it.place.document_id, it.place.position))
        )

    return tuple(replace(one, earlier=earlier(one)) for one in items)


def may_belong(
    groups: Iterable[RecommendationGroup], items: Sequence[Registered], likes: Likes
) -> dict[int, tuple[Offer, ...]]:
    """Return for each group what is in none and like one of its members, the likest first.

    What was refused is not offered again.
    """
    groups = tuple(groups)
    taken = {place for group in groups for place in group.members}
    there = {one.place for one in items} - taken
    return {group.id: _offers(group, there, likes) for group in groups}


def _offers(group: RecommendationGroup, there: set[Placed], likes: Likes) -> tuple[Offer, ...]:
    found: dict[Placed, float] = {}
    refused = set(group.refused)
    for member in group.members:
        for place, likeness in likes.near(member).items():
            if place in there and place not in refused:
                found[place] = max(likeness, found.get(place, 0.0))
    offers = [Offer(place, likeness) for place, likeness in found.items()]
    return tuple(sorted(offers, key=lambda one: (-one.likeness, _order(one.place))))


def offered_groups(
    groups: Iterable[RecommendationGroup], items: Sequence[Registered], likes: Likes
) -> tuple[OfferedGroup, ...]:
    """Return sets of ungrouped recommendations, of two reviews or more, that may ask alike.

    The likest pair comes together first, then one joins where it is like most of those there
    (average linkage), so that no chain of small likenesses makes one great group.
    """
    taken = {place for group in groups for place in group.members}
    review = {one.place: one.kept.review_id for one in items if one.place not in taken}
    pairs = sorted(
        (-likeness, _order(one), _order(other), one, other)
        for one in review
        for other, likeness in likes.near(one).items()
        if other in review and _order(one) < _order(other) and review[one] != review[other]
    )
    sets = _joined([(one, other) for *_, one, other in pairs], likes)
    found = [
        OfferedGroup(tuple(sorted(members, key=_order)), _mean(members, likes))
        for members in sets
        if len({review[place] for place in members}) > 1
    ]
    return tuple(
        sorted(found, key=lambda one: (-len(one.members), -one.likeness, _order(one.members[0])))
    )


def _joined(pairs: Iterable[tuple[Placed, Placed]], likes: Likes) -> list[list[Placed]]:
    within: dict[Placed, list[Placed]] = {}
    sets: list[list[Placed]] = []
    for one, other in pairs:
        if one not in within and other not in within:
            within[one] = within[other] = [one, other]
            sets.append(within[one])
            continue
        new, there = (other, one) if one in within else (one, other)
        if new not in within and _close(new, within[there], likes):
            within[new] = within[there]
            within[new].append(new)
    return sets


def _close(new: Placed, members: Sequence[Placed], likes: Likes) -> bool:
    near = likes.near(new)
    return 2 * sum(member in near for member in members) > len(members)


def _mean(members: Sequence[Placed], likes: Likes) -> float:
    pairs = [
        likes.between(one, other)
        for place, one in enumerate(members)
        for other in members[place + 1 :]
    ]
    return sum(pairs) / len(pairs)


def _order(place: Placed) -> tuple[int, int]:
    return place.document_id, place.position
