"""Keeps that a passage which rules may have missed does not hold the theme, so that it teaches."""

from caseview.domain.changes import Changes
from caseview.domain.errors import CasebookError
from caseview.domain.journal import AnyCommand, SetDecision, SetSuggestions
from caseview.domain.learned import OFFERED
from caseview.domain.passage import KeptPassage
from caseview.domain.reads_as import ReadsAs
from caseview.domain.suggestion import Decision, FiledSuggestion, KeptSuggestion, Suggestion
from caseview.usecases.work import Casebook, Work


def turn_down(casebook: Casebook, theme_id: str, passage_id: int, *, coder: str) -> Changes:
    """Keep that a passage does not hold a theme; return what changed.

    A suggestion too faint to show is rejected; where there is none the verdict itself is kept as
    a rejected one, made by no rule. Raises CasebookError when there is no such passage,
    CodebookError when the theme is unknown.
    """
    with casebook.writing() as work:
        theme = work.codebook.theme(theme_id)
        found = work.decisions.passages([passage_id])
        if not found:
            raise CasebookError(
                f"There is no passage {passage_id} in this casebook. Nothing was changed.",
                "Look at the list again.",
            )
        held = _said(work, theme_id, found[0])
        if any(one.decision is Decision.REJECTED for one in held):
            return Changes()
        commands: list[AnyCommand] = [
            SetDecision(one.id, one.decision, Decision.REJECTED) for one in held
        ]
        if not held:
            put = _verdict(found[0], theme_id, theme.name)
            kept = FiledSuggestion(
                work.decisions.new_id("suggestion"), passage_id, put, Decision.REJECTED
            )
            commands = [SetSuggestions(found[0].document_id, (), (kept,))]
        return work.journal.perform(f"Say that a passage is not “{theme.name}”", commands, coder)


def _said(work: Work, theme_id: str, kept: KeptPassage) -> list[KeptSuggestion]:
    return [
        one
        for one in work.decisions.suggestions(document_id=kept.document_id)
        if one.passage_id == kept.id and one.suggestion.theme == theme_id
    ]


def _verdict(kept: KeptPassage, theme_id: str, name: str) -> Suggestion:
    passage = kept.passage
    return Suggestion(
        theme=theme_id,
        start=passage.start,
        end=passage.end,
        text=passage.text,
        reads_as=ReadsAs.CONTEXT,
        rule=f"{theme_id}{OFFERED}",
        reason=f"Offered as a passage that may hold “{name}”, and turned down.",
        confidence=0.0,
        restated=passage.restated,
    )
