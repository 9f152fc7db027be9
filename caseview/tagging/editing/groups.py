"""Edits of groups of themes: their order and colour, which themes they hold, and retiring one."""

from collections.abc import Collection
from dataclasses import replace

from caseview.domain.codebook import Codebook, ThemeGroup
from caseview.domain.english import English
from caseview.domain.errors import CodebookError
from caseview.tagging.editing.themes import add_group, put_group


def keep_group(
    codebook: Codebook, group: ThemeGroup, place: int, joining: Collection[str] = ()
) -> Codebook:
    """Return the codebook with a group as it is to be, at a place among the groups (0 first).

    One without an id is new. The themes with the ids of `joining` move into it. Raises
    CodebookError as `add_group` does.
    """
    after = put_group(codebook, group) if group.id else _added(codebook, group)
    own = group.id or after.groups[-1].id
    groups = [one for one in after.groups if one.id != own]
    groups.insert(place, after.group(own))
    themes = tuple(
        replace(theme, group=own) if theme.id in joining and not theme.marker else theme
        for theme in after.themes
    )
    return replace(after, groups=tuple(groups), themes=themes)


def retire_group(codebook: Codebook, group_id: str) -> Codebook:
    """Return the codebook with a group retired, and every theme in it.

    Raises CodebookError when no other group would be left in use.
    """
    group = codebook.group(group_id)
    if not any(one.id != group_id and not one.retired for one in codebook.groups):
        raise CodebookError(
            English("“{0}” is the only group in use, so it cannot be retired.", group.name),
            "Add another group first.",
        )
    themes = tuple(
        replace(theme, retired=True) if theme.group == group_id and not theme.marker else theme
        for theme in codebook.themes
    )
    return put_group(replace(codebook, themes=themes), replace(group, retired=True))


def bring_group_back(codebook: Codebook, group_id: str) -> Codebook:
    """Return the codebook with a retired group in use again; its themes stay retired.

    Raises CodebookError when another group has taken its name or its letters.
    """
    return put_group(codebook, replace(codebook.group(group_id), retired=False))


def _added(codebook: Codebook, group: ThemeGroup) -> Codebook:
    after = add_group(codebook, group.name, group.letters)
    return put_group(after, replace(after.groups[-1], colour=group.colour))
