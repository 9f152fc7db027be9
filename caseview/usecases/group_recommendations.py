"""Groups recommendations that ask for the same thing; each act is one journal entry."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace

from caseview.counting.wording import several
from caseview.domain.changes import Changes
from caseview.domain.english import English
from caseview.domain.errors import CasebookError
from caseview.domain.journal import AnyCommand, SetGroup
from caseview.domain.register import Placed, RecommendationGroup
from caseview.usecases.work import Casebook, Work


def make_group(casebook: Casebook, name: str, places: Sequence[Placed], *, coder: str) -> Changes:
    """Make a group of recommendations; those in another group leave it.

    Raises CasebookError when the name is empty or taken, or a place holds no recommendation.
    """
    with casebook.writing() as work:
        called = _free_name(work, name)
        _all_there(work, places)
        made = RecommendationGroup(
            work.decisions.new_id("recommendation_group"), called, _ordered(places)
        )
        commands = [*out_of_groups(work, places), SetGroup(None, made)]
        label = f"Make group of {several(len(made.members), 'recommendation')}"
        return work.journal.perform(label, commands, coder)


def add_to_group(
    casebook: Casebook, group_id: int, places: Sequence[Placed], *, coder: str
) -> Changes:
    """Put recommendations in a group; those in another group leave it."""

    def added(group: RecommendationGroup) -> RecommendationGroup:
        return replace(
            group,
            members=_ordered((*group.members, *places)),
            refused=tuple(place for place in group.refused if place not in places),
        )

    with casebook.writing() as work:
        _all_there(work, places)
        there = _group(work, group_id).members
        commands = out_of_groups(work, [place for place in places if place not in there])
        commands += _changed(work, group_id, added)
        return _performed(work, "Put in group", commands, coder)


def refuse(casebook: Casebook, group_id: int, places: Sequence[Placed], *, coder: str) -> Changes:
    """Say that recommendations do not belong: they leave the group and are not offered again."""

    def without(group: RecommendationGroup) -> RecommendationGroup:
        return replace(
            group,
            members=tuple(place for place in group.members if place not in places),
            refused=_ordered((*group.refused, *places)),
        )

    with casebook.writing() as work:
        _all_there(work, places)
        return _performed(work, "Leave out of group", _changed(work, group_id, without), coder)


def rename_group(casebook: Casebook, group_id: int, name: str, *, coder: str) -> Changes:
    """Give a group another name. Raises CasebookError when it is empty or taken."""
    with casebook.writing() as work:
        if _group(work, group_id).name == name.strip():
            return Changes()
        called = _free_name(work, name)
        commands = _changed(work, group_id, lambda one: replace(one, name=called))
        return _performed(work, "Rename group", commands, coder)


def part_group(casebook: Casebook, group_id: int, *, coder: str) -> Changes:
    """Part a group again: its recommendations are in none."""
    with casebook.writing() as work:
        return work.journal.perform("Part group", [SetGroup(_group(work, group_id), None)], coder)


def out_of_groups(
    work: Work, places: Iterable[Placed], *, refused: bool = False
) -> list[AnyCommand]:
    """Return what takes recommendations out of the groups they are in; an empty one goes.

    With `refused` they leave those, too, that they were offered to and do not belong to.
    """
    going = frozenset(places)
    commands: list[AnyCommand] = []
    for group in work.register.groups():
        after = replace(group, members=_staying(group.members, going))
        if refused:
            after = replace(after, refused=_staying(group.refused, going))
        if after != group:
            commands.append(SetGroup(group, after if after.members else None))
    return commands


def _staying(places: Iterable[Placed], going: frozenset[Placed]) -> tuple[Placed, ...]:
    return tuple(place for place in places if place not in going)


def _changed(
    work: Work, group_id: int, change: Callable[[RecommendationGroup], RecommendationGroup]
) -> list[AnyCommand]:
    """Return what changes a group so; nothing where it is so already."""
    group = _group(work, group_id)
    changed = change(group)
    return [] if changed == group else [SetGroup(group, changed)]


def _performed(work: Work, label: str, commands: Sequence[AnyCommand], coder: str) -> Changes:
    return work.journal.perform(label, commands, coder) if commands else Changes()


def _group(work: Work, group_id: int) -> RecommendationGroup:
    for group in work.register.groups():
        if group.id == group_id:
            return group
    raise CasebookError(
        "This group is not in the casebook any more, so nothing was changed.",
        "Look at the list of groups.",
    )


def _free_name(work: Work, name: str) -> str:
    called = " ".join(name.split())
    if not called:
        raise CasebookError("A group needs a name, so it was not kept.", "Say what it asks for.")
    if any(group.name.casefold() == called.casefold() for group in work.register.groups()):
        raise CasebookError(
            English("There is a group called “{0}” already. Nothing was changed.", called),
            "Give this one another name, or put the recommendations in that one.",
        )
    return called


def _all_there(work: Work, places: Iterable[Placed]) -> None:
    there = {one.place for one in work.register.recommendations()}
    if not (wanted := frozenset(places)):
        raise CasebookError(
            "No recommendation was chosen, so nothing was done.", "Tick some first."
        )
    if not wanted <= there:
        raise CasebookError(
            "One of these recommendations is not in the casebook. Nothing was changed.",
            "Look at the list of recommendations.",
        )


def _ordered(places: Iterable[Placed]) -> tuple[Placed, ...]:
    return tuple(sorted(set(places), key=lambda place: (place.document_id, place.position)))
