"""Themes as views show them: name, two letters, and the place of their group."""

from dataclasses import dataclass, field

from caseview.desktop.tongue import tr
from caseview.domain.codebook import GROUP_COLOURS, Codebook, Theme, ThemeGroup
from caseview.domain.suggestion import Suggestion

NO_GROUP = -1
LONGEST = 60
"""How many signs of a rule are told where it is named."""


@dataclass(frozen=True, slots=True)
class Face:
    """What a theme shows of itself: `position` is its colour's, NO_GROUP for a marker."""

    id: str
    name: str
    letters: str
    position: int


def colour_place(group: ThemeGroup, at: int) -> int:
    """Return the place of a group's colour among the colours: the one chosen, or its own."""
    return GROUP_COLOURS.index(group.colour) if group.colour else at


@dataclass(slots=True)
class ThemeBook:
    """Looks themes up for painting; an id the codebook does not know shows as itself."""

    codebook: Codebook
    _faces: dict[str, Face] = field(default_factory=dict)

    def __post_init__(self) -> None:
        place = {group.id: (n, group) for n, group in enumerate(self.codebook.groups)}
        for theme in self.codebook.themes:
            if theme.group in place and not theme.marker:
                at, group = place[theme.group]
                position = colour_place(group, at)
                self._faces[theme.id] = Face(theme.id, theme.name, group.letters, position)
            else:
                self._faces[theme.id] = Face(theme.id, theme.name, "", NO_GROUP)

    def face(self, theme: str) -> Face:
        """Return what a theme shows of itself."""
        return self._faces.get(theme) or Face(theme, theme, "", NO_GROUP)

    def group(self, group_id: str) -> Face:
        """Return what a group shows of itself; it is known by its id or by its name."""
        for n, group in enumerate(self.codebook.groups):
            if group_id in {group.id, group.name}:
                return Face(group.id, group.name, group.letters, colour_place(group, n))
        return Face(group_id, group_id, "", NO_GROUP)

    def explain(self, given: Suggestion) -> str:
        """Return what lies behind a suggestion: the theme's definition, the rule, how sure."""
        theme = next((t for t in self.codebook.themes if t.id == given.theme), None)
        about = theme.definition if theme is not None else ""
        patterns = [r.pattern for r in theme.rules if r.id == given.rule] if theme else []
        version, sure = self.codebook.version, round(given.confidence * 100)
        made = (
            tr("Rule “{0}” of codebook version {1}, {2}% sure.", _cut(patterns[0]), version, sure)
            if patterns
            else tr("Codebook version {0}, {1}% sure.", version, sure)
        )
        return f"{about} {made}".strip()

    def choices(self) -> tuple[Theme, ...]:
        """Return the themes that can be given, in the order of the codebook."""
        return tuple(theme for theme in self.codebook.themes if not theme.retired)

    def matching(self, typed: str) -> tuple[Theme, ...]:
        """Return the themes that answer to letters typed, the closest first.

        Each word typed must begin a word of the name, of the group or the two letters; a name
        that begins with what was typed comes first.
        """
        words = typed.casefold().split()
        found = []
        for theme in self.choices():
            face = self.face(theme.id)
            name = theme.name.casefold()
            known = [*name.replace("-", " ").split(), face.letters.casefold()]
            if all(any(part.startswith(word) for part in known) for word in words):
                found.append((not name.startswith(typed.casefold().strip()), theme))
        return tuple(theme for _, theme in sorted(found, key=lambda pair: pair[0]))


def _cut(pattern: str) -> str:
    """Return the words of a rule, cut where they are many."""
    return pattern if len(pattern) <= LONGEST else f"{pattern[:LONGEST].rstrip()}…"
