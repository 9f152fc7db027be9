"""Rejects every open suggestion that a rule made in one document, as one act."""

from caseview.domain.changes import Changes
from caseview.domain.journal import SetDecision
from caseview.domain.suggestion import Decision, KeptSuggestion, Level
from caseview.usecases.work import Casebook, Work


def open_suggestions_of_rule(
    casebook: Casebook, document_id: int, rule: str, *, level: Level = Level.NORMAL
) -> int:
    """Return how many suggestions `reject_rule` would reject."""
    with casebook.reading() as work:
        return len(_open(work, document_id, rule, level))


def reject_rule(
    casebook: Casebook, document_id: int, rule: str, *, coder: str, level: Level = Level.NORMAL
) -> Changes:
    """Reject the undecided suggestions of a rule in a document; return what changed.

    Only those of `level` and above are rejected: what nobody was shown, nobody decides. The
    record says that it was one act over them all.
    """
    with casebook.writing() as work:
        found = _open(work, document_id, rule, level)
        if not found:
            return Changes()
        label = f"Reject all {len(found)} suggestions of the rule {rule} in a document"
        commands = [SetDecision(one.id, one.decision, Decision.REJECTED) for one in found]
        return work.journal.perform(label, commands, coder)


def _open(work: Work, document_id: int, rule: str, level: Level) -> list[KeptSuggestion]:
    return [
        kept
        for kept in work.decisions.suggestions(document_id=document_id)
        if kept.suggestion.rule == rule
        and kept.decision is Decision.UNDECIDED
        and kept.suggestion.confidence >= level.least
    ]
