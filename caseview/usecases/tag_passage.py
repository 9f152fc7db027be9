"""Tags by hand: puts a theme on words a coder chose, changes a tag, takes it away."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from caseview.domain.changes import Changes
from caseview.domain.codebook import Theme
from caseview.domain.english import English
from caseview.domain.errors import CasebookError
from caseview.domain.journal import AnyCommand, SetDecision, SetTag
from caseview.domain.passage import KeptPassage
from caseview.domain.reads_as import ReadsAs
from caseview.domain.span import Span
from caseview.domain.suggestion import Decision
from caseview.domain.tag import BY_HAND, Tag
from caseview.usecases.ports import Now
from caseview.usecases.work import Casebook, Work


@dataclass(frozen=True, slots=True)
class Chosen:
    """The words a coder chose, and how they read (None for the theme's own default)."""

    document_id: int
    span: Span
    theme: str
    reads_as: ReadsAs | None = None
    origin: str = BY_HAND


def tag_passage(casebook: Casebook, chosen: Chosen, *, coder: str, now: Now) -> Changes:
    """Tag the chosen words; return what changed. Raises as `tag_passages` does."""
    return tag_passages(casebook, [chosen], coder=coder, now=now)


def tag_passages(casebook: Casebook, chosen: Sequence[Chosen], *, coder: str, now: Now) -> Changes:
    """Tag words in several places as one undoable act; return what changed.

    Raises CasebookError when words lie outside their document or are empty or already carry this
    coder's tag for the theme, CodebookError when a theme is unknown; then nothing is tagged.
    """
    if not chosen:
        return Changes()
    with casebook.writing() as work:
        commands = [SetTag(None, _new_tag(work, one, coder, now())) for one in chosen]
        name = work.codebook.theme(chosen[0].theme).name
        many = "" if len(chosen) == 1 else f"{len(chosen)} passages as "
        return work.journal.perform(f"Tag {many}“{name}”", commands, coder)


def theme_in_use(work: Work, theme_id: str) -> Theme:
    """Return a theme that new tags can have.

    Raises CodebookError when it is unknown, CasebookError when it is retired.
    """
    theme = work.codebook.theme(theme_id)
    if theme.retired:
        raise CasebookError(
            English("“{0}” is retired, so nothing new can be tagged with it.", theme.name),
            "Choose another theme.",
        )
    return theme


def _new_tag(work: Work, chosen: Chosen, coder: str, at: str) -> Tag:
    theme = theme_in_use(work, chosen.theme)
    kept = _passage(work, chosen)
    words = _words(work, chosen)
    _not_twice(work, chosen, coder)
    return Tag(
        id=work.decisions.new_id("tag"),
        document_id=chosen.document_id,
        review_id=kept.review_id,
        passage_id=kept.id,
        theme=chosen.theme,
        start=chosen.span.start,
        end=chosen.span.end,
        text=words,
        reads_as=chosen.reads_as or theme.default_reads_as,
        restated=kept.passage.restated,
        coder=coder,
        made_at=at,
        codebook_version=work.codebook.version,
        origin=chosen.origin,
    )


@dataclass(frozen=True, slots=True)
class Change:
    """What to change of a tag; None leaves a thing as it is."""

    theme: str | None = None
    reads_as: ReadsAs | None = None
    span: Span | None = None
    is_key: bool | None = None


def change_tag(casebook: Casebook, tag_id: int, change: Change, *, coder: str) -> Changes:
    """Change a tag's theme, reading, edges or star; return what changed.

    Raises CasebookError when there is no such tag, the edges leave the document or the tag is on a
    whole page, which has none; CodebookError when the theme is unknown.
    """
    with casebook.writing() as work:
        before = _one_tag(work, tag_id)
        after = replace(
            before,
            theme=work.codebook.theme(change.theme or before.theme).id,
            reads_as=change.reads_as or before.reads_as,
            is_key=before.is_key if change.is_key is None else change.is_key,
        )
        if change.span is not None and before.page is not None:
            raise CasebookError(
                "This tag is on a whole page, which has no edges to move. Nothing was changed.",
                "Change its theme or how it reads, or take it away.",
            )
        if change.span is not None:
            chosen = Chosen(before.document_id, change.span, after.theme)
            after = replace(
                after,
                start=change.span.start,
                end=change.span.end,
                text=_words(work, chosen),
                passage_id=_passage(work, chosen).id,
            )
        if after == before:
            return Changes()
        return work.journal.perform("Change tag", [SetTag(before, after)], coder)


def remove_tag(casebook: Casebook, tag_id: int, *, coder: str) -> Changes:
    """Take a tag away; the suggestion it came from is undecided again. Return what changed.

    Raises CasebookError when there is no such tag.
    """
    with casebook.writing() as work:
        tag = _one_tag(work, tag_id)
        commands: list[AnyCommand] = [SetTag(tag, None)]
        if tag.suggestion_id is not None:
            commands += [
                SetDecision(suggestion.id, suggestion.decision, Decision.UNDECIDED)
                for suggestion in work.decisions.suggestions(ids=[tag.suggestion_id])
            ]
        return work.journal.perform("Remove tag", commands, coder)


def _one_tag(work: Work, tag_id: int) -> Tag:
    found = work.decisions.tags(ids=[tag_id])
    if not found:
        raise CasebookError(
            English("There is no tag {0} in this casebook. Nothing was changed.", tag_id),
            "Look at the list of tags for the right number.",
        )
    return found[0]


def _passage(work: Work, chosen: Chosen) -> KeptPassage:
    """Return the passage in which the chosen words begin."""
    work.documents.get(chosen.document_id)
    for kept in work.documents.passages(chosen.document_id):
        if kept.passage.start <= chosen.span.start < kept.passage.end:
            return kept
    raise CasebookError(
        "The words to tag lie outside the document's text. Nothing was tagged.",
        "Choose words inside a passage.",
    )


def _words(work: Work, chosen: Chosen) -> str:
    text = work.documents.text(chosen.document_id).text
    if chosen.span.end > len(text) or not chosen.span.of(text).strip():
        raise CasebookError(
            "There are no words in that place to tag. Nothing was tagged.",
            "Choose words inside a passage.",
        )
    return chosen.span.of(text)


def _not_twice(work: Work, chosen: Chosen, coder: str) -> None:
    for tag in work.decisions.tags(document_id=chosen.document_id):
        same = tag.coder == coder and tag.theme == chosen.theme
        if same and (tag.start, tag.end) == (chosen.span.start, chosen.span.end):
            raise CasebookError(
                "You have tagged these words with this theme already. Nothing was added.",
                "Choose other words or another theme.",
            )
