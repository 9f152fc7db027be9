"""Decides suggestions: accepts, rejects or skips them, one journal entry an act."""

from collections.abc import Sequence
from dataclasses import dataclass

from caseview.domain.changes import Changes
from caseview.domain.errors import CasebookError
from caseview.domain.journal import AnyCommand, SetDecision, SetTag
from caseview.domain.reads_as import ReadsAs
from caseview.domain.span import Span
from caseview.domain.suggestion import Decision, KeptSuggestion
from caseview.domain.tag import Tag
from caseview.usecases.ports import Now
from caseview.usecases.work import Casebook, Work

_LABELS = {
    Decision.ACCEPTED: "Accept",
    Decision.REJECTED: "Reject",
    Decision.SKIPPED: "Skip",
    Decision.UNDECIDED: "Open again",
}


@dataclass(frozen=True, slots=True)
class Ruling:
    """What a coder decides, and what the tag has otherwise than suggested: None is as suggested.

    `span` gives the tag other edges, inside the passage of the suggestion; `is_key` stars it.
    """

    decision: Decision
    reads_as: ReadsAs | None = None
    theme: str | None = None
    span: Span | None = None
    is_key: bool = False


def decide(
    casebook: Casebook, ids: Sequence[int], ruling: Ruling, *, coder: str, now: Now
) -> Changes:
    """Decide suggestions as one undoable act; return what changed.

    An accepted suggestion becomes a tag that keeps its rule; a suggestion decided otherwise loses
    the tag it had become. Suggestions already decided so are left alone. Raises CasebookError
    when an id is unknown, CodebookError when the theme is.
    """
    with casebook.writing() as work:
        found = work.decisions.suggestions(ids=ids)
        _all_there(ids, found)
        if ruling.theme is not None:
            work.codebook.theme(ruling.theme)
        tags = _tags_made(work, found)
        commands: list[AnyCommand] = []
        for suggestion in found:
            if suggestion.decision is not ruling.decision:
                commands += _commands(suggestion, ruling, tags.get(suggestion.id))
                if ruling.decision is Decision.ACCEPTED:
                    tag = _tag(work, suggestion, ruling, coder, now())
                    commands.append(SetTag(None, tag))
        if not commands:
            return Changes()
        return work.journal.perform(_label(ruling.decision, len(found)), commands, coder)


def _commands(suggestion: KeptSuggestion, ruling: Ruling, tag: Tag | None) -> list[AnyCommand]:
    decision = SetDecision(suggestion.id, suggestion.decision, ruling.decision)
    return [decision] if tag is None else [SetTag(tag, None), decision]


def _tags_made(work: Work, found: Sequence[KeptSuggestion]) -> dict[int, Tag]:
    """Return the tags that these suggestions have become, by suggestion id."""
    accepted = {
        suggestion.document_id for suggestion in found if suggestion.decision is Decision.ACCEPTED
    }
    return {
        tag.suggestion_id: tag
        for document_id in sorted(accepted)
        for tag in work.decisions.tags(document_id=document_id)
        if tag.suggestion_id is not None
    }


def _tag(work: Work, kept: KeptSuggestion, ruling: Ruling, coder: str, at: str) -> Tag:
    suggestion = kept.suggestion
    span = ruling.span or Span(suggestion.start, suggestion.end)
    return Tag(
        id=work.decisions.new_id("tag"),
        document_id=kept.document_id,
        review_id=kept.review_id,
        passage_id=kept.passage_id,
        theme=ruling.theme or suggestion.theme,
        start=span.start,
        end=span.end,
        text=_words(kept, span),
        reads_as=ruling.reads_as or suggestion.reads_as,
        restated=suggestion.restated,
        coder=coder,
        made_at=at,
        codebook_version=work.codebook.version,
        origin=suggestion.rule,
        suggestion_id=kept.id,
        is_key=ruling.is_key,
    )


def _words(kept: KeptSuggestion, span: Span) -> str:
    passage = kept.passage
    if not Span(passage.start, passage.end).covers(span) or not len(span):
        raise CasebookError(
            "The new edges leave the passage. Nothing was decided.",
            "Keep the edges inside the paragraph, or tag the words by hand.",
        )
    return span.shifted(-passage.start).of(passage.text)


def _label(decision: Decision, count: int) -> str:
    return f"{_LABELS[decision]} " + ("suggestion" if count == 1 else f"{count} suggestions")


def _all_there(ids: Sequence[int], found: Sequence[KeptSuggestion]) -> None:
    missing = sorted(set(ids) - {suggestion.id for suggestion in found})
    if missing:
        raise CasebookError(
            f"There is no suggestion {missing[0]} in this casebook. Nothing was decided.",
            "Look at the list of suggestions for the right number.",
        )
