"""What a response says to each concern: where it takes it up, and whether it accepts it.

A response goes through the concerns one by one: it names each by its number ("Concern 3", "Matter
of concern two (b)") or repeats its words, and answers below. Where it does neither, what stands
under a heading about the concern is offered, else the paragraph most like it. All of it is
offered, and a person decides.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from caseview.counting.answering_topics import Topics, is_label, led_by, says_nothing
from caseview.counting.likeness import Likeness, runs
from caseview.counting.replies import answers, reply
from caseview.domain.document import ParagraphStyle
from caseview.domain.passage import Passage
from caseview.domain.recommendation import Concern
from caseview.domain.register import Reply
from caseview.domain.responses import OfferedAnswer
from caseview.domain.section import SectionRole

HELD = 0.55
"""What share of the runs of a restated passage a concern must hold to be the one restated."""
NEAR = 0.12
"""How like a concern a paragraph must be to be offered where the concern is not taken up."""

_NUMBERS = (
    "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven",
    "twelve",
)  # fmt: skip
_ORDINALS = (
    "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth",
)  # fmt: skip
_LONG, _SHORTEST, _LEAST_LISTED = 200, 30, 2
_UNMARKED = 0.75
_NAMED = re.compile(
    r"^\W*(?:in (?:relation|response|respect) (?:to|of) |turning to |regarding |re:? )?"
    r"(?:the )?(?:your )?(?:coroner(?:'|’)?s )?(?:matters? of |area of |point of )?"
    r"(?:concerns?|matters?|points?|issues?)\s*(?:no\.?|number|raised)?\s*"
    rf"(?P<number>\(?\d{{1,2}}\)?|\(?[a-z]\)|[ivx]+\b|{'|'.join(_NUMBERS)})\b"
    rf"|^\W*(?:in (?:relation|response|respect) (?:to|of) )?(?:the |your )?(?:coroner(?:'|’)?s )?"
    rf"(?P<ordinal>{'|'.join(_ORDINALS)}) (?:matter of |area of )?(?:concern|matter|point|issue)\b",
    re.IGNORECASE,
)
_ADVERB = re.compile(rf"(?:{'|'.join(_ORDINALS)})ly\b", re.IGNORECASE)
_BARE = re.compile(
    rf"^\W*\(?(?P<number>\d{{1,2}}|[a-z]|[ivx]{{1,4}})[.):]+\s|^(?P<adverb>(?:{'|'.join(_ORDINALS)})ly)\b",
    re.IGNORECASE,
)
_LETTER = re.compile(r"\((?P<number>[a-z]|\d{1,2})\)\s*$")
_CLOSES = re.compile(
    r"^\W*(?:yours (?:sincerely|faithfully|truly)|i hope (?:that )?th|i trust (?:that )?th|"
    r"(?:in )?conclusion\b|assurance\b|summary\b|please do not hesitate|if you (?:require|need))",
    re.IGNORECASE,
)


@dataclass(slots=True)
class _Block:
    """What a response says to a concern it takes up; `restated` are its words for the concern."""

    concern: int
    restated: list[str] = field(default_factory=list)
    said: list[Passage] = field(default_factory=list)


def offered(
    response_id: int, concerns: Sequence[Concern], passages: Sequence[Passage]
) -> tuple[OfferedAnswer, ...]:
    """Return what a response seems to say to each concern, in their order.

    `passages` are the response's, in reading order. `Reply.SILENT` where nothing in it seems to
    be about a concern.
    """
    blocks = dict(_blocks(concerns, passages))
    blocks |= _by_topic(concerns, passages, blocks)
    body = _free(passages, blocks)
    near = _near(concerns, body)
    found = []
    for place, _ in enumerate(concerns):
        block = blocks.get(place)
        if block is None or not block.said:
            best = max(near[place], key=near[place].__getitem__, default=None)
            if best is None:
                found.append(OfferedAnswer(response_id, Reply.SILENT, None, None, ""))
                continue
            block = _Block(place, said=[body[best]])
        found.append(_answer(response_id, block))
    return tuple(found)


def _by_topic(
    concerns: Sequence[Concern], passages: Sequence[Passage], taken: Mapping[int, _Block]
) -> dict[int, _Block]:
    """Return what stands under headings about concerns that are not taken up by number or words."""
    missing = {*range(len(concerns))} - {place for place, block in taken.items() if block.said}
    told = {one.start for block in taken.values() for one in block.said}
    topics = Topics([one.text for one in concerns])
    blocks: dict[int, _Block] = {}
    now: _Block | None = None
    for passage in passages:
        if passage.start in told or passage.role is SectionRole.FRONT_MATTER:
            now = None
            continue
        topic = _topic(passage)
        closes = _CLOSES.match(passage.text) is not None
        if closes or not says_nothing(topic):
            place = None if closes else topics.about(topic)
            now = None
            if place is not None and place in missing:
                now = blocks.setdefault(place, _Block(place))
        if now is not None and not is_label(passage):
            _put(now, passage, heading=False, again=False)
    return {place: block for place, block in blocks.items() if block.said}


def _topic(passage: Passage) -> str:
    return passage.text if is_label(passage) else led_by(passage)


def _near(concerns: Sequence[Concern], body: Sequence[Passage]) -> tuple[dict[int, float], ...]:
    """Return, for each concern, the paragraphs that are like it and like no other so much."""
    likes = Likeness([*(one.text for one in concerns), *(one.text for one in body)])
    found: tuple[dict[int, float], ...] = tuple({} for _ in concerns)
    for at in range(len(body)):
        shares = [likes.between(place, len(concerns) + at) for place in range(len(concerns))]
        best = max(range(len(shares)), key=shares.__getitem__, default=None)
        if best is not None and shares[best] >= NEAR:
            found[best][at] = shares[best]
    return found


def _answer(response_id: int, block: _Block) -> OfferedAnswer:
    whole = " ".join(one.text for one in block.said)
    said = reply(whole)
    # The first paragraph that says so carries the answer: a person reads on from there.
    first = next((one for one in block.said if reply(one.text) is said), block.said[0])
    restated = " ".join(block.restated)
    return OfferedAnswer(response_id, said, first.start, first.end, first.text, restated)


def _blocks(concerns: Sequence[Concern], passages: Sequence[Passage]) -> Mapping[int, _Block]:
    """Return what stands under each concern that the response takes up, by the concern's place."""
    held = [frozenset(runs(one.text)) for one in concerns]
    numbers = _numbers(concerns)
    listed = _goes_through(passages, numbers, len(concerns))
    topics = Topics([one.text for one in concerns])
    blocks: dict[int, _Block] = {}
    now: _Block | None = None
    named = False
    for passage in passages:
        if _CLOSES.match(passage.text) and now is not None:
            now = None
            continue
        taken = _named(passage, numbers, listed)
        named = named or taken is not None
        # Where no number says what is answered, a heading about another concern ends the answer.
        if now and not named and topics.about(_topic(passage)) not in {None, now.concern}:
            now = None
        again = _restates(passage, held) if taken is None else None
        place = taken if taken is not None else again
        if place is not None and (now is None or place != now.concern):
            now = blocks.setdefault(place, _Block(place))
        if now is None:
            continue
        # “(3) The Trust does not agree” names the concern and answers it in one.
        says = _ADVERB.match(passage.text) or answers(passage.text)
        says = says and _restates(passage, held) is None
        _put(now, passage, heading=taken is not None and not says, again=again is not None)
    return blocks


