"""The recommendations of a review: numbered, in tables, by agency, or said in so many words."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from caseview.domain.document import ParagraphStyle
from caseview.domain.passage import Passage
from caseview.domain.recommendation import Recommendation
from caseview.domain.section import SectionRole
from caseview.readers.lines import fold
from caseview.readers.recommended_to import Addressing, is_group_heading
from caseview.readers.rows import Columns, cells_of
from caseview.readers.wording import any_of, whole_words

_COUNT = r"\d{1,3}(?:\.\d{1,2})?[a-z]?|one|two|three|four|five|six|seven|eight|nine|ten"
_LABEL = re.compile(
    r"\s*(?:(?:national|local|single[- ]agency|multi[- ]agency|overview|panel|imr|key)\s+)?"
    rf"(?P<word>recommendations?)\s*(?:no\.?\s*|number\s*)?(?P<number>{_COUNT})?"
    r"(?P<end>\s*[:.)\-|]+\s*|\s*$|\s+(?=[A-Z]))",
    re.IGNORECASE,
)
_R = re.compile(r"\s*\(?(?P<number>R(?:ec)?\.?\s?\d{1,3}(?:\.\d{1,2})?)\)?\s*[:.)\-|]*\s+(?=\S)")
_NUMBER = re.compile(
    r"\s*\(?(?P<number>\d{1,2}(?:\.\d{1,2})?|[ivx]{1,5}|[a-z])\s*[.)\]:]+\s*(?=[A-Z“\"'])"
)
_DO = any_of("""
    ensure / review / consider / develop / provide / seek / audit / introduce / adopt / agree
    establish / undertake / produce
""")
_ASKS = whole_words(rf"should / must / recommend(?:s|ed)? / needs? to / ought to / to {_DO}")
_OPENS = re.compile(rf"(?:to\s+)?(?:{_DO}|ask|make|that)\b")
_INTRODUCES = re.compile(
    any_of(r"""
    (?:following|these|above|below) recommendations?\b / \b(?:do|take) the following\W*$ / [:;]\s*$
    recommendations? (?:are|were|is|below|set out|that follow|have been|made)\b
    """)
)
_SHOULD = re.compile(r"\bshould\b")
_QUESTION = re.compile(r"^questions?\s+(?:for|to)\b|\?\s*$")
_NOT_LISTED = frozenset({ParagraphStyle.TABLE_ROW, ParagraphStyle.FOOTNOTE})
_LONGEST_NUMBER = 6
_LEAST_WORDS = 4


@dataclass(frozen=True, slots=True)
class _Item:
    """A recommendation being read: its number, its words, and what its group is."""

    number: str
    start: int
    end: int
    group: str = ""
    addressee: str | None = None
    sure: bool = False


def recommendations_of(
    text: str, passages: Sequence[Passage], addressing: Addressing
) -> tuple[Recommendation, ...]:
    """Return the recommendations word for word, in order, each once.

    They stand in sections whose role is recommendations (or action plan, where there are no
    others), and wherever a paragraph is labelled as one.
    """
    items = list(_items(text, passages, frozenset({SectionRole.RECOMMENDATIONS})))
    if not items:
        items = list(_items(text, passages, frozenset({SectionRole.ACTION_PLAN})))
    seen: set[str] = set()
    found = []
    for item in items:
        words = text[item.start : item.end]
        key = " ".join(fold(words).split())
        if key in seen:
            continue
        seen.add(key)
        addressee = item.addressee or addressing.of(words, item.group)
        found.append(Recommendation(item.number, words, addressee, item.start, item.end))
    return tuple(found)


def _items(
    text: str, passages: Sequence[Passage], roles: frozenset[SectionRole]
) -> Iterator[_Item]:
    """Yield labelled items anywhere, and what the sections of these roles list."""
    run: list[Passage] = []
    for passage in passages:
        if passage.role in roles and not passage.restated:
            run.append(passage)
            continue
        yield from _in_section(text, run)
        run = []
        labelled = _labelled(passage)
        if labelled and passage.style is not ParagraphStyle.CONTENTS:
            yield labelled
    yield from _in_section(text, run)


def _labelled(passage: Passage) -> _Item | None:
    """Return the recommendation that a paragraph outside such a section is labelled as."""
    match = _LABEL.match(passage.text)
    if match is None or not match["number"] or match.end() >= len(passage.text):
        return None
    if match["word"].lower() != "recommendation" or not match["end"].strip():
        return None
    start = passage.start + match.end()
    return _Item(match["number"], start, passage.end, sure=True)


def _in_section(text: str, run: Sequence[Passage]) -> Iterator[_Item]:
    tabled = _in_tables(run)
    listed = _listed(text, run)
    sure = [item for item in listed if item.sure]
    chosen = tabled + (sure or ([] if tabled else listed))
    yield from sorted(chosen, key=lambda item: item.start)


def _in_tables(run: Sequence[Passage]) -> list[_Item]:
    """Return the recommendations that table rows hold, by the columns of the table's head."""
    items: list[_Item] = []
    columns: Columns | None = None
    group = ""
    for passage in run:
        if passage.style is not ParagraphStyle.TABLE_ROW:
            columns = None
            if passage.style is ParagraphStyle.HEADING:
                group = passage.text
            continue
        cells = cells_of(passage)
        head = Columns.of(cells)
        if head is not None:
            columns = head
            continue
        if columns is None:
            columns = Columns.guessed(cells)
        row = columns.row(cells, passage.printed) if columns else None
        if row is not None:
            items.append(
                _Item(row.number, row.start, row.end, group, row.addressee or None, sure=True)
            )
    return items


