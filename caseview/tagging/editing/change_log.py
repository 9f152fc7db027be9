"""Says in plain words what changed between two versions of a codebook."""

from collections.abc import Iterable, Iterator, Mapping

from caseview.domain.codebook import Codebook, Rule, Theme, ThemeGroup
from caseview.domain.frameworks import framework_name

_WORDS = (
    ("definition", "what it is"),
    ("use_when", "when to use it"),
    ("not_when", "when not to use it"),
    ("examples", "its examples"),
    ("sources", "its sources"),
    ("extended", "whether it is an extended theme"),
    ("marker", "whether it is a marker"),
    ("telling", "its telling words"),
)


def changes_between(before: Codebook, after: Codebook) -> tuple[str, ...]:
    """Return a plain sentence for each thing that differs, in the order of the codebook."""
    return (
        *_book(before, after),
        *_groups(before, after),
        *_themes(before, after),
        *_gone(before, after),
        *_engine(before, after),
    )


def _book(before: Codebook, after: Codebook) -> Iterator[str]:
    if before.name != after.name:
        yield f"The codebook is called “{after.name}”; it was “{before.name}”."
    if before.notes != after.notes:
        yield "The notes of the codebook read otherwise."
    if before.sources != after.sources:
        yield "The list of sources reads otherwise."
    if before.language != after.language:
        yield f"The language is {after.language}; it was {before.language}."


def _groups(before: Codebook, after: Codebook) -> Iterator[str]:
    old = {group.id: group for group in before.groups}
    for group in after.groups:
        was = old.pop(group.id, None)
        if was is None:
            yield f"New group “{group.name}” ({group.letters})."
        else:
            yield from _group(was, group)
    for group in old.values():
        yield f"The group “{group.name}” is gone."
    there = {group.id for group in after.groups}
    shared = [group.id for group in before.groups if group.id in there]
    known = {group.id for group in before.groups}
    if shared != [group.id for group in after.groups if group.id in known]:
        yield "The groups stand in another order."


def _group(was: ThemeGroup, group: ThemeGroup) -> Iterator[str]:
    if (was.name, was.letters) != (group.name, group.letters):
        yield f"The group “{was.name}” ({was.letters}) is “{group.name}” ({group.letters})."
    if was.colour != group.colour:
        yield f"The group “{group.name}” is {group.colour or 'coloured by its place'}."
    if was.retired != group.retired:
        yield f"The group “{group.name}” is {'retired' if group.retired else 'in use again'}."


def _themes(before: Codebook, after: Codebook) -> Iterator[str]:
    old = {theme.id: theme for theme in before.themes}
    names = {theme.id: theme.name for theme in (*before.themes, *after.themes)}
    groups = {group.id: group.name for group in (*before.groups, *after.groups)}
    shared = [theme.id for theme in before.themes if theme.id in {one.id for one in after.themes}]
    if shared != [theme.id for theme in after.themes if theme.id in old]:
        yield "The themes stand in another order."
    for theme in after.themes:
        was = old.get(theme.id)
        if was is None:
            yield f"New theme “{theme.name}”{_from(theme.came_from, names, 'split from')}."
        else:
            yield from _theme(was, theme, names, groups)


def _theme(
    was: Theme, theme: Theme, names: Mapping[str, str], groups: Mapping[str, str]
) -> Iterator[str]:
    name = f"“{theme.name}”"
    if was.name != theme.name:
        yield f"“{was.name}” is called {name}."
    if was.group != theme.group:
        yield f"{name} is in the group “{groups.get(theme.group, theme.group)}”."
    joined = [one for one in theme.came_from if one not in was.came_from]
    if joined:
        yield f"{name}{_from(joined, names, 'takes in')}."
    elif was.came_from != theme.came_from:
        yield f"{name}: what it came from reads otherwise."
    if was.retired != theme.retired:
        yield f"{name} is {'retired' if theme.retired else 'in use again'}."
    differ = [said for field, said in _WORDS if getattr(was, field) != getattr(theme, field)]
    if differ:
        yield f"{name}: {', '.join(differ)} changed."
    if was.default_reads_as != theme.default_reads_as:
        yield f"{name} reads as {theme.default_reads_as.label} unless said otherwise."
    yield from _places(was, theme)
    yield from _rules(was, theme)


def _places(was: Theme, theme: Theme) -> Iterator[str]:
    for framework in dict.fromkeys([*was.maps_to, *theme.maps_to]):
        place = theme.maps_to.get(framework)
        if was.maps_to.get(framework) != place:
            where = f"maps to “{place}”" if place else "maps to nothing now"
            yield f"“{theme.name}” {where} ({framework_name(framework)})."


def _rules(was: Theme, theme: Theme) -> Iterator[str]:
    old = {rule.id: rule for rule in was.rules}
    new = {rule.id: rule for rule in theme.rules}
    for rule in theme.rules:
        before = old.get(rule.id)
        if before is None:
            yield f"“{theme.name}”: new rule {_said(rule)}."
        elif before != rule:
            yield f"“{theme.name}”: the rule {_said(before)} is {_said(rule)}."
    for rule in was.rules:
        if rule.id not in new:
            yield f"“{theme.name}”: the rule {_said(rule)} is out."
    if was.rules != theme.rules and sorted(old) == sorted(new) and old == new:
        yield f"“{theme.name}”: its rules stand in another order."


def _gone(before: Codebook, after: Codebook) -> Iterator[str]:
    there = {theme.id for theme in after.themes}
    for theme in before.themes:
        if theme.id not in there:
            yield f"“{theme.name}” is not in the codebook any more."


def _engine(before: Codebook, after: Codebook) -> Iterator[str]:
    for what, old, new in (
        ("The words that say how a passage reads", before.cues, after.cues),
        ("The words of headings", before.headings, after.headings),
        ("The named words that rules call by “@”", before.words, after.words),
    ):
        if old != new:
            yield f"{what} changed."


def _from(ids: Iterable[str], names: Mapping[str, str], how: str) -> str:
    said = ", ".join(f"“{names.get(one, one)}”" for one in ids)
    return f", {how} {said}" if said and how != "takes in" else f" {how} {said}" if said else ""


def _said(rule: Rule) -> str:
    return f"“{rule.pattern}” ({rule.effect.value.replace('_', ' ')})"