def _put(block: _Block, passage: Passage, *, heading: bool, again: bool) -> None:
    if again or passage.restated or passage.style is ParagraphStyle.QUOTE:
        block.restated.append(passage.text)
        return
    only_names = heading and len(passage.text) <= _LONG
    if passage.style is not ParagraphStyle.HEADING and not only_names:
        block.said.append(passage)


def _numbers(concerns: Sequence[Concern]) -> dict[str, int]:
    """Return the place of each concern by every way its number may be printed."""
    found: dict[str, int] = {}
    for place, one in enumerate(concerns):
        found.setdefault(str(place + 1), place)
        if place < len(_NUMBERS):
            found.setdefault(_NUMBERS[place], place)
        if place < len(_ORDINALS):
            found.setdefault(_ORDINALS[place], place)
            found.setdefault(f"{_ORDINALS[place]}ly", place)
        found.setdefault(chr(ord("a") + place) if place < 26 else "", place)  # noqa: PLR2004 - the alphabet
        if one.number:
            found[one.number.casefold().strip("().")] = place
    return found


def _goes_through(
    passages: Sequence[Passage], numbers: Mapping[str, int], many: int
) -> frozenset[int]:
    """Return where paragraphs begin whose bare numbers go through all concerns once, in order."""
    bare = ((one.start, _bare_number(one)) for one in passages)
    places = [(at, numbers.get(number)) for at, number in bare if number]
    if many < _LEAST_LISTED or [place for _, place in places] != list(range(many)):
        return frozenset()
    return frozenset(at for at, _ in places)


def _named(
    passage: Passage, numbers: Mapping[str, int], listed: frozenset[int] = frozenset()
) -> int | None:
    """Return the place of the concern that a paragraph says it is about, None where none."""
    for number in _labels(passage, bare=passage.start in listed):
        if number in numbers:
            return numbers[number]
    return None


def _bare_number(passage: Passage) -> str:
    """Return the number, or "firstly", that a paragraph opens with or is printed before it."""
    match = _BARE.match(passage.text) or _BARE.match(f"{passage.printed}. ")
    return (match["number"] or match["adverb"]).casefold() if match else ""


def _labels(passage: Passage, *, bare: bool) -> Iterator[str]:
    """Yield the numbers by which a paragraph may name a concern, the surest first."""
    short = passage.style is ParagraphStyle.HEADING or len(passage.text) < _LONG
    letter = _LETTER.search(passage.text) if short else None
    named = _NAMED.match(passage.text)
    if named and letter:
        yield _number(letter)
    if named:
        yield _number(named)
    if bare or passage.style is ParagraphStyle.HEADING:
        yield _bare_number(passage)


def _number(match: re.Match[str]) -> str:
    return (match["number"] or match.groupdict().get("ordinal") or "").casefold().strip("().")


def _restates(passage: Passage, held: Sequence[frozenset[str]]) -> int | None:
    """Return the place of the concern whose words a passage repeats, None where of none."""
    own = frozenset(runs(passage.text))
    marked = passage.restated or passage.style is ParagraphStyle.QUOTE
    if not own or len(passage.text) < _SHORTEST:
        return None
    shares = [len(own & one) / len(own) for one in held]
    best = max(range(len(shares)), key=shares.__getitem__, default=None)
    if best is None or shares[best] < (HELD if marked else _UNMARKED):
        return None
    return best


def _free(passages: Sequence[Passage], blocks: Mapping[int, _Block]) -> list[Passage]:
    """Return the paragraphs that answer no concern taken up, and may answer another."""
    taken = {one.start for block in blocks.values() for one in block.said}
    return [
        one
        for one in passages
        if one.start not in taken
        and not one.restated
        and one.style in {ParagraphStyle.BODY, ParagraphStyle.LIST_ITEM}
        and len(one.text) > _SHORTEST * 2
    ]
