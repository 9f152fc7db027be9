"""Adds to the codebook in use the themes that only another casebook's codebook has."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from caseview.domain.codebook import Codebook, Theme
from caseview.domain.journal import AnyCommand, SetCodebook
from caseview.tagging.editing.versions import next_version
from caseview.usecases.work import Work


def missing_themes(here: Work, there: Work) -> tuple[Theme, ...]:
    """Return the themes that only the other casebook has: of its codebook, or borne by its tags.

    A theme that its codebook no longer has is looked for in earlier versions; a tag must keep it.
    """
    known = {theme.id for theme in here.codebook.themes}
    found = {theme.id: theme for theme in there.codebook.themes if theme.id not in known}
    borne = {tag.theme for tag in there.decisions.tags()} - known - found.keys()
    for version in reversed(there.codebooks.versions() if borne else ()):
        for theme in there.codebooks.version(version.id).themes:
            if theme.id in borne and theme.id not in found:
                found[theme.id] = replace(theme, retired=True)
    return tuple(found.values())


def add_themes(
    here: Work, there: Work, themes: Iterable[Theme], *, coder: str, name: str
) -> Iterator[AnyCommand]:
    """Yield what puts a version of the codebook in use that has these themes too.

    Themes that both have stay as they are here. Groups and words that the new ones need come along.
    """
    added = tuple(themes)
    if not added:
        return
    version = next_version(version.version for version in here.codebooks.versions())
    codebook = _with_themes(here.codebook, there.codebook, added, version)
    names = ", ".join(theme.name for theme in added)
    number = here.codebooks.keep(codebook, coder=coder, note=f"Merged from {name}: {names}")
    yield SetCodebook(here.codebooks.in_use(), number)


def _with_themes(ours: Codebook, theirs: Codebook, added: tuple[Theme, ...], to: str) -> Codebook:
    groups = {group.id for group in ours.groups}
    needed = {theme.group for theme in added if not theme.marker} - groups
    return replace(
        ours,
        version=to,
        groups=(*ours.groups, *(group for group in theirs.groups if group.id in needed)),
        themes=(*ours.themes, *(_grouped(theme, ours, theirs) for theme in added)),
        words={**theirs.words, **ours.words},
    )


def _grouped(theme: Theme, ours: Codebook, theirs: Codebook) -> Theme:
    """Return a theme in a group there is: one from an old version may name one that is gone."""
    groups = {group.id for group in (*ours.groups, *theirs.groups)}
    if theme.marker or theme.group in groups:
        return theme
    return replace(theme, group=ours.groups[0].id)
