"""Splits a theme into two, and merges one into another; what was there stays to be read."""

from collections.abc import Collection
from dataclasses import dataclass, replace

from caseview.domain.codebook import Codebook, Theme
from caseview.domain.english import English
from caseview.domain.errors import CodebookError
from caseview.tagging.editing.rules import given_rules, holds_back
from caseview.tagging.editing.themes import check_theme, ids_of, new_id, put_theme


@dataclass(frozen=True, slots=True)
class Half:
    """One of the two themes that a theme is split into: its name and what it is."""

    name: str
    definition: str


def split(
    codebook: Codebook, theme_id: str, halves: tuple[Half, Half], second_rules: Collection[str]
) -> Codebook:
    """Return the codebook with two new themes after a theme, which is retired.

    The second takes the rules with the ids of `second_rules`, the first all others; what holds
    the theme back holds both back. Raises CodebookError when the theme is retired or a marker
    already, or a name is empty or taken.
    """
    theme = codebook.theme(theme_id)
    if theme.retired or theme.marker:
        raise CodebookError(
            English("“{0}” is not a theme in use, so it cannot be split.", theme.name),
            "Bring it back first." if theme.retired else "Add a theme instead.",
        )
    made: list[Theme] = []
    ids = ids_of(codebook)
    for place, half in enumerate(halves):
        wanted = [
            rule
            for rule in theme.rules
            if holds_back(rule) or (rule.id in second_rules) is (place == 1)
        ]
        new = replace(
            theme,
            id=new_id(half.name, [*ids, *(one.id for one in made)]),
            name=half.name.strip(),
            definition=half.definition.strip(),
            examples={},
            rules=(),
            telling=None,
            came_from=(theme.id, *theme.came_from),
        )
        made.append(given_rules(new, wanted))
    old = replace(theme, retired=True)
    at = codebook.themes.index(theme)
    themes = (*codebook.themes[:at], *made, old, *codebook.themes[at + 1 :])
    after = replace(codebook, themes=themes)
    for new in made:
        check_theme(after, new)
    return after


def merge(codebook: Codebook, theme_id: str, into: str) -> Codebook:
    """Return the codebook with a theme retired and its rules given to another as well.

    The retired theme keeps its own words and rules, so that it can be read and brought back.
    Raises CodebookError when the two are one, or either is retired or a marker.
    """
    old, target = codebook.theme(theme_id), codebook.theme(into)
    for one in (old, target):
        if one.retired or one.marker or old.id == target.id:
            raise CodebookError(
                English("“{0}” cannot be merged into “{1}”.", old.name, target.name),
                "Choose two different themes that are in use.",
            )
    lineage = dict.fromkeys([*target.came_from, old.id, *old.came_from])
    joined = replace(
        given_rules(target, old.rules),
        sources=tuple(dict.fromkeys([*target.sources, *old.sources])),
        maps_to={**old.maps_to, **target.maps_to},
        came_from=tuple(one for one in lineage if one != target.id),
    )
    return put_theme(put_theme(codebook, joined), replace(old, retired=True))
