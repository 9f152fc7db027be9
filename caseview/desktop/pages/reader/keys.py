"""The keys of the Reader, each joined to what answers it."""

from collections.abc import Callable
from functools import partial
from typing import Protocol

from PySide6.QtWidgets import QWidget

from caseview.desktop.commands import Commands
from caseview.desktop.pages.reader.by_hand import ByHand
from caseview.desktop.pages.reader.deciding import Decider
from caseview.desktop.pages.reader.edging import Edging
from caseview.desktop.pages.reader.finishing import Finishing
from caseview.desktop.pages.reader.noting import Noting
from caseview.desktop.pages.reader.turning import Turning
from caseview.domain.reads_as import ReadsAs

EDGES = tuple(
    f"edges.{act}"
    for act in (
        *("start", "end", "keep", "leave"),
        *("word.left", "word.right", "sentence.left", "sentence.right"),
    )
)


class Answers(Protocol):
    """What answers the keys of the Reader."""

    decider: Decider
    by_hand: ByHand
    finishing: Finishing
    edging: Edging
    noting: Noting
    turning: Turning

    def hide_suggestions(self) -> None:
        """Hide or show the marks of suggestions."""
        ...


def bind(commands: Commands, owner: QWidget, page: Answers) -> None:
    """Let the Reader answer its keys."""
    decider, by_hand, finishing = page.decider, page.by_hand, page.finishing
    acts: dict[str, Callable[[], object]] = {
        "finish": finishing.finish,
        "next": finishing.next,
        "previous": partial(finishing.next, -1),
        "page": page.turning.ask_page,
        "accept": decider.accept,
        "reject": decider.reject,
        "reject.rule": decider.rejecting.ask,
        "skip": decider.skip,
        "down": partial(decider.move, 1),
        "up": partial(decider.move, -1),
        "theme": by_hand.theme,
        "sentence": by_hand.sentence,
        "sentence.less": by_hand.sentence_less,
        "edges": page.edging.start,
        "key_quote": by_hand.key_quote,
        "note": page.noting.write,
        "why": decider.why,
        "text_or_page": page.turning.turn,
        "both": page.turning.both,
        "part": page.turning.part,
        "whole_page": by_hand.whole_page.command,
        "hide": page.hide_suggestions,
        "untag": by_hand.untag,
        "recommendation": by_hand.recommend,
    }
    for reads_as in ReadsAs:
        acts[reads_as.value] = partial(by_hand.read_as, reads_as)
    for command, act in acts.items():
        commands.bind(f"reader.{command}", owner, act)
    commands.bind_figures("reader.recent", owner, by_hand.figure)


def edge_keys(commands: Commands) -> dict[str, str]:
    """Return the keys that move edges, as Qt names them, with their commands."""
    return {commands.key(command).sequence: command for command in EDGES}
