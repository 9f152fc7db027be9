"""Keeps whether a passage that rules may have missed holds the theme; either way it teaches."""

from caseview.domain.changes import Changes
from caseview.domain.english import English
from caseview.domain.errors import CasebookError
from caseview.domain.journal import AnyCommand, SetDecision, SetSuggestions
from caseview.domain.learned import OFFERED
from caseview.domain.passage import KeptPassage
from caseview.domain.reads_as import ReadsAs
from caseview.domain.span import Span
from caseview.domain.suggestion import Decision, FiledSuggestion, KeptSuggestion, Suggestion
from caseview.usecases.decide import Ruling, decide
from caseview.usecases.ports import Now
from caseview.usecases.tag_passage import Chosen, tag_passage
from caseview.usecases.work import Casebook, Work

_OPEN = frozenset({Decision.UNDECIDED, Decision.SKIPPED})


def confirm(  # noqa: PLR0913 - what, where, by whom and when, by name
    casebook: Casebook, theme_id: str, passage_id: int, span: Span, *, coder: str, now: Now
) -> Changes:
    """Tag words of a passage that rules may have missed; return what changed.

    A suggestion too faint to show becomes the tag, so that its rule has the merit. Raises as
    `tag_passage` and `decide` do.
    """
    with casebook.reading() as work:
        kept = _passage(work, passage_id)
        held = [one for one in _said(work, theme_id, kept) if one.decision in _OPEN]
    if held:
        ruling = Ruling(Decision.ACCEPTED, span=span)
        return decide(casebook, [held[0].id], ruling, coder=coder, now=now)
    chosen = Chosen(kept.document_id, span, theme_id)
    return tag_passage(casebook, chosen, coder=coder, now=now)


def turn_down(casebook: Casebook, theme_id: str, passage_id: int, *, coder: str) -> Changes:
    """Keep that a passage does not hold a theme; return what changed.

    A suggestion too faint to show is rejected; where there is none the verdict itself is kept as
    a rejected one, made by no rule. Raises CasebookError when there is no such passage,
    CodebookError when the theme is unknown.
    """
    with casebook.writing() as work:
        theme = work.codebook.theme(theme_id)
        passage = _passage(work, passage_id)
        held = _said(work, theme_id, passage)
        if any(one.decision is Decision.REJECTED for one in held):
            return Changes()
        commands: list[AnyCommand] = [
            SetDecision(one.id, one.decision, Decision.REJECTED) for one in held
        ]
        if not held:
            put = _verdict(passage, theme_id, theme.name)
            kept = FiledSuggestion(
                work.decisions.new_id("suggestion"), passage_id, put, Decision.REJECTED
            )
            commands = [SetSuggestions(passage.document_id, (), (kept,))]
        return work.journal.perform(f"Say that a passage is not “{theme.name}”", commands, coder)


def _passage(work: Work, passage_id: int) -> KeptPassage:
    found = work.decisions.passages([passage_id])
    if not found:
        raise CasebookError(
            English("There is no passage {0} in this casebook. Nothing was changed.", passage_id),
            "Look at the list again.",
        )
    return found[0]


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
