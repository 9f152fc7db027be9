"""Counts the flow of screening from what became of files and how the reviews stand."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from pathlib import PurePath

from caseview.domain.document import Document
from caseview.domain.english import English
from caseview.domain.flow import MAIN, Flow, Listed, Reason, Stage, Step
from caseview.domain.outcome import ImportOutcome, OutcomeKind
from caseview.domain.review import Review, Status

ADDED = frozenset({OutcomeKind.IMPORTED, OutcomeKind.NEW_VERSION, OutcomeKind.NO_TEXT})
_WORDS = {
    Stage.FOUND: (English("Files found"), "file"),
    Stage.DUPLICATE: (English("Same words as another file"), "file"),
    Stage.REFUSED: (English("Could not be read"), "file"),
    Stage.REMOVED: (English("Removed for good later"), "document"),
    Stage.BROUGHT: (English("Came from another casebook or program"), "document"),
    Stage.DOCUMENTS: (English("Documents in the casebook"), "document"),
    Stage.OLDER: (English("An older version, replaced"), "document"),
    Stage.REVIEWS: (English("Reviews these make"), "review"),
    Stage.NO_TEXT: (English("No text to read"), "review"),
    Stage.WAITING: (English("Not looked at yet"), "review"),
    Stage.SCREENED: (English("Reviews screened"), "review"),
    Stage.OUT: (English("Screened out"), "review"),
    Stage.INCLUDED: (English("Reviews included"), "review"),
    Stage.FINISHED: (English("Finished"), "review"),
    Stage.IN_HAND: (English("In hand"), "review"),
}
_ALWAYS = frozenset({*MAIN, Stage.DUPLICATE, Stage.REFUSED, Stage.OUT})
"""The steps that are told when they are 0, too: a reader asks for them."""


def flow_of(outcomes: Iterable[ImportOutcome], reviews: Sequence[Review], removed: int) -> Flow:
    """Return the flow from every import's outcomes, oldest first, and the reviews as they stand.

    A path counts once, however often it was imported, unless it brought several documents. A
    review is screened when it was screened out, or when somebody has begun to tag it.
    """
    files = _files(outcomes)
    documents = [(one, review) for review in reviews for one in review.documents]
    found = {stage: [_file(one) for one in some] for stage, some in files.items()}
    came = {one.document_id for one in files[Stage.FOUND] if one.outcome in ADDED}
    held: dict[Stage, list[Listed]] = {
        **found,
        Stage.BROUGHT: [_document(d, r) for d, r in documents if d.id not in came],
        Stage.DOCUMENTS: [_document(d, r) for d, r in documents],
        Stage.OLDER: [_document(d, r) for d, r in documents if d.replaced_by is not None],
        Stage.REVIEWS: [_review(one) for one in reviews],
    }
    for stage, statuses in _STATUSES.items():
        held[stage] = [_review(one) for one in reviews if one.status in statuses]
    steps = [_step(stage, held.get(stage, []), removed) for stage in Stage]
    return Flow(tuple(step for step in steps if step.count or step.stage in _ALWAYS))


_STATUSES = {
    Stage.NO_TEXT: {Status.NO_TEXT},
    Stage.WAITING: {Status.TO_TAG},
    Stage.SCREENED: {Status.SCREENED_OUT, Status.TAGGING, Status.FINISHED},
    Stage.OUT: {Status.SCREENED_OUT},
    Stage.INCLUDED: {Status.TAGGING, Status.FINISHED},
    Stage.FINISHED: {Status.FINISHED},
    Stage.IN_HAND: {Status.TAGGING},
}


def _files(outcomes: Iterable[ImportOutcome]) -> dict[Stage, list[ImportOutcome]]:
    """Return one outcome for each file found: what it brought, else how it ended last."""
    paths: dict[str, list[ImportOutcome]] = defaultdict(list)
    for one in outcomes:
        paths[one.path].append(one)
    found: dict[Stage, list[ImportOutcome]] = {
        Stage.FOUND: [],
        Stage.DUPLICATE: [],
        Stage.REFUSED: [],
    }
    for some in paths.values():
        brought = {one.document_id: one for one in some if one.outcome in ADDED}
        ends = list(brought.values()) or [_last(some)]
        found[Stage.FOUND] += ends
        for one in ends:
            if one.outcome is OutcomeKind.ALREADY_HERE:
                found[Stage.DUPLICATE].append(one)
            elif one.outcome is OutcomeKind.REFUSED:
                found[Stage.REFUSED].append(one)
    return found


def _last(some: Sequence[ImportOutcome]) -> ImportOutcome:
    """Return how a file that brought nothing ended: here already, or not to be read."""
    here = [one for one in some if one.outcome is OutcomeKind.ALREADY_HERE]
    return (here or some)[-1]


def _step(stage: Stage, listed: list[Listed], removed: int) -> Step:
    words, unit = _WORDS[stage]
    count = removed if stage is Stage.REMOVED else len(listed)
    if stage is Stage.FOUND:
        count += removed  # they were found as well, and nothing else is kept of them
    part = _PARTED.get(stage)
    return Step(stage, words, unit, count, tuple(listed), _reasons(listed, part) if part else ())


def _reasons(listed: Iterable[Listed], part: Callable[[Listed], str]) -> tuple[Reason, ...]:
    found: dict[str, list[Listed]] = defaultdict(list)
    for one in listed:
        found[part(one)].append(one)
    ordered = sorted(found.items(), key=lambda pair: (-len(pair[1]), pair[0]))
    return tuple(Reason(words, tuple(some)) for words, some in ordered)


def _why(one: Listed) -> str:
    return one.why or English("No reason was kept")


_PARTED: dict[Stage, Callable[[Listed], str]] = {Stage.REFUSED: _why, Stage.OUT: _why}


def _file(one: ImportOutcome) -> Listed:
    return Listed(PurePath(one.path).name, one.reason, one.review_id, one.document_id)


def _document(one: Document, review: Review) -> Listed:
    return Listed(one.name, f"{review.title}, {one.form.label.lower()}", review.id, one.id)


def _review(one: Review) -> Listed:
    about = ", ".join(part for part in (one.kind.label, one.year or "") if part)
    return Listed(one.title, one.screened_out or about, one.id)