def _listed(text: str, run: Sequence[Passage]) -> list[_Item]:
    """Return the items of lists and paragraphs; `sure` where a number or label says so."""
    items: list[_Item] = []
    group, pending, asking = "", "", False
    for passage in run:
        if passage.style in _NOT_LISTED or passage.text.isupper():
            continue
        label = _LABEL.match(passage.text)
        if label and label["number"] and label.end() >= len(passage.text):
            pending = label["number"]
        elif _heads_group(passage):
            group, pending = passage.text.strip(" :"), ""
            asking = _asks_question(passage)
        elif not asking and not _asks_question(passage):
            item = _item(passage, pending, group)
            pending = "" if item else pending
            _put(text, items, item, passage)
    return items


def _put(text: str, items: list[_Item], item: _Item | None, passage: Passage) -> None:
    if item is not None:
        items.append(item)
    elif items and _belongs(text, items[-1], passage):
        items[-1] = replace(items[-1], end=passage.end)


def _heads_group(passage: Passage) -> bool:
    heading = passage.style is ParagraphStyle.HEADING or is_group_heading(passage.text)
    return heading and not _numbered(passage)


def _asks_question(passage: Passage) -> bool:
    return _QUESTION.search(fold(passage.text)) is not None


def _numbered(passage: Passage) -> bool:
    return _R.match(passage.text) is not None or _LABEL.match(passage.text) is not None


def _item(passage: Passage, pending: str, group: str) -> _Item | None:
    plain = fold(passage.text)
    if pending:
        return _Item(pending, passage.start, passage.end, group, sure=True)
    for pattern in (_LABEL, _R, _NUMBER):
        match = pattern.match(passage.text)
        if match and match["number"] and match.end() < len(passage.text):
            return _Item(
                match["number"], passage.start + match.end(), passage.end, group, sure=True
            )
    asks = _ASKS.search(plain) is not None or _OPENS.match(plain) is not None
    introduces = _INTRODUCES.search(plain) is not None and _SHOULD.search(plain) is None
    if introduces or len(plain.split()) < _LEAST_WORDS:
        return None
    listed = passage.printed and len(passage.printed) <= _LONGEST_NUMBER
    paragraph = "." in passage.printed.strip("().")
    if listed and (asks or not paragraph):
        return _Item(
            passage.printed.strip("().") or "", passage.start, passage.end, group, sure=True
        )
    if passage.style is ParagraphStyle.LIST_ITEM and asks:
        return _Item("", passage.start, passage.end, group)
    return _Item("", passage.start, passage.end, group) if asks else None


def _belongs(text: str, item: _Item, passage: Passage) -> bool:
    """Whether the paragraph goes on from the recommendation above it: a list that it opened."""
    opened = text[item.start : item.end].rstrip().endswith((":", ";", ",", " and", " or"))
    return (
        opened
        and item.sure
        and passage.style
        in {
            ParagraphStyle.LIST_ITEM,
            ParagraphStyle.BODY,
        }
    )
