"""Edits of themes and groups; nothing is ever deleted, and every edit gives a sound codebook."""

import re
from collections.abc import Collection
from dataclasses import replace

from caseview.domain.codebook import Codebook, Theme, ThemeGroup
from caseview.domain.english import English
from caseview.domain.errors import CodebookError

_NOT_IN_ID = re.compile(r"[^a-z0-9]+")
_LETTERS = 2


def add_theme(codebook: Codebook, name: str, group: str, definition: str) -> Codebook:
    """Return the codebook with a new theme after the others of its group.

    Raises CodebookError when the name is empty or taken, or the group is unknown.
    """
    theme = Theme(new_id(name, ids_of(codebook)), name.strip(), group, definition.strip())
    check_theme(codebook, theme)
    last = max(
        (n for n, one in enumerate(codebook.themes) if one.group == group),
        default=len(codebook.themes) - 1,
    )
    themes = [*codebook.themes]
    themes.insert(last + 1, theme)
    return replace(codebook, themes=tuple(themes))


def put_theme(codebook: Codebook, theme: Theme) -> Codebook:
    """Return the codebook with `theme` in place of the one with its id.

    Raises CodebookError when there is none, its name is empty or taken, or its group unknown.
    """
    codebook.theme(theme.id)
    check_theme(codebook, theme)
    return replace(
        codebook, themes=tuple(theme if one.id == theme.id else one for one in codebook.themes)
    )


def rename(codebook: Codebook, theme_id: str, name: str) -> Codebook:
    """Return the codebook with another name for a theme. Raises as `put_theme` does."""
    return put_theme(codebook, replace(codebook.theme(theme_id), name=name.strip()))


def regroup(codebook: Codebook, theme_id: str, group: str) -> Codebook:
    """Return the codebook with a theme in another group. Raises as `put_theme` does."""
    return put_theme(codebook, replace(codebook.theme(theme_id), group=group))


def retire(codebook: Codebook, theme_id: str) -> Codebook:
    """Return the codebook with a theme retired: its rules rest, its tags stay and count."""
    return put_theme(codebook, replace(codebook.theme(theme_id), retired=True))


def bring_back(codebook: Codebook, theme_id: str) -> Codebook:
    """Return the codebook with a retired theme in use again, with the rules it had.

    Raises CodebookError when another theme has taken its name.
    """
    return put_theme(codebook, replace(codebook.theme(theme_id), retired=False))


def map_theme(codebook: Codebook, theme_id: str, framework: str, place: str) -> Codebook:
    """Return the codebook with a theme's place in an outside framework; "" takes it out."""
    theme = codebook.theme(theme_id)
    mapped = {name: said for name, said in theme.maps_to.items() if name != framework}
    if place.strip():
        mapped[framework] = place.strip()
    return put_theme(codebook, replace(theme, maps_to=mapped))


def add_group(codebook: Codebook, name: str, letters: str) -> Codebook:
    """Return the codebook with a new group at the end.

    Raises CodebookError when the name is empty or taken, or the letters are not two or taken.
    """
    ids = {group.id for group in codebook.groups}
    group = ThemeGroup(new_id(name, ids), name.strip(), letters.strip().upper())
    _check_group(codebook, group)
    return replace(codebook, groups=(*codebook.groups, group))


def put_group(codebook: Codebook, group: ThemeGroup) -> Codebook:
    """Return the codebook with `group` in place of the one with its id. Raises as `add_group`."""
    codebook.group(group.id)
    _check_group(codebook, group)
    return replace(
        codebook, groups=tuple(group if one.id == group.id else one for one in codebook.groups)
    )


def new_id(name: str, taken: Collection[str]) -> str:
    """Return an id made of a name that is not among those taken."""
    plain = _NOT_IN_ID.sub("_", name.casefold()).strip("_") or "theme"
    found, number = plain, 1
    while found in taken:
        number += 1
        found = f"{plain}_{number}"
    return found


def ids_of(codebook: Codebook) -> list[str]:
    """Return the id of every theme, retired ones too."""
    return [theme.id for theme in codebook.themes]


def check_theme(codebook: Codebook, theme: Theme) -> None:
    """Raise CodebookError when a theme has no name, another one's name, or an unknown group."""
    if not theme.name:
        raise CodebookError("A theme needs a name.", "Write one.")
    if not theme.marker:
        codebook.group(theme.group)
    taken = {
        one.name.casefold()
        for one in codebook.themes
        if one.id != theme.id and not one.retired and not theme.retired
    }
    if theme.name.casefold() in taken:
        raise CodebookError(
            English("There is a theme “{0}” already.", theme.name), "Give this one another name."
        )


def _check_group(codebook: Codebook, group: ThemeGroup) -> None:
    others = [one for one in codebook.groups if one.id != group.id]
    if not group.name or group.name.casefold() in {one.name.casefold() for one in others}:
        raise CodebookError("A group needs a name that no other group has.", "Write another one.")
    if len(group.letters) != _LETTERS or group.letters in {one.letters for one in others}:
        raise CodebookError(
            "A group needs two letters that no other group has.", "Choose other letters."
        )
