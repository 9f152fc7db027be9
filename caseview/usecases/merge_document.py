"""Merges what was decided of one document in another casebook into the same document here."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from caseview.domain.agreement import Settlement
from caseview.domain.attribute import Detail, DetailName
from caseview.domain.document import Document
from caseview.domain.journal import (
    AnyCommand,
    Finished,
    SetCoded,
    SetDecision,
    SetDetails,
    SetFinished,
)
from caseview.domain.suggestion import Decision, KeptSuggestion
from caseview.domain.tag import Tag
from caseview.usecases.merge_matching import Arriving, Grounds, arriving
from caseview.usecases.merge_register import Spot
from caseview.usecases.work import Work

_OPEN = (Decision.UNDECIDED, Decision.SKIPPED)
_MADE = (Decision.ACCEPTED, Decision.REJECTED)


@dataclass(frozen=True, slots=True)
class SharedDocument:
    """What merging brings to a document that is in both casebooks.

    `their` is it there; `suggestions` map the ids of their suggestions to those of the same here;
    `commands` change what nobody has decided here; `arriving` are its tags; `links` map the id of
    one of their tags to the suggestion here that it makes accepted; `in_hand` says that people
    there and here have tagged it and nobody here has finished it; `finished_by` is who will have
    finished it.
    """

    their: Document
    grounds: Grounds
    suggestions: Mapping[int, int]
    arriving: Arriving
    commands: tuple[AnyCommand, ...]
    links: Mapping[int, int]
    in_hand: bool
    finished_by: frozenset[str]


@dataclass(frozen=True, slots=True)
class Sides:
    """Both casebooks, with what is asked of every document and read once."""

    here: Work
    there: Work
    settled: Mapping[int, tuple[Settlement, ...]]
    coded: Mapping[int, Mapping[str, str]]
    their_coded: Mapping[int, Mapping[str, str]]

    @classmethod
    def of(cls, here: Work, there: Work) -> "Sides":
        """Return both sides of a merge."""
        settled: dict[int, tuple[Settlement, ...]] = {}
        for one in here.comparison.settlements():
            settled[one.document_id] = (*settled.get(one.document_id, ()), one)
        return cls(here, there, settled, here.comparison.coded(), there.comparison.coded())


def shared_document(sides: Sides, their: Document, ours: Document) -> SharedDocument:
    """Return what merging brings to a document that is in both."""
    grounds = Grounds.of(sides.here, sides.there, their, ours)
    tags = arriving(sides.here, sides.there, their, grounds, sides.settled.get(ours.id, ()))
    same = _same_suggestions(sides, their, grounds)
    decided, links = _decisions(sides, their, same, tags)
    own = sides.here.decisions.tags(document_id=ours.id)
    touched = _touched(sides.here, ours, own, their.finished_by)
    finished = tuple(finishes(sides, their, ours, touched=touched))
    done_by = {ours.finished_by} if ours.finished_by else set()
    done_by |= sides.coded.get(ours.id, {}).keys() | {_by(one) for one in finished}
    others = {tag.coder for tag in own} - {tag.coder for tag in tags.fresh}
    return SharedDocument(
        their,
        grounds,
        {one.id: own.id for one, own in same},
        tags,
        (*decided, *finished, *_details(sides, their, grounds)),
        links,
        in_hand=bool(tags.fresh and others and ours.finished_at is None),
        finished_by=frozenset(done_by),
    )


def shared_spots(shared: Mapping[int, SharedDocument]) -> dict[int, Spot]:
    """Return where the documents that are in both stand here, by their id there."""
    return {
        number: Spot(one.grounds.document.id, one.grounds.find) for number, one in shared.items()
    }


def _touched(here: Work, ours: Document, own: Iterable[Tag], finisher: str | None) -> bool:
    """Return whether anybody here but the one who finished it there has decided anything in it."""
    coders = {tag.coder for tag in own}
    if coders:
        return coders != {finisher}
    suggestions = here.decisions.suggestions(document_id=ours.id)
    return any(one.decision in _MADE for one in suggestions)


def finishes(
    sides: Sides, their: Document, ours: Document, *, touched: bool
) -> Iterator[SetFinished | SetCoded]:
    """Yield who finished the document there, as it is to be kept here.

    Where nobody else here has decided anything in it (`touched` False) it is finished as there;
    else each who finished it there is kept for the comparison of coders.
    """
    known = set(sides.coded.get(ours.id, ()))
    by = dict(sides.their_coded.get(their.id, {}))
    if their.finished_by is not None and their.finished_at is not None:
        if ours.finished_at is None and not touched:
            yield SetFinished(ours.id, None, Finished(their.finished_by, their.finished_at))
            known.add(their.finished_by)
        else:
            by.setdefault(their.finished_by, their.finished_at)
    for coder, at in sorted(by.items()):
        if coder not in known and coder != ours.finished_by:
            yield SetCoded(ours.id, coder, None, at)


def _by(command: SetFinished | SetCoded) -> str:
    if isinstance(command, SetCoded):
        return command.coder
    return command.after.coder if command.after else ""


def _same_suggestions(
    sides: Sides, their: Document, grounds: Grounds
) -> list[tuple[KeptSuggestion, KeptSuggestion]]:
    """Return each of their suggestions with the same here; none where the texts differ."""
    if not grounds.same_text:
        return []
    found = sides.here.decisions.suggestions(document_id=grounds.document.id)
    ours = {_address(kept): kept for kept in found}
    theirs = sides.there.decisions.suggestions(document_id=their.id)
    return [(kept, ours[_address(kept)]) for kept in theirs if _address(kept) in ours]


def _decisions(
    sides: Sides,
    their: Document,
    same: Iterable[tuple[KeptSuggestion, KeptSuggestion]],
    tags: Arriving,
) -> tuple[list[AnyCommand], dict[int, int]]:
    """Return the decisions to take over on suggestions still open here, and what they link."""
    made = {tag.id for tag in tags.fresh}
    from_suggestion = {
        tag.suggestion_id: tag.id
        for tag in sides.there.decisions.tags(document_id=their.id)
        if tag.suggestion_id is not None and tag.id in made
    }
    commands: list[AnyCommand] = []
    links: dict[int, int] = {}
    for kept, own in same:
        if kept.decision in _MADE and own.decision in _OPEN:
            commands.append(SetDecision(own.id, own.decision, kept.decision))
            if kept.id in from_suggestion:
                links[from_suggestion[kept.id]] = own.id
    return commands, links


def _address(kept: KeptSuggestion) -> tuple[str, int, int, str]:
    one = kept.suggestion
    return one.theme, one.start, one.end, one.rule


def _details(sides: Sides, their: Document, grounds: Grounds) -> Iterator[AnyCommand]:
    """Yield the details that a person confirmed there and nobody here has."""
    ours = _by_name(sides.here.documents.details(grounds.document.id))
    for name, given in _by_name(sides.there.documents.details(their.id)).items():
        before = ours.get(name, ())
        if any(one.confirmed for one in before) or not any(one.confirmed for one in given):
            continue
        after = tuple(
            one if grounds.same_text else replace(one, text=None, start=None, end=None)
            for one in given
        )
        yield SetDetails(grounds.document.id, name, before, after)


def _by_name(details: Iterable[Detail]) -> dict[DetailName, tuple[Detail, ...]]:
    found: dict[DetailName, tuple[Detail, ...]] = {}
    for detail in details:
        found[detail.name] = (*found.get(detail.name, ()), detail)
    return found
