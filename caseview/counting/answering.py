"""What a response says to each concern: where it takes it up, and whether it accepts it.

A response goes through the concerns one by one: it names each by its number ("Concern 3", "Matter
of concern two (b)") or repeats its words, and answers below. Where it does neither, what stands
under a heading about the concern is offered, else the paragraph most like it. All of it is
offered, and a person decides.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from caseview.counting.answering_numbers import Numbers, counts_in_words
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

_LONG, _SHORTEST, _SHORTEST_MARKED = 200, 30, 15
_UNMARKED = 0.75
_CLOSES = re.compile(
    r"^\W*(?:yours (?:sincerely|faithfully|truly)|i hope (?:that )?th|i trust (?:that )?th|"
    r"(?:in )?conclusion\b|assurance\b|summary\b|please do not hesitate|if you (?:require|need))",
    re.IGNORECASE,
)


# How a letter opens: it names the report, and answers nothing yet.
_OPENS = re.compile(
    r"^\W*(?:thank you for (?:your|the|sending)|further to (?:your|the)|please (?:find|accept)"
    r"|i (?:refer|write|am writing|am responding|am replying)|we (?:refer|write|are writing))\b",
    re.IGNORECASE,
)
_LONGEST_OPENING = 300


@dataclass(slots=True)
class _Block:
    """What a response says to a concern it takes up; `restated` are its words for the concern."""

    concern: int
    restated: list[Passage] = field(default_factory=list)
    said: list[Passage] = field(default_factory=list)


def offered(
    response_id: int, concerns: Sequence[Concern], passages: Sequence[Passage]
) -> tuple[OfferedAnswer, ...]:
    """Return what a response seems to say to each concern, in their order.

    `passages` are the response's, in reading order. `Reply.SILENT` where nothing in it seems to
    be about a concern.
    """
    held = [frozenset(runs(one.text)) for one in concerns]
    topics = Topics([one.text for one in concerns])
    blocks = _blocks(passages, Numbers(concerns, passages), topics, held)
    blocks |= _by_topic(passages, topics, held, blocks)
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
    passages: Sequence[Passage],
    topics: Topics,
    held: Sequence[frozenset[str]],
    taken: Mapping[int, _Block],
) -> dict[int, _Block]:
    """Return what stands under headings about concerns that are not taken up by number or words."""
    missing = {*range(len(held))} - {place for place, block in taken.items() if block.said}
    told = {one.start for block in taken.values() for one in block.said}
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
    found = {place: _answered(block, held[place]) for place, block in blocks.items()}
    return {place: block for place, block in found.items() if block.said}


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
    restated = " ".join(one.text for one in block.restated)
    return OfferedAnswer(response_id, said, first.start, first.end, first.text, restated)


def _blocks(
    passages: Sequence[Passage],
    numbers: Numbers,
    topics: Topics,
    held: Sequence[frozenset[str]],
) -> dict[int, _Block]:
    """Return what stands under each concern that the response takes up, by the concern's place.

    `held` are the runs of each concern.
    """
    named = [numbers.named(one) for one in passages]
    blocks: dict[int, _Block] = {}
    now: _Block | None = None
    for passage, taken in zip(passages, named, strict=True):
        if _CLOSES.match(passage.text) and now is not None:
            now = None
            continue
        # A heading about a concern that no number names ends the answer to the one before.
        if now and topics.about(_topic(passage)) not in {None, now.concern, *named}:
            now = None
        again = _restates(passage, held)
        place = taken if taken is not None else again
        if place is not None and (now is None or place != now.concern):
            now = blocks.setdefault(place, _Block(place))
        if now is None:
            continue
        # “(3) The Trust does not agree” names the concern and answers it in one.
        if taken is None:
            _put(now, passage, heading=False, again=again is not None)
        else:
            says = again is None and (counts_in_words(passage) or answers(passage.text))
            _put(now, passage, heading=not says, again=False)
    return {place: _answered(block, held[place]) for place, block in blocks.items()}


def _answered(block: _Block, held: frozenset[str]) -> _Block:
    """Return a block with an answer, where what was taken for the concern repeated is none.

    "New lamps were put up" reads like a coroner's words, but shares none with the concern.
    """
    if block.said:
        return block
    said = [
        one
        for one in block.restated
        if not is_label(one) and one.style is not ParagraphStyle.QUOTE and _share(one, held) < HELD
    ]
    restated = [one for one in block.restated if one not in said]
    return _Block(block.concern, restated, said)


def _put(block: _Block, passage: Passage, *, heading: bool, again: bool) -> None:
    if again or passage.restated or passage.style is ParagraphStyle.QUOTE:
        block.restated.append(passage)
        return
    only_names = heading and len(passage.text) <= _LONG
    if not only_names and not (is_label(passage) and passage.style is ParagraphStyle.HEADING):
        block.said.append(passage)


def _restates(passage: Passage, held: Sequence[frozenset[str]]) -> int | None:
    """Return the place of the concern whose words a passage repeats, None where of none."""
    marked = passage.restated or passage.style is ParagraphStyle.QUOTE
    if len(passage.text) < (_SHORTEST_MARKED if marked else _SHORTEST):
        return None
    shares = [_share(passage, one) for one in held]
    best = max(range(len(shares)), key=shares.__getitem__, default=None)
    if best is None or shares[best] < (HELD if marked else _UNMARKED):
        return None
    return best


def _share(passage: Passage, held: frozenset[str]) -> float:
    """Return what share of the runs of a passage a concern holds, 0 to 1."""
    own = frozenset(runs(passage.text))
    return len(own & held) / len(own) if own else 0.0


def _free(passages: Sequence[Passage], blocks: Mapping[int, _Block]) -> list[Passage]:
    """Return the paragraphs that answer no concern taken up, and may answer another."""
    taken = {one.start for block in blocks.values() for one in block.said}
    return [
        one
        for one in passages
        if one.start not in taken
        and not one.restated
        and not (_OPENS.match(one.text) and len(one.text) <= _LONGEST_OPENING)
        and one.style in {ParagraphStyle.BODY, ParagraphStyle.LIST_ITEM}
        and len(one.text) > _SHORTEST * 2
    ]
