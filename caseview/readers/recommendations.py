"""The recommendations of a review: numbered, in tables, by agency, or said in so many words."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from caseview.domain.document import ParagraphStyle
from caseview.domain.passage import Passage
from caseview.domain.recommendation import Recommendation
from caseview.domain.section import SectionRole
from caseview.readers.assemble import PARAGRAPH_GAP
from caseview.readers.lines import fold
from caseview.readers.recommended_items import (
    NAME,
    Item,
    announces,
    asks_question,
    heads_group,
    item_of,
    labelled,
    lone_label,
    parted,
)
from caseview.readers.recommended_questions import questions_of
from caseview.readers.recommended_to import Addressing
from caseview.readers.rows import Columns, cells_of

# "[Action: Norfolk Constabulary]", "(for the Trust)" after the words.
_AFTER = re.compile(
    r"[(\[]\s*(?:(?:action|lead|for|owner|responsib\w*|addressee)\b[^:()]{0,20}:?\s*)?"
    rf"(?P<who>{NAME})\s*[)\]]\W*$",
    re.IGNORECASE,
)
_NOT_LISTED = frozenset({ParagraphStyle.TABLE_ROW, ParagraphStyle.FOOTNOTE})


def recommendations_of(
    text: str, passages: Sequence[Passage], addressing: Addressing
) -> tuple[Recommendation, ...]:
    """Return the recommendations word for word, in order, each once.

    They stand in sections whose role is recommendations (or action plan, where there are no
    others), and wherever a paragraph is labelled as one.
    """
    passages = list(parted(passages))
    items = list(_items(text, passages, frozenset({SectionRole.RECOMMENDATIONS})))
    items = items or list(_items(text, passages, frozenset({SectionRole.ACTION_PLAN})))
    items = items or list(questions_of(passages, addressing))
    seen: set[str] = set()
    found = []
    for item in items:
        words = text[item.start : item.end]
        key = " ".join(fold(words).split())
        if key in seen:
            continue
        seen.add(key)
        after = _AFTER.search(words)
        addressee = item.addressee or addressing.body(after["who"] if after else "")
        addressee = addressee or addressing.of(words, item.group)
        found.append(Recommendation(item.number, words, addressee, item.start, item.end))
    return tuple(found)


def _items(text: str, passages: Sequence[Passage], roles: frozenset[SectionRole]) -> Iterator[Item]:
    """Yield labelled items anywhere, and what the sections of these roles list."""
    run: list[Passage] = []
    for passage in passages:
        if passage.role in roles and not passage.restated:
            run.append(passage)
            continue
        yield from _in_section(text, run)
        run = []
        own = labelled(passage)
        if own and passage.style is not ParagraphStyle.CONTENTS:
            yield own
    yield from _in_section(text, run)


def _in_section(text: str, run: Sequence[Passage]) -> Iterator[Item]:
    tabled = _in_tables(run)
    listed = _listed(text, run)
    sure = [item for item in listed if item.sure]
    chosen = tabled + (sure or ([] if tabled else listed))
    yield from sorted(chosen, key=lambda item: item.start)


def _in_tables(run: Sequence[Passage]) -> list[Item]:
    """Return the recommendations that table rows hold, by the columns of the table's head."""
    items: list[Item] = []
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
                Item(row.number, row.start, row.end, group, row.addressee or None, sure=True)
            )
    return items


def _listed(text: str, run: Sequence[Passage]) -> list[Item]:
    """Return the items of lists and paragraphs; `sure` where a number or label says so."""
    items: list[Item] = []
    group, pending, asking, announced = "", "", False, False
    for passage in run:
        if passage.text.isupper() or (passage.style in _NOT_LISTED and not _next(items, passage)):
            continue
        if number := lone_label(passage):
            pending = number
        elif heads_group(passage):
            group, pending = passage.text.strip(" :"), ""
            asking = asks_question(passage)
        elif not asking and not asks_question(passage):
            item = item_of(passage, pending, group)
            if announced and passage.style is ParagraphStyle.LIST_ITEM:
                number = passage.printed.strip("().")
                own = item or Item(number, passage.start, passage.end, group)
                item = replace(own, sure=True)
            pending = "" if item else pending
            _put(text, items, item, passage)
            announced = (item is None and announces(passage)) or (
                announced and passage.style is ParagraphStyle.LIST_ITEM
            )
    return items


def _next(items: Sequence[Item], passage: Passage) -> bool:
    """Whether what looks like a footnote goes on with the list, as the foot of a scanned one."""
    if passage.style is not ParagraphStyle.FOOTNOTE or not items or not items[-1].sure:
        return False
    if not passage.printed and passage.text[:1].islower():
        return passage.start - items[-1].end <= len(PARAGRAPH_GAP)
    last, number = items[-1].number, passage.printed.strip("().")
    return last.isdigit() and number.isdigit() and int(number) == int(last) + 1


def _put(text: str, items: list[Item], item: Item | None, passage: Passage) -> None:
    if items and _broken(text, items[-1], passage):
        items[-1] = replace(items[-1], end=passage.end)
    elif item is not None:
        items.append(item)
    elif items and _belongs(text, items[-1], passage):
        items[-1] = replace(items[-1], end=passage.end)


def _broken(text: str, item: Item, passage: Passage) -> bool:
    """Whether the paragraph is the rest of a sentence that a page or a column broke."""
    ended = text[item.start : item.end].rstrip()[-1:] in ".;:!?)"
    return not ended and not passage.printed and passage.text[:1].islower()


def _belongs(text: str, item: Item, passage: Passage) -> bool:
    """Whether the paragraph goes on from the recommendation above it: a list that it opened."""
    opened = text[item.start : item.end].rstrip().endswith((":", ";", ",", " and", " or"))
    return (
        opened
        and item.sure
        and passage.style
        in {
            ParagraphStyle.LIST_ITEM,
            ParagraphStyle.BODY,
            ParagraphStyle.FOOTNOTE,
        }
    )
