"""Plans what a change of the codebook does: the same plan is shown first and applied later."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from caseview.domain.codebook_effect import Fresh, Happens, Touched
from caseview.domain.journal import AnyCommand, SetSuggestions, SetTag
from caseview.domain.learned import LEARNED
from caseview.domain.suggestion import Decision, FiledSuggestion, KeptSuggestion, Level
from caseview.domain.tag import Tag
from caseview.tagging.editing.draft import Draft, affected_themes
from caseview.tagging.editing.joined_tags import TagMove, move_tags
from caseview.usecases.work import Work

OPEN = frozenset({Decision.UNDECIDED, Decision.SKIPPED})
_Place = tuple[int, str]
"""A passage and a theme."""


@dataclass(frozen=True, slots=True)
class Plan:
    """What is to be done, and what of it a person would like to see first."""

    commands: tuple[AnyCommand, ...]
    touched: tuple[Touched, ...]


@dataclass(frozen=True, slots=True)
class _Change:
    """One suggestion to take out (`after` None), to put in (`before` None) or to change."""

    before: FiledSuggestion | None
    after: FiledSuggestion | None


def plan_change(
    work: Work, draft: Draft, fresh: Mapping[int, tuple[Fresh, ...]], new_id: Callable[[], int]
) -> Plan:
    """Return the plan for a draft whose rules suggest `fresh` on each document.

    What a coder decided is never asked again and never taken out: only suggestions still open go,
    come or change. `new_id` gives the id of each new suggestion.
    """
    moves = _tag_moves(work, draft)
    return _Planning(work, draft, new_id, moves).plan(fresh)


class _Planning:
    """Everything needed to plan, read once."""

    def __init__(
        self, work: Work, draft: Draft, new_id: Callable[[], int], moves: tuple[TagMove, ...]
    ) -> None:
        self._new_id = new_id
        self._moves = moves
        self._titles = {review.id: review.title for review in work.reviews.all()}
        self._documents = {document.id: document for document in work.documents.all()}
        affected = affected_themes(draft.before, draft.after)
        self._living = {theme.id for theme in draft.after.themes if not theme.retired}
        self._lineage = {
            theme.id: (theme.id, *theme.came_from)
            for theme in draft.after.themes
            if theme.id in affected
        }
        concerned = sorted({*affected, *(old for held in self._lineage.values() for old in held)})
        self._open: dict[int, dict[_Place, KeptSuggestion]] = {}
        self._decided: set[_Place] = set()
        for kept in work.decisions.suggestions(themes=concerned):
            place = (kept.passage_id, kept.suggestion.theme)
            if kept.decision not in OPEN:
                self._decided.add(place)
            elif kept.suggestion.theme in affected:
                self._open.setdefault(kept.document_id, {})[place] = kept
        self._decided |= {
            (tag.passage_id, tag.theme)
            for tag in _tags_after(work, concerned, moves)
            if tag.passage_id is not None
        }

    def plan(self, fresh: Mapping[int, tuple[Fresh, ...]]) -> Plan:
        commands: list[AnyCommand] = []
        touched: list[Touched] = []
        for document_id in sorted(fresh.keys() & self._documents.keys()):
            changes, shown = self._of_document(document_id, fresh[document_id])
            touched += sorted(shown, key=lambda one: (one.start, one.end, one.theme))
            if changes:
                commands.append(
                    SetSuggestions(
                        document_id,
                        tuple(one.before for one in changes if one.before is not None),
                        tuple(one.after for one in changes if one.after is not None),
                    )
                )
        commands += [SetTag(move.before, move.after) for move in self._moves]
        touched += [self._tag(move) for move in sorted(self._moves, key=_reading_order)]
        return Plan(tuple(commands), tuple(touched))

    def _of_document(
        self, document_id: int, fresh: Iterable[Fresh]
    ) -> tuple[list[_Change], list[Touched]]:
        left = dict(self._open.get(document_id, {}))
        changes: list[_Change] = []
        shown: list[Touched] = []
        for one in fresh:
            there = left.pop((one.passage_id, one.suggestion.theme), None)
            if there is None and not self._was_decided(one):
                after = FiledSuggestion(self._new_id(), one.passage_id, one.suggestion)
                changes.append(_Change(None, after))
                shown.append(self._added(Happens.ADDED, document_id, one))
            elif there is not None and there.suggestion != one.suggestion:
                before = _filed(there)
                changes.append(_Change(before, replace(before, suggestion=one.suggestion)))
                shown.append(self._added(Happens.CHANGED, document_id, one))
        for kept in left.values():
            if kept.suggestion.rule.endswith(LEARNED) and kept.suggestion.theme in self._living:
                continue  # what was learned does not hang on the rules
            changes.append(_Change(_filed(kept), None))
            shown.append(self._removed(kept))
        return changes, shown

    def _was_decided(self, one: Fresh) -> bool:
        themes = self._lineage.get(one.suggestion.theme, (one.suggestion.theme,))
        return any((one.passage_id, theme) in self._decided for theme in themes)

    def _added(self, happens: Happens, document_id: int, one: Fresh) -> Touched:
        put = one.suggestion
        review = self._documents[document_id].review_id
        return Touched(
            happens=happens,
            theme=put.theme,
            was="" if happens is Happens.ADDED else put.theme,
            document_id=document_id,
            review_id=review,
            review=self._titles[review],
            page=one.page,
            paragraph=one.paragraph,
            start=put.start,
            end=put.end,
            text=put.text,
            reads_as=put.reads_as,
            weak=put.confidence < Level.NORMAL.least,
        )

    def _removed(self, kept: KeptSuggestion) -> Touched:
        passage = kept.passage
        paragraph = passage.printed or str(passage.number)
        one = Fresh(kept.passage_id, passage.page, paragraph, kept.suggestion)
        shown = self._added(Happens.REMOVED, kept.document_id, one)
        return replace(shown, theme="")

    def _tag(self, move: TagMove) -> Touched:
        tag = move.before
        review = self._documents[tag.document_id].review_id
        return Touched(
            happens=_what_happens(move),
            theme="" if move.after is None else move.after.theme,
            was=tag.theme,
            document_id=tag.document_id,
            review_id=review,
            review=self._titles[review],
            page=tag.page,
            paragraph="",
            start=tag.start,
            end=tag.end,
            text=tag.words,
            reads_as=tag.reads_as,
            tag_id=tag.id,
        )


def _tag_moves(work: Work, draft: Draft) -> tuple[TagMove, ...]:
    """Return what becomes of tags; none is read where none can move."""
    if not draft.moves and not draft.placed:
        return ()
    tags = work.decisions.tags()
    wanted = {(tag.document_id, draft.theme_of(tag)) for tag in tags if _moves(tag, draft)}
    near = [tag for tag in tags if (tag.document_id, draft.theme_of(tag)) in wanted]

    def words(document_id: int, start: int, end: int) -> str:
        return work.documents.text(document_id).text[start:end]

    return move_tags(near, draft.theme_of, words)


def _moves(tag: Tag, draft: Draft) -> bool:
    return draft.theme_of(tag) != tag.theme


def _tags_after(work: Work, themes: list[str], moves: tuple[TagMove, ...]) -> Iterator[Tag]:
    """Yield the tags of some themes, before and after they move: both were decided."""
    yield from work.decisions.tags(themes=themes)
    yield from (move.after for move in moves if move.after is not None)


def _what_happens(move: TagMove) -> Happens:
    if move.after is None:
        return Happens.JOINED
    return Happens.GREW if move.after.theme == move.before.theme else Happens.MOVED


def _filed(kept: KeptSuggestion) -> FiledSuggestion:
    return FiledSuggestion(kept.id, kept.passage_id, kept.suggestion, kept.decision)


def _reading_order(move: TagMove) -> tuple[int, int, int]:
    return move.before.document_id, move.before.start, move.before.end
