"""The flow of screening on screen: boxes with their numbers, the list behind each, its table."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QMimeData

from caseview.counting.flow_wording import HEADS, flow_rows
from caseview.counting.wording import number
from caseview.desktop.models.cards import Card
from caseview.desktop.models.printed import table_html
from caseview.desktop.tongue import several, told, tr
from caseview.domain.english import English
from caseview.domain.flow import Flow, Listed, Stage, Step
from caseview.domain.review import Status

TITLE = English("How the reviews were screened")
WAYS = {
    Stage.NO_TEXT: (Status.NO_TEXT,),
    Stage.WAITING: (Status.TO_TAG,),
    Stage.SCREENED: (Status.SCREENED_OUT, Status.TAGGING, Status.FINISHED),
    Stage.OUT: (Status.SCREENED_OUT,),
    Stage.INCLUDED: (Status.TAGGING, Status.FINISHED),
    Stage.FINISHED: (Status.FINISHED,),
    Stage.IN_HAND: (Status.TAGGING,),
}
"""The statuses that narrow the Library to the reviews of a step."""
PARTS = frozenset({Stage.INCLUDED})
"""The steps beside which stand their parts, not what falls away from them."""


@dataclass(frozen=True, slots=True)
class Number:
    """One number of the flow that can be opened: a step, or one reason of a step."""

    words: str
    count: int
    unit: str
    stage: Stage
    listed: tuple[Listed, ...]
    reason: str = ""

    @property
    def spoken(self) -> str:
        """The number with what it counts, for the ear and above its list."""
        return f"{self.words}: {several(self.count, self.unit)}"


@dataclass(frozen=True, slots=True)
class Line:
    """A main box of the flow with what falls away beside it."""

    main: Number
    beside: tuple[tuple[Number, tuple[Number, ...]], ...]


def lines_of(flow: Flow) -> tuple[Line, ...]:
    """Return the boxes line by line: what falls away stands beside the main step before it."""
    lines: list[tuple[Step, list[Step]]] = []
    for step in flow.steps:
        if step.main:
            lines.append((step, []))
        elif lines:
            lines[-1][1].append(step)
    return tuple(
        Line(_number(main), tuple((_number(one), _reasons(one)) for one in beside))
        for main, beside in lines
    )


def way_to(behind: Number) -> tuple[str, frozenset[str]] | None:
    """Return the facet and values that narrow the Library to what is behind, None for no way."""
    if behind.stage not in WAYS:
        return None
    if behind.reason:
        return "reason", frozenset({behind.reason})
    return "status", frozenset(one.value for one in WAYS[behind.stage])


def cards_of(behind: Number) -> tuple[Card, ...]:
    """Return a card for each file, document or review behind a number."""
    return tuple(
        Card(key=at, title=one.title, foot=one.why) for at, one in enumerate(behind.listed)
    )


def said_of(behind: Number) -> str:
    """Return the heading of the list behind a number, with what is no longer there to list."""
    gone = behind.count - len(behind.listed)
    if not gone:
        return behind.spoken
    return tr(
        "{0}. {1} removed for good: nothing of them is kept to list.", behind.spoken, number(gone)
    )


def printed(flow: Flow) -> str:
    """Return the flow as a table to print."""
    return table_html(tr(TITLE), HEADS, _texts(flow))


def copied(flow: Flow, marking: str = "") -> QMimeData:
    """Return the flow as a table for the clipboard: tabs for Excel, a table for Word."""
    made = QMimeData()
    above = [marking] if marking else []
    lines = ["\t".join(row) for row in (HEADS, *_texts(flow))]
    made.setText("\n".join([*above, tr(TITLE), *lines]))
    made.setHtml("".join(f"<p>{words}</p>" for words in above) + printed(flow))
    return made


def _texts(flow: Flow) -> Sequence[tuple[str, ...]]:
    return [(words, number(count), unit) for words, count, unit in flow_rows(flow)]


def _number(step: Step) -> Number:
    return Number(told(step.words), step.count, step.unit, step.stage, step.listed)


def _reasons(step: Step) -> tuple[Number, ...]:
    return tuple(
        Number(told(one.words), len(one.listed), step.unit, step.stage, one.listed, one.words)
        for one in step.reasons
    )
