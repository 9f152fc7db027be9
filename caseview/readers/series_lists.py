"""Series without labels, most of which ask: lists, counts, columns, paragraphs under headings."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from caseview.domain.document import ParagraphStyle
from caseview.domain.passage import Passage
from caseview.readers.lead_ins import asked_below
from caseview.readers.recommended_items import heads_group
from caseview.readers.recommended_tables import is_band, tells_of_earlier
from caseview.readers.rows import cells_of
from caseview.readers.series_asking import (
    MOST,
    asks_first,
    is_ours,
    is_read,
    most,
    number_typed,
    opens_by_asking,
    says,
)

_FEWEST = 2
_FEWEST_COUNTED = 3
# Of what a count or several headings hold together fewer are enough.
_TOGETHER = 0.6
_SEVERAL = 3
_NEAR = 3


def asking_lists(passages: Sequence[Passage]) -> Iterator[int]:
    """Yield the places of paragraphs and rows that stand in a series most of which asks."""
    groups = [
        list(run)
        for read, run in groupby(range(len(passages)), key=lambda n: is_read(passages[n]))
        if read
    ]
    for group in groups:
        yield from _in_lists(passages, group)
        yield from _in_counts(passages, group)
    yield from _counted_on(passages)
    yield from _in_tables(passages)
    yield from _under_headings(passages, groups)


def _in_lists(passages: Sequence[Passage], group: Sequence[int]) -> Iterator[int]:
    """Yield the entries of a list that asks, or that a line asks for, with that line."""
    for style, run in groupby(group, key=lambda n: passages[n].style):
        if style is not ParagraphStyle.LIST_ITEM:
            continue
        entries = list(run)
        above = entries[0] - 1
        led = above in group and passages[above].text.rstrip().endswith(":")
        asked = led and asked_below(passages[above].text)
        if asked or most(opens_by_asking(passages[n]) for n in entries):
            yield from [above, *entries] if led else entries


def _in_counts(passages: Sequence[Passage], group: Sequence[int]) -> Iterator[int]:
    """Yield the numbered paragraphs that ask under a heading, with what stands between them."""
    counted = [n for n in group if number_typed(passages[n])]
    telling = {n for n in counted if not asks_first(passages[n])}
    if most((n not in telling for n in counted), fewest=_FEWEST_COUNTED):
        yield from (n for n in range(counted[0], counted[-1] + 1) if n not in telling)


def _counted_on(passages: Sequence[Passage]) -> Iterator[int]:
    """Yield the entries of a list that counts on from 1 under several headings."""
    run: list[int] = []
    for place, passage in enumerate(passages):
        number = passage.printed.strip("().")
        if passage.style is not ParagraphStyle.LIST_ITEM or not number.isdigit():
            continue
        read = is_read(passage)
        if not (read and int(number) == len(run) + 1):
            yield from _all_of(passages, run)
            run = []
        if read and int(number) == len(run) + 1:
            run.append(place)
    yield from _all_of(passages, run)


def _all_of(passages: Sequence[Passage], run: Sequence[int]) -> Iterator[int]:
    asking = (opens_by_asking(passages[n]) for n in run)
    if most(asking, fewest=_FEWEST_COUNTED, share=_TOGETHER):
        yield from range(run[0], run[-1] + 1)


def _in_tables(passages: Sequence[Passage]) -> Iterator[int]:
    """Yield the rows of tables that have a column which asks, and tell of no earlier review."""
    run: list[int] = []
    for place, passage in enumerate(passages):
        if passage.style is ParagraphStyle.TABLE_ROW and is_ours(passage):
            run.append(place)
        elif not (run and is_band(passage)):
            yield from _with_column(passages, run)
            run = []
    yield from _with_column(passages, run)


def _with_column(passages: Sequence[Passage], run: Sequence[int]) -> Iterator[int]:
    columns: dict[int, list[bool]] = defaultdict(list)
    for row in (passages[n] for n in run[1:]):
        for place, cell in enumerate(cells_of(row)):
            one = replace(row, text=cell.words, printed="")
            if says(one):
                columns[place].append(opens_by_asking(one))
    asked = any(
        most(column, fewest=max(_FEWEST_COUNTED, len(run) // 2)) for column in columns.values()
    )
    if asked and not tells_of_earlier(passages[run[0]]):
        yield from range(run[0], run[-1] + 1)


@dataclass(frozen=True, slots=True)
class _Group:
    """What stands under one heading: its places, and how many paragraphs of it ask, of how many."""

    places: list[int]
    asking: int
    of: int

    @property
    def asks(self) -> bool:
        return self.asking > 0 and self.asking * 2 >= self.of


def _under_headings(passages: Sequence[Passage], groups: Sequence[list[int]]) -> Iterator[int]:
    """Yield what asks under one heading after another, with those headings."""
    run: list[_Group] = []
    for places in groups:
        said = [n for n in places if says(passages[n])]
        asking = sum(opens_by_asking(passages[n]) for n in said)
        group = _Group(places, asking, len(said))
        if not (run and _goes_on(passages, run, group)):
            yield from _together(passages, run)
            run = []
        if run or group.asks:
            run.append(group)
    yield from _together(passages, run)


def _goes_on(passages: Sequence[Passage], run: Sequence[_Group], group: _Group) -> bool:
    """Whether a group goes on with those before it: it asks too, or a body's name heads it."""
    first = group.places[0]
    if first - run[-1].places[-1] > _NEAR:
        return False
    above = passages[first - 1]
    named = above.style is ParagraphStyle.HEADING and heads_group(above)
    return group.asks or (named and _most_of([*run, group], _TOGETHER))


def _most_of(run: Sequence[_Group], share: float) -> bool:
    asking, of = sum(group.asking for group in run), sum(group.of for group in run)
    return asking >= max(_FEWEST, share * of)


def _together(passages: Sequence[Passage], run: list[_Group]) -> Iterator[int]:
    """Yield what a run of groups asks, and the headings above it, where most of it asks."""
    while run and not run[-1].asking:
        run.pop()
    if not _most_of(run, _TOGETHER if len(run) >= _SEVERAL else MOST):
        return
    first, last = run[0].places[0], run[-1].places[-1]
    while len(run) > 1 and first and passages[first - 1].style is ParagraphStyle.HEADING:
        first -= 1
    yield from (n for n in range(first, last + 1) if not _only_tells(passages[n]))


def _only_tells(passage: Passage) -> bool:
    """Whether a paragraph among those that ask is a text which asks for nothing itself."""
    listed = passage.style is ParagraphStyle.LIST_ITEM and asks_first(passage)
    return is_read(passage) and says(passage) and not (listed or opens_by_asking(passage))
