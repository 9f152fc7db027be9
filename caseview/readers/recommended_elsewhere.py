"""Recommendations outside a section of their own: labelled there, or said in so many words."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from caseview.domain.document import ParagraphStyle
from caseview.domain.passage import Passage
from caseview.domain.section import SectionRole
from caseview.readers.asking_words import asks
from caseview.readers.recommended_items import Item
from caseview.readers.recommended_labels import (
    COUNT,
    LABEL,
    R_NUMBER,
    REC,
    bare_number,
    label_printed,
    order_of,
)
from caseview.readers.told_sections import of_other_reviews
from caseview.readers.wording import whole_words

# A report told as a story says what it recommends where the reason for it arises.
_STORY = frozenset({SectionRole.BACKGROUND, SectionRole.CHRONOLOGY})
# What stands in these, or under a heading of earlier reviews, tells of what others recommended.
_OF_OTHERS = frozenset({
    SectionRole.IMPROVEMENT,
    SectionRole.METHODOLOGY,
    SectionRole.TERMS_OF_REFERENCE,
    SectionRole.ACTION_PLAN,
})
_EARLIER = whole_words("previous / earlier / other reviews? / prior / progress / since")
_HOW = r"(?:therefore\s+|also\s+|further\s+|nevertheless\s+|nonetheless\s+|now\s+|(?!not)\w+ly\s+)?"
_OUTRIGHT = re.compile(
    rf"(?P<it>it\s+is\s+{_HOW}recommended\s+that\b)"
    rf"|(?:we|i|(?:the|this)\s+(?:lead\s+|independent\s+)?(?:review(?:er)?s?|author|panel|report))\s+"
    rf"{_HOW}recommends?(?:\s+to\s+(?P<to>[^.,;]{{3,60}}?))?,?\s+that\s+",
    re.IGNORECASE,
)
_OPENS = re.compile(r"(?:^|[.!?”\"]\s+|[,;]\s+(?:and|so)\s+)(?=\S)")
_ENDS = re.compile(r"[.!?](?=\s+[A-Z“\"]|\s*$)")
# "This is addressed to ...": whom a recommendation is for, said behind it.
_FOR_WHOM = re.compile(
    r"\s+(?:This|It|The recommendation)\s+(?:recommendation\s+)?is\s+"
    r"(?:addressed\s+to|for|directed\s+(?:to|at))\s+(?P<who>[^.]{3,100})\."
)
_BEHIND = re.compile(
    rf"\s*[(\[]\s*(?:recommendation|rec\.?|R)\s*(?P<number>{COUNT})\s*[)\]]\W*$", re.IGNORECASE
)
_AND = r"(?:\s*,\s*|\s+and\s+|\s*&\s*)"
# "(Recommendations 3 and 4)": labels that stand behind what they label.
_LABELS_BEHIND = re.compile(
    rf"\s*[(\[]\s*(?:recommendations?|recs?\.?)\s*(?P<numbers>(?:{COUNT})(?:{_AND}(?:{COUNT}))*)"
    r"\s*[)\]]\W*$",
    re.IGNORECASE,
)
_AND_THAT = re.compile(r"[,;]\s+and\s+that\s+")
_NOT_SAID = _OF_OTHERS | {
    SectionRole.FRONT_MATTER,
    SectionRole.APPENDIX,
    SectionRole.GLOSSARY,
}


def labelled(passages: Iterable[Passage], *, listed: bool) -> Iterator[Item]:
    """Yield what paragraphs outside sections of recommendations are labelled as.

    An account of events may tell of what others recommended: what is labelled there counts only
    where its numbers go on to those of other sections, or where there is nothing else. `listed`
    says that there is a section of recommendations.
    """
    told: list[Item] = []
    judged: list[Item] = []
    found: list[Item] = told
    opened = False
    for passage in passages:
        if passage.style is not ParagraphStyle.CONTENTS and (own := _labelled(passage)):
            found = told if passage.role in _STORY else judged
            found.append(own)
            opened = passage.text.rstrip().endswith(":")
        elif opened and passage.style is ParagraphStyle.LIST_ITEM:
            found[-1] = replace(found[-1], end=passage.end)
        else:
            opened = False
    in_order = sorted((*told, *judged), key=lambda item: item.start)
    numbers = [order_of(item.number) for item in in_order]
    if (judged or not listed) and all(one < after for one, after in pairwise(numbers)):
        yield from told
    yield from judged


def _labelled(passage: Passage) -> Item | None:
    """Return the recommendation that a paragraph is labelled as."""
    if passage.restated or passage.role in _OF_OTHERS or _of_others(passage.heading):
        return None
    printed = label_printed(passage.printed)
    if printed and asks(passage.text):
        return Item(printed, passage.start, passage.end, sure=True)
    return _worded(passage) or _in_short(passage)


def _worded(passage: Passage) -> Item | None:
    """Return what a paragraph labelled "Recommendation 1" recommends."""
    match = LABEL.match(passage.text)
    if match is None or match.end() >= len(passage.text):
        return None
    parted = match["end"].strip() or "\n" in match["end"]
    word = match["word"].lower()
    one = word.startswith("rec") and not word.endswith("s")
    if passage.style is ParagraphStyle.TABLE_ROW or not one:
        return None
    addressee = match["to"] or match["for"]
    # "Recommendation 1.1 The Board should ..." has nothing between its number and its words.
    asked = asks(passage.text[match.end() :])
    parted = parted or (bool(match["number"]) and asked)
    if not parted or not (match["number"] or ":" in match["end"] or asked):
        return None
    start = passage.start + match.end()
    return Item(match["number"] or "", start, passage.end, addressee=addressee, sure=True)


def _in_short(passage: Passage) -> Item | None:
    """Return what a paragraph labelled "Rec 1" or "REC. 1" recommends; "R1" alone may be a road."""
    match = R_NUMBER.match(passage.text)
    if match is None or not REC.match(match["number"]) or not asks(passage.text[match.end() :]):
        return None
    start = passage.start + match.end()
    return Item(bare_number(match["number"]), start, passage.end, sure=True)


def labelled_behind(passages: Iterable[Passage]) -> Iterator[Item]:
    """Yield what paragraphs recommend outright with the label behind: "... (Recommendation 1)".

    A list elsewhere may say the same in full: only where there is none are these what it makes.
    """
    for passage in passages:
        others = passage.role in _OF_OTHERS or _of_others(passage.heading)
        labels = _LABELS_BEHIND.search(passage.text)
        said = _OUTRIGHT.search(passage.text) if labels else None
        if passage.restated or others or labels is None or said is None:
            continue
        numbers = re.split(_AND, labels["numbers"])
        begin = said.start() if said["it"] else said.end()
        cuts = list(_AND_THAT.finditer(passage.text, begin, labels.start()))
        ends = [*(cut.start() for cut in cuts), labels.start()]
        begins = [begin, *(cut.end() for cut in cuts)]
        if len(begins) != len(numbers):
            numbers, begins, ends = [labels["numbers"]], [begin], [labels.start()]
        for number, start, end in zip(numbers, begins, ends, strict=True):
            clause = not said["it"] or start != begin
            places = (passage.start + start, passage.start + end)
            yield Item(number, *places, sure=True, clause=clause)


def said_outright(text: str, passages: Iterable[Passage]) -> list[Item]:
    """Return what paragraphs recommend that say so: "It is recommended that ...".

    They are what a review recommends only where nothing else does.
    """
    said = [
        passage
        for passage in passages
        if passage.role not in _NOT_SAID
        and passage.style in {ParagraphStyle.BODY, ParagraphStyle.LIST_ITEM}
        and not passage.restated
        and not _of_others(passage.heading)
    ]
    return [item for passage in _whole(text, said) for item in _outright(passage)]


def _outright(passage: Passage) -> Iterator[Item]:
    """Yield what each sentence of a paragraph recommends that says so: "We recommend that ...".

    Words that only lead up to it are none of it; a paragraph that opens so is one as a whole.
    """
    if (first := _OUTRIGHT.match(passage.text)) and first["it"]:
        yield _with_label_behind(passage)
        return
    for opens in _OPENS.finditer(passage.text):
        match = _OUTRIGHT.match(passage.text, opens.end())
        if match is None:
            continue
        end = _ENDS.search(passage.text, match.end())
        begin = match.start() if match["it"] else match.end()
        stop = end.end() if end else len(passage.text)
        behind = _FOR_WHOM.match(passage.text, stop)
        number = passage.printed.strip("().")
        who = behind["who"] if behind else None
        start = passage.start + begin
        yield Item(number, start, passage.start + stop, addressee=who, clause=not match["it"])


def _whole(text: str, said: Sequence[Passage]) -> Iterator[Passage]:
    """Yield the passages, those that a page broke in one, each with the number above it."""
    held: Passage | None = None
    number = ""
    for passage in said:
        number = passage.printed or number
        if held is not None and held.text.rstrip()[-1:] not in '.:;?!”"':
            held = replace(held, end=passage.end, text=text[held.start : passage.end])
            continue
        if held is not None:
            yield held
        held = replace(passage, printed=number)
    if held is not None:
        yield held


def _with_label_behind(passage: Passage) -> Item:
    """Return a paragraph as a recommendation, without a label in brackets at its end."""
    label = _BEHIND.search(passage.text)
    number = label["number"] if label else passage.printed.strip("().")
    return Item(number, passage.start, passage.start + label.start() if label else passage.end)


def _of_others(heading: str) -> bool:
    return _EARLIER.search(heading) is not None or of_other_reviews(heading)
