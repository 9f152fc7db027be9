"""The codebook: themes in groups, with definitions, rules and cues; a document with a version."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum
from functools import cached_property

from caseview.domain.english import English
from caseview.domain.errors import CodebookError
from caseview.domain.reads_as import ReadsAs
from caseview.domain.section import SectionRole
from caseview.domain.telling import TellingWords


class Effect(StrEnum):
    """What a rule's match means. A hint is weak: it is shown at the level *reading* alone."""

    GAP = "gap"
    TOPIC = "topic"
    GOOD_PRACTICE = "good_practice"
    HINT = "hint"
    FALSE_FRIEND = "false_friend"


@dataclass(frozen=True, slots=True)
class Rule:
    """A pattern in CaseView's rule notation that puts a theme forward, or holds it back.

    `id` is stable within the codebook: theme, effect and a number ("staffing_capacity.gap.3").
    """

    id: str
    theme: str
    effect: Effect
    pattern: str


@dataclass(frozen=True, slots=True)
class Theme:
    """What a passage can be about.

    `marker` themes mark a review (good practice named as such; change since) and stand in no
    group; `extended` themes are optional; `examples` maps what each shows to an invented text;
    `maps_to` maps an outside framework (see `frameworks`) to the analyst's own words for where
    the theme stands in it; `came_from` holds the themes it was split from or that joined it;
    `telling` the words that often go with it, None for a theme that has rules alone.
    """

    id: str
    name: str
    group: str
    definition: str
    use_when: str = ""
    not_when: str = ""
    examples: Mapping[str, str] = field(default_factory=dict)
    sources: tuple[str, ...] = ()
    rules: tuple[Rule, ...] = ()
    default_reads_as: ReadsAs = ReadsAs.GAP
    extended: bool = False
    marker: bool = False
    retired: bool = False
    maps_to: Mapping[str, str] = field(default_factory=dict)
    came_from: tuple[str, ...] = ()
    telling: TellingWords | None = None


GROUP_COLOURS = ("blue", "orange", "teal", "pink", "violet", "yellow", "red", "grey")
"""The colours a group may have, in the order groups take them that have chosen none."""


@dataclass(frozen=True, slots=True)
class ThemeGroup:
    """A set of themes that share a colour and two letters.

    `colour` is one of GROUP_COLOURS, "" for the one that follows from the group's place. Themes
    of a `retired` group are retired too.
    """

    id: str
    name: str
    letters: str
    colour: str = ""
    retired: bool = False

    def __post_init__(self) -> None:
        if self.colour and self.colour not in GROUP_COLOURS:
            raise CodebookError(
                English("The group “{0}” has “{1}” for its colour.", self.name, self.colour),
                English("Use one of {0}.", ", ".join(GROUP_COLOURS)),
            )


@dataclass(frozen=True)
class Codebook:
    """Themes, groups and the cues that say how a passage reads.

    `cues` maps a cue family (deficit, good, recommended, improved, context, negated_absence and
    others) to its phrases in rule notation; `headings` maps a section role to heading words;
    `words` maps a name to the words in rule notation that rules and cues call by "@name".
    Raises CodebookError when two themes share an id or a theme names an unknown group.
    """

    id: str
    name: str
    version: str
    language: str
    groups: tuple[ThemeGroup, ...]
    themes: tuple[Theme, ...]
    cues: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    headings: Mapping[SectionRole, tuple[str, ...]] = field(default_factory=dict)
    sources: Mapping[str, str] = field(default_factory=dict)
    notes: str = ""
    words: Mapping[str, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        if len(self._by_id) != len(self.themes):
            raise CodebookError("Two themes share an id.", "Give each theme an id of its own.")
        known = {group.id for group in self.groups}
        for theme in self.themes:
            if not theme.marker and theme.group not in known:
                raise CodebookError(
                    English(
                        "The theme “{0}” is in an unknown group “{1}”.", theme.name, theme.group
                    ),
                    "Add the group or correct its id.",
                )

    @cached_property
    def _by_id(self) -> dict[str, Theme]:
        return {theme.id: theme for theme in self.themes}

    def theme(self, theme_id: str) -> Theme:
        """Return the theme with this id. Raises CodebookError when there is none."""
        try:
            return self._by_id[theme_id]
        except KeyError:
            raise CodebookError(
                English("The codebook has no theme “{0}”.", theme_id), "Look at the list of themes."
            ) from None

    def in_words(self, theme: Theme) -> Theme:
        """Return a theme with others called by their names where its text has their ids."""

        def named(text: str) -> str:
            return _ID.sub(lambda id_: _name(self._by_id.get(id_[0]), id_[0]), text)

        return replace(
            theme,
            definition=named(theme.definition),
            use_when=named(theme.use_when),
            not_when=named(theme.not_when),
        )

    def group(self, group_id: str) -> ThemeGroup:
        """Return the group with this id. Raises CodebookError when there is none."""
        for group in self.groups:
            if group.id == group_id:
                return group
        raise CodebookError(
            English("The codebook has no group “{0}”.", group_id), "Look at the groups."
        )


_ID = re.compile(r"\b[a-z]+(?:_[a-z]+)+\b")


def _name(theme: Theme | None, otherwise: str) -> str:
    return otherwise if theme is None else theme.name
