"""The recommendations of a review: numbered, in tables, by agency, or said in so many words."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from caseview.domain.document import ParagraphStyle
from caseview.domain.passage import Passage
from caseview.domain.recommendation import Recommendation
from caseview.domain.section import SectionRole
from caseview.readers.asked_bodies import is_body_name
from caseview.readers.lines import words_of
from caseview.readers.recommended_behind import named_behind, without_lead
from caseview.readers.recommended_elsewhere import labelled, labelled_behind, said_outright
from caseview.readers.recommended_items import BODY_FIRST, Item
from caseview.readers.recommended_lists import listed
from caseview.readers.recommended_parts import parted
from caseview.readers.recommended_places import placed
from caseview.readers.recommended_pointers import without_pointer
from caseview.readers.recommended_questions import questions_of
from caseview.readers.recommended_series import in_series
from caseview.readers.recommended_tables import in_tables_elsewhere, tabled
from caseview.readers.recommended_to import Addressing

_CODE_BEHIND = re.compile(r"\s*[(\[](?P<number>[A-Z]{1,4}[-/.]?\d{1,2}[a-z]?)[)\]]\W*$")
_IN_SHORT = re.compile(
    r"\b(?:at a glance|in brief|in short|summary|summarised|for ease of reference"
    r"|(?:recommendations|they) (?:above )?come down to)\b",
    re.IGNORECASE,
)
_NAMES_THEM = re.compile(r"\brecommendations?\b", re.IGNORECASE)
_FEWEST_CODES = 3
_TELLING = 40
_NAMING = 10
_SHORTER = 1.5
_LETTERS = 4
_STEM = 6
_HELD = 0.6
_FEWEST_AGAIN = 3
_MOST_AGAIN = 0.7


def recommendations_of(
    text: str, passages: Sequence[Passage], addressing: Addressing
) -> tuple[Recommendation, ...]:
    """Return the recommendations word for word, in order, each once.

    They stand in sections whose role is recommendations (or action plan, where there are no
    others), and wherever a paragraph is labelled as one. Questions that are put to the board
    are what a review recommends where it makes no others.
    """
    passages = list(in_series(list(placed(list(parted(passages))))))
    items = list(_items(text, passages, frozenset({SectionRole.RECOMMENDATIONS})))
    items = items or in_tables_elsewhere(passages)
    items = items or list(_items(text, passages, frozenset({SectionRole.ACTION_PLAN})))
    items = items or questions_of(passages, addressing) or said_outright(text, passages)
    items = _with_codes_behind(text, sorted(items, key=lambda item: item.start))
    whole = (without_pointer(text, without_lead(text, item)) for item in items)
    told = (_recommendation(text, item, addressing) for item in whole)
    return tuple(sorted(_each_once(told), key=lambda one: one.start))


def _each_once(told: Iterable[Recommendation]) -> Iterator[Recommendation]:
    """Yield each recommendation once: the first of its like, or a numbered one that says more.

    A summary may give without its number what the list gives with it.
    """
    found: list[tuple[str, Recommendation]] = []
    for one in told:
        keyed = (" ".join(words_of(one.text)), one)
        place = next((n for n, other in enumerate(found) if _same(keyed, other)), None)
        if " " in keyed[0] and place is None:
            found.append(keyed)
        elif place is not None and one.number:
            longer = len(keyed[0]) - len(found[place][0])
            if longer > 0 or (longer == 0 and not found[place][1].number):
                found[place] = keyed
    yield from (one for _, one in found)


def _recommendation(text: str, item: Item, addressing: Addressing) -> Recommendation:
    """Return what an item recommends with whom it is for."""
    words = text[item.start : item.end]
    behind = named_behind(words)
    named = addressing.body(behind.who, by_name=behind.apart) if behind else None
    end = item.start + behind.start if behind and named else item.end
    addressee = (
        addressing.beside(item.addressee or "", words)
        or named
        or addressing.of(f"That {words}" if item.clause else words, item.group, item.lead)
    )
    start = item.start + _behind_name(words)
    return Recommendation(item.number, text[start:end], addressee, start, end)


def _behind_name(words: str) -> int:
    """Return where the words begin behind the name of whom they are for: "The Trust: Keep ..."."""
    first = BODY_FIRST.match(words)
    if first is None or "\n" in first.group() or not first.group().rstrip().endswith(":"):
        return 0
    return first.end() if is_body_name(first["who"]) and " to " not in first["who"] else 0


def _with_codes_behind(text: str, items: Sequence[Item]) -> list[Item]:
    """Return the items with the codes that stand in brackets behind them, where most have one.

    "... to each caller. (C3)": the number in front is then that of the paragraph.
    """
    codes = [_CODE_BEHIND.search(text, item.start, item.end) for item in items]
    distinct = {code["number"] for code in codes if code}
    if len(distinct) < _FEWEST_CODES or len(distinct) * 2 < len(items):
        return list(items)
    return [
        replace(item, number=code["number"], end=code.start()) if code else item
        for item, code in zip(items, codes, strict=True)
    ]


def _same(one: tuple[str, Recommendation], other: tuple[str, Recommendation]) -> bool:
    """Whether two, each with its plain words, are one: the same words, or one's beginning.

    What two bodies are asked in the same words, each under a number of its own, is two.
    """
    (key, here), (key_there, there) = one, other
    if key == key_there:
        apart = here.number and there.number and here.number != there.number
        return not (apart and here.addressee != there.addressee)
    short, long = sorted((key, key_there), key=len)
    return len(short) > _TELLING and long.startswith(short)


@dataclass(frozen=True, slots=True)
class _List:
    """What one part of a document recommends; `brief` says that its heading calls it a summary."""

    items: list[Item]
    brief: bool = False


def _items(text: str, passages: Sequence[Passage], roles: frozenset[SectionRole]) -> Iterator[Item]:
    """Yield labelled items anywhere, and what the sections of these roles list."""
    lists = list(_lists(text, passages, roles))
    behind = list(labelled_behind(p for p in passages if p.role not in roles))
    told = [length for one in lists for length in _lengths(text, one.items) if length > _NAMING]
    if len(behind) >= _FEWEST_AGAIN and len(told) * 2 < len(behind):
        lists.append(_List(behind))
    for one in lists:
        others = [item for other in lists if other is not one for item in other.items]
        again = _only_names(text, one, others) or _told_in_short(text, one.items, others)
        if not (again or _are_titles(text, one.items, others)):
            yield from one.items


def _lists(
    text: str, passages: Sequence[Passage], roles: frozenset[SectionRole]
) -> Iterator[_List]:
    """Yield what each run of such sections lists, a summary apart, then what labels say outside."""
    run: list[Passage] = []
    outside: list[Passage] = []
    brief = False
    for passage in passages:
        inside = passage.role in roles and not passage.restated
        head = passage.style is ParagraphStyle.HEADING
        again = head and _IN_SHORT.search(passage.text) is not None
        in_full = head and brief and _NAMES_THEM.search(passage.text) is not None
        if run and (again or in_full or not inside):
            yield _List(list(_in_section(text, run)), brief)
            run = []
        if inside:
            brief = again or (brief and bool(run))
            run.append(passage)
        else:
            outside.append(passage)
    yield _List(list(_in_section(text, run)), brief)
    yield _List(list(labelled(outside, listed=len(outside) < len(passages))))


def _only_names(text: str, one: _List, others: Sequence[Item]) -> bool:
    """Whether a summary only names what others, more of them, say in full."""
    lengths, in_full = _lengths(text, one.items), _lengths(text, others)
    if not one.brief or len(in_full) < len(lengths):
        return False
    shorter = sum(lengths) * len(in_full) * _SHORTER <= sum(in_full) * len(lengths)
    return shorter or max(lengths, default=0) <= _NAMING


def _are_titles(text: str, items: Sequence[Item], others: Sequence[Item]) -> bool:
    """Whether a list only counts in a few words each what another says in full, number by number.

    "1. See the adult alone." of a summary, where "Recommendation 1" says who should see to it.
    """
    full = [item for item in others if item.number]
    numbers = [item.number for item in items]
    if len(items) < _FEWEST_AGAIN or numbers != [item.number for item in full]:
        return False
    short, long = _lengths(text, items), _lengths(text, full)
    longer = all(brief * _SHORTER <= whole for brief, whole in zip(short, long, strict=True))
    pairs = zip(items, full, strict=True)
    again = sum(bool(_stems(text, one) & _stems(text, whole)) for one, whole in pairs)
    return longer and sum(short) <= _NAMING * len(items) and again >= _HELD * len(items)


def _lengths(text: str, items: Sequence[Item]) -> list[int]:
    """Return how many words each of some items has."""
    return [len(text[item.start : item.end].split()) for item in items]


def _told_in_short(text: str, items: Sequence[Item], others: Sequence[Item]) -> bool:
    """Whether a list says in short what others say in full: that of a summary in the document."""
    wholes = [_telling(text, item) for item in others]
    again = 0
    for item in items:
        own = _telling(text, item)
        held = (len(own & whole) for whole in wholes if len(whole) > len(own))
        again += max(held, default=0) >= max(1, _HELD * len(own))
    return len(items) >= _FEWEST_AGAIN and again >= _MOST_AGAIN * len(items)


def _telling(text: str, item: Item) -> frozenset[str]:
    return frozenset(w for w in words_of(text[item.start : item.end]) if len(w) >= _LETTERS)


def _stems(text: str, item: Item) -> frozenset[str]:
    return frozenset(word[:_STEM] for word in _telling(text, item))


def _in_section(text: str, run: Sequence[Passage]) -> Iterator[Item]:
    items = listed(text, run)
    rows = tabled(run, acting=not any(item.sure for item in items))
    items = [item for item in items if item.sure or item.listed or not rows]
    yield from sorted([*rows, *items], key=lambda item: item.start)
