"""Rejects all that one rule suggests in a document, after a question, as one act."""

from collections.abc import Callable
from contextlib import suppress

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from caseview.counting.effect_words import reject_question
from caseview.desktop.desk import Desk
from caseview.desktop.dialogs.asking import QuestionDialog
from caseview.desktop.tongue import several, told, tr
from caseview.domain.changes import Changes
from caseview.domain.english import English
from caseview.domain.errors import CodebookError
from caseview.domain.suggestion import KeptSuggestion
from caseview.tagging.editing.rules import rule_of

NO_RULE = English("Go to a suggestion first: Shift+X then rejects all that its rule suggests here.")


class RuleRejecting(QObject):
    """Asks about the rule of the suggestion in hand."""

    def __init__(
        self, desk: Desk, owner: QWidget, in_hand: Callable[[], KeptSuggestion | None]
    ) -> None:
        super().__init__(owner)
        self._desk = desk
        self._owner = owner
        self._in_hand = in_hand

    def ask(self) -> None:
        """Ask whether all that the rule in hand suggests in this document is to be rejected."""
        kept = self._in_hand()
        if kept is None:
            self._desk.events.say(tr(NO_RULE))
            return
        document, rule = kept.document_id, kept.suggestion.rule
        self._desk.read(
            tr("Count what the rule suggests"),
            lambda session: session.revising.open_of_rule(document, rule),
            lambda count: self._question(document, rule, count),
            name="rule to reject",
        )

    def _question(self, document: int, rule: str, count: int) -> None:
        pattern = rule
        with suppress(CodebookError):  # a rule since taken out is known by its number alone
            pattern = rule_of(self._desk.codebook, rule).pattern
        title, _, more = told(reject_question(count, pattern)).partition("? ")
        QuestionDialog(
            self._owner,
            self._desk.appearance,
            (f"{title}?", more),
            (tr("Reject {0}", several(count, "suggestion")), lambda: self._reject(document, rule)),
        ).show()

    def _reject(self, document: int, rule: str) -> None:
        revising = self._desk.session.revising

        def done(changes: Changes) -> None:
            self._desk.events.say(
                tr("Rejected {0}.", several(len(changes.suggestions), "suggestion"))
            )

        self._desk.change(
            tr("Reject the suggestions of a rule"),
            lambda _: revising.reject_rule(document, rule),
            done,
        )
