"""The keys of the Reader, each joined to what answers it."""

from collections.abc import Callable
from functools import partial
from typing import Protocol

from PySide6.QtWidgets import QWidget

from caseview.desktop.commands import Commands
from caseview.desktop.pages.reader.by_hand import ByHand
from caseview.desktop.pages.reader.deciding import Decider
from caseview.domain.reads_as import ReadsAs


class Moving(Protocol):
    """What the page itself answers."""

    decider: Decider
    by_hand: ByHand

    def finish(self) -> None:
        """Finish the document."""
        ...

    def next(self, step: int = 1) -> None:
        """Open the next document."""
        ...

    def hide_suggestions(self) -> None:
        """Hide or show the marks of suggestions."""
        ...


def bind(commands: Commands, owner: QWidget, page: Moving) -> None:
    """Let the Reader answer its keys."""
    decider, by_hand = page.decider, page.by_hand
    acts: dict[str, Callable[[], object]] = {
        "finish": page.finish,
        "next": page.next,
        "previous": partial(page.next, -1),
        "accept": decider.accept,
        "reject": decider.reject,
        "skip": decider.skip,
        "down": partial(decider.move, 1),
        "up": partial(decider.move, -1),
        "theme": by_hand.theme,
        "sentence": by_hand.sentence,
        "sentence.less": by_hand.sentence_less,
        "key_quote": by_hand.key_quote,
        "untag": by_hand.untag,
        "hide": page.hide_suggestions,
    }
    for reads_as in ReadsAs:
        acts[reads_as.value] = partial(by_hand.read_as, reads_as)
    for command, act in acts.items():
        commands.bind(f"reader.{command}", owner, act)
    commands.bind_figures("reader.recent", owner, by_hand.figure)
