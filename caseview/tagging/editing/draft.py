"""A draft: the codebook in use, the one it is to become, and where its tags go."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field, replace

from caseview.domain.codebook import Codebook, Theme
from caseview.domain.tag import Tag
from caseview.tagging.editing.change_log import changes_between
from caseview.tagging.editing.joining import Half, merge, split


@dataclass(frozen=True)
class Draft:
    """Edits not applied yet.

    `moves` maps a theme to the one that all its tags go to; `placed` maps the id of a tag to the
    theme that a person chose for it.
    """

    before: Codebook
    after: Codebook
    moves: Mapping[str, str] = field(default_factory=dict)
    placed: Mapping[int, str] = field(default_factory=dict)

    @classmethod
    def of(cls, codebook: Codebook) -> "Draft":
        """Return the draft that changes nothing yet."""
        return cls(codebook, codebook)

    @property
    def changes(self) -> tuple[str, ...]:
        """What the draft changes in the codebook, a plain sentence each."""
        return changes_between(self.before, self.after)

    @property
    def is_empty(self) -> bool:
        """Whether nothing would change."""
        return self.before == self.after and not self.moves and not self.placed

    def with_codebook(self, codebook: Codebook) -> "Draft":
        """Return the draft with another codebook to become."""
        return replace(self, after=codebook)

    def merging(self, theme_id: str, into: str) -> "Draft":
        """Return the draft with a theme merged into another, its tags with it.

        Raises CodebookError as `merge` does.
        """
        moves = {theme: into if goal == theme_id else goal for theme, goal in self.moves.items()}
        moves[theme_id] = into
        placed = {tag: into if goal == theme_id else goal for tag, goal in self.placed.items()}
        return replace(
            self,
            after=merge(self.after, theme_id, into),
            moves={theme: goal for theme, goal in moves.items() if theme != goal},
            placed=placed,
        )

    def splitting(
        self, theme_id: str, halves: tuple[Half, Half], second_rules: Collection[str]
    ) -> "Draft":
        """Return the draft with a theme split in two; its tags stay until they are placed.

        Raises CodebookError as `split` does.
        """
        return replace(self, after=split(self.after, theme_id, halves, second_rules))

    def placing(self, tag_id: int, theme_id: str | None) -> "Draft":
        """Return the draft with one tag given to a theme, or (None) left where it is."""
        placed = {tag: theme for tag, theme in self.placed.items() if tag != tag_id}
        if theme_id is not None:
            placed[tag_id] = self.after.theme(theme_id).id
        return replace(self, placed=placed)

    def theme_of(self, tag: Tag) -> str:
        """Return the id of the theme that a tag will have."""
        if tag.id in self.placed:
            return self.placed[tag.id]
        return self.moves.get(tag.theme, tag.theme)


def affected_themes(before: Codebook, after: Codebook) -> frozenset[str]:
    """Return the themes whose suggestions may differ between two codebooks.

    Each theme is suggested for by its own rules and telling words alone; cues, words and what a
    theme came from are the only things they share.
    """
    old = {theme.id: theme for theme in before.themes}
    new = {theme.id: theme for theme in after.themes}
    if (before.cues, before.words) != (after.cues, after.words):
        return frozenset({*old, *new})
    return frozenset(
        theme for theme in {*old, *new} if _suggests(old.get(theme)) != _suggests(new.get(theme))
    )


def narrowed(codebook: Codebook, themes: Collection[str]) -> Codebook:
    """Return the codebook with these themes only, as far as it has them."""
    kept = tuple(theme for theme in codebook.themes if theme.id in themes)
    return replace(codebook, themes=kept)


def _suggests(theme: Theme | None) -> object:
    if theme is None or theme.retired:
        return None
    return theme.rules, theme.telling, theme.came_from, theme.default_reads_as
