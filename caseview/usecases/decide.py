"""Decides suggestions: accepts, rejects or skips them, one journal entry an act."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from caseview.domain.changes import Changes
from caseview.domain.english import English
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
    the tag it had become. Suggestions already decided so are left alone, but for what the ruling
    says of their tags. Raises CasebookError when an id is unknown, CodebookError when the theme is.
    """
    with casebook.writing() as work:
        found = work.decisions.suggestions(ids=ids)
        _all_there(ids, found)
        if ruling.theme is not None:
            work.codebook.theme(ruling.theme)
        tags = _tags_made(work, found)
        making = _Making(work, ruling, coder, now())
        acts = [making.commands(one, tags.get(one.id)) for one in found]
        changed = [act for act in acts if act]
        if not changed:
            return Changes()
        new = any(one.decision is not ruling.decision for one in found)
        label = _label(ruling.decision, len(changed)) if new else _changed(len(changed))
        return work.journal.perform(label, [one for act in changed for one in act], coder)


@dataclass(frozen=True, slots=True)
class _Making:
    work: Work
    ruling: Ruling
    coder: str
    at: str

    def commands(self, kept: KeptSuggestion, tag: Tag | None) -> list[AnyCommand]:
        """Return what it takes to decide one suggestion so; nothing where it is so already."""
        wanted = self.ruling.decision
        if kept.decision is wanted:
            return [] if tag is None else _amended(kept, self.ruling, tag)
        commands: list[AnyCommand] = [] if tag is None else [SetTag(tag, None)]
        commands.append(SetDecision(kept.id, kept.decision, wanted))
        if wanted is Decision.ACCEPTED:
            commands.append(SetTag(None, self._tag(kept)))
        return commands

    def _tag(self, kept: KeptSuggestion) -> Tag:
        suggestion, ruling = kept.suggestion, self.ruling
        span = ruling.span or Span(suggestion.start, suggestion.end)
        return Tag(
            id=self.work.decisions.new_id("tag"),
            document_id=kept.document_id,
            review_id=kept.review_id,
            passage_id=kept.passage_id,
            theme=ruling.theme or suggestion.theme,
            start=span.start,
            end=span.end,
            text=_words(kept, span),
            reads_as=ruling.reads_as or suggestion.reads_as,
            restated=suggestion.restated,
            coder=self.coder,
            made_at=self.at,
            codebook_version=self.work.codebook.version,
            origin=suggestion.rule,
            suggestion_id=kept.id,
            is_key=ruling.is_key,
        )


def _amended(kept: KeptSuggestion, ruling: Ruling, tag: Tag) -> list[AnyCommand]:
    """Return the change of a tag already made, where the ruling says something else of it."""
    span = ruling.span or Span(tag.start, tag.end)
    after = replace(
        tag,
        theme=ruling.theme or tag.theme,
        reads_as=ruling.reads_as or tag.reads_as,
        start=span.start,
        end=span.end,
        text=_words(kept, span) if ruling.span else tag.text,
        is_key=ruling.is_key or tag.is_key,
    )
    return [] if after == tag else [SetTag(tag, after)]


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


def _changed(count: int) -> str:
    return "Change tag" if count == 1 else f"Change {count} tags"


def _all_there(ids: Sequence[int], found: Sequence[KeptSuggestion]) -> None:
    missing = sorted(set(ids) - {suggestion.id for suggestion in found})
    if missing:
        raise CasebookError(
            English(
                "There is no suggestion {0} in this casebook. Nothing was decided.", missing[0]
            ),
            "Look at the list of suggestions for the right number.",
        )
