"""The register as cards: groups, what may be one, what is in none, and the members of a group."""

from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from caseview.counting.addressed import Sort
from caseview.counting.register import made_before, reviews_of, years
from caseview.counting.wording import joined, number
from caseview.desktop.models.cards import Card
from caseview.desktop.models.facets import Facet
from caseview.desktop.models.themebook import ThemeBook
from caseview.desktop.tongue import several, told, tr
from caseview.domain.english import English
from caseview.domain.register import Placed, Progress, RecommendationGroup, Strength
from caseview.domain.registered import OfferedGroup, Register, Registered

FACETS = {
    "sorts": English("For whom"),
    "themes": English("Theme"),
    "years": English("Year"),
    "strengths": English("Strength"),
    "progress": English("Status"),
}
UNDATED = English("No year")
_SHORT = 90


@dataclass(frozen=True, slots=True)
class GroupKey:
    """A group by its id."""

    id: int


@dataclass(frozen=True, slots=True)
class OfferKey:
    """What may be a group, by its members."""

    members: tuple[Placed, ...]


def register_cards(register: Register, shown: Sequence[Registered]) -> tuple[Card, ...]:
    """Return the groups with anything shown, by number of reviews, then what is in none."""
    here = {one.place for one in shown}
    groups = [group for group in register.groups if here & {*group.members}]
    groups.sort(key=lambda group: (-reviews_of(group, register.items), group.name.casefold()))
    offers = [offer for offer in register.offered if here & {*offer.members}]
    single = [one for one in shown if one.group is None]
    cards: list[Card] = []
    if groups:
        cards.append(_heading(tr("Groups, by number of reviews"), len(groups)))
        cards += [_group(group, register) for group in groups]
    if offers:
        cards.append(_heading(tr("May ask for the same thing"), len(offers)))
        cards += [_offer(offer, register) for offer in offers]
    if single:
        cards.append(_heading(tr("Not grouped"), len(single)))
        cards += [_single(one) for one in single]
    return tuple(cards)


def member_cards(register: Register, key: Hashable) -> tuple[Card, ...]:
    """Return the recommendations of a group, then what may belong to it; or those of an offer."""
    by_place = {one.place: one for one in register.items}
    if isinstance(key, OfferKey):
        found = [by_place[place] for place in key.members if place in by_place]
        said = tr("may belong with the others")
        return tuple(replace(_member(one, "?", said), ticks=True) for one in found)
    if isinstance(key, Placed):
        return (_member(by_place[key], "", ""),) if key in by_place else ()
    group = group_of(register, key)
    if group is None:
        return ()
    said = tr("member")
    cards = [_member(by_place[place], "✓", said) for place in group.members if place in by_place]
    offers = register.may_belong.get(group.id, ())
    if offers:
        cards.append(_heading(tr("May belong"), len(offers)))
        cards += [
            _member(
                by_place[offer.place], mark="?", said=tr("may belong, {0}", _alike(offer.likeness))
            )
            for offer in offers
        ]
    return tuple(cards)


def group_of(register: Register, key: Hashable) -> RecommendationGroup | None:
    """Return the group a key is of, None where it is of none."""
    if not isinstance(key, GroupKey):
        return None
    return next((group for group in register.groups if group.id == key.id), None)


def about(register: Register, key: Hashable) -> str:
    """Return what is said of a group or an offer: reviews, years, whom it is for."""
    places = _places(register, key)
    items = [one for one in register.items if one.place in places]
    reviews = several(len({one.kept.review_id for one in items}), "review")
    sorts = [told(sort.label) for sort in Sort if any(sort.value in one.sorts for one in items)]
    said = [reviews, years(items)]
    if told(Sort.UNSAID.label) in sorts[:-1]:
        sorts.remove(told(Sort.UNSAID.label))
    return "  ·  ".join(part for part in (*said, joined(sorts)) if part)


def name_for(register: Register, places: Iterable[Placed]) -> str:
    """Return a name to offer for a new group: the shortest of its recommendations, cut short."""
    wanted = frozenset(places)
    words = [one.text for one in register.items if one.place in wanted]
    return _cut(min(words, key=len, default=""), _SHORT - 10)


def facets(counted: Mapping[str, Sequence[tuple[str, int]]], book: ThemeBook) -> tuple[Facet, ...]:
    """Return the facets that have values, in words."""
    return tuple(
        Facet(name, words, tuple((v, _value(book, name, v), n) for v, n in counted[name]))
        for name, words in FACETS.items()
        if counted.get(name)
    )


def _value(book: ThemeBook, facet: str, value: str) -> str:
    if facet == "themes":
        return book.face(value).name
    if facet == "sorts":
        return told(Sort(value).label)
    if facet == "strengths":
        return told(Strength(value).label)
    if facet == "progress":
        return told(Progress(value).label)
    return value or tr(UNDATED)


def _places(register: Register, key: Hashable) -> tuple[Placed, ...]:
    if isinstance(key, OfferKey):
        return key.members
    if isinstance(key, Placed):
        return (key,)
    group = group_of(register, key)
    return group.members if group is not None else ()


def _heading(words: str, count: int) -> Card:
    return Card(("heading", words), words, number(count), heading=True)


def _group(group: RecommendationGroup, register: Register) -> Card:
    reviews = several(reviews_of(group, register.items), "review")
    waiting = len(register.may_belong.get(group.id, ()))
    may = tr("{0} may belong", number(waiting)) if waiting else ""
    foot = "  ·  ".join(
        filter(None, (about(register, GroupKey(group.id)).partition("  ·  ")[2], may))
    )
    return Card(GroupKey(group.id), group.name, reviews, foot=foot, mark="▸", said=tr("Group"))


def _offer(offer: OfferedGroup, register: Register) -> Card:
    words = _cut(name_for(register, offer.members), _SHORT)
    key = OfferKey(offer.members)
    reviews, _, rest = about(register, key).partition("  ·  ")
    foot = f"{several(len(offer.members), 'recommendation')}  ·  {rest}".rstrip(" ·")
    return Card(
        key, words, reviews, foot=foot, mark="?", said=tr("May be a group"), tone="suggestion"
    )


def _single(one: Registered) -> Card:
    before = made_before(one)
    whom = _whom(one)
    foot = tr("{0}  ·  made before: {1}", whom, before) if before else whom
    return Card(one.place, _title(one), _facts(one), one.text, foot, ticks=True)


def _member(one: Registered, mark: str, said: str) -> Card:
    tone = "suggestion" if mark == "?" else "ok"
    return Card(one.place, _title(one), _facts(one), one.text, _whom(one), mark, said, tone)


def _title(one: Registered) -> str:
    """Return what a recommendation is called, its number first: the end may be cut."""
    return f"{one.name}, {one.review}"


def _facts(one: Registered) -> str:
    """Return the year of a recommendation and where it stands in its document."""
    page = one.kept.page
    where = f"p. {page}" if page else tr("para {0}", one.kept.paragraph)
    return "  ·  ".join(filter(None, (one.year, where)))


def _whom(one: Registered) -> str:
    return one.kept.addressee or told(Sort.UNSAID.label)


def _alike(likeness: float) -> str:
    return tr("{0} per cent alike", round(likeness * 100))


def _cut(words: str, most: int) -> str:
    plain = " ".join(words.split())
    if len(plain) <= most:
        return plain.rstrip(".")
    return plain[:most].rpartition(" ")[0].rstrip(",;:") + "…"
