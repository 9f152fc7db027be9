"""Codebooks as text: the TOML an analyst reads, and the codebook it stands for."""

import tomllib
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from caseview.domain.codebook import Codebook, Effect, Rule, Theme, ThemeGroup
from caseview.domain.english import English
from caseview.domain.errors import CodebookError
from caseview.domain.reads_as import ReadsAs
from caseview.domain.section import SectionRole
from caseview.tagging.codebook_fields import Fields
from caseview.tagging.codebook_layout import layout
from caseview.tagging.notation import Pattern, parse, parse_named
from caseview.tagging.telling_text import read_telling, write_telling

_Named = Mapping[str, Pattern] | None
"""The words kept by name, None where no pattern is to be looked at."""
_ALWAYS = {"id", "name", "definition"}
EFFECT_ORDER = (
    Effect.GAP,
    Effect.TOPIC,
    Effect.GOOD_PRACTICE,
    Effect.HINT,
    Effect.FALSE_FRIEND,
)


def read_codebook(text: str, *, checked: bool = False) -> Codebook:
    """Return the codebook that `text` (TOML) describes.

    Raises CodebookError, naming the place, when the text is not TOML, a field is missing, of the
    wrong sort or unknown, or a pattern cannot be read. With `checked` patterns are not looked at:
    they were before the text was written, and thousands take longer than all the rest.
    """
    try:
        data = tomllib.loads(text)
    except tomllib.TOMLDecodeError as fault:
        raise CodebookError(
            English("The codebook cannot be read as TOML: {0}.", fault),
            "Look at that line: a quotation mark or bracket is often left open just before it.",
        ) from fault
    return from_table(data, checked=checked)


def from_table(data: Mapping[str, Any], *, checked: bool = False) -> Codebook:
    """Return the codebook that plain values stand for; `checked` is as in `read_codebook`.

    Raises CodebookError, naming the place.
    """
    top = Fields(data, "the codebook")
    words = top.table("words").texts()
    named = None if checked else parse_named(words)
    telling = top.table("telling").texts()
    codebook = Codebook(
        id=top.text("id"),
        name=top.text("name"),
        version=top.text("version"),
        language=top.text("language", default="en-GB"),
        notes=top.text("notes", default=""),
        groups=tuple(_group(fields) for fields in top.tables("group")),
        themes=_themes(top, named, telling),
        cues=_cues(top.table("cues"), named),
        headings=_headings(top.table("headings")),
        sources=top.table("sources").texts(),
        words=words,
    )
    top.nothing_else()
    return codebook


def write_codebook(codebook: Codebook) -> str:
    """Return the codebook as TOML; `read_codebook` gives the same codebook back.

    Raises CodebookError when a rule's id is not its theme, its effect and a number.
    """
    return layout(to_table(codebook))


def to_table(codebook: Codebook) -> dict[str, Any]:
    """Return the codebook as plain values: text, true or false, lists and tables of these.

    Raises CodebookError as `write_codebook` does.
    """
    return {
        "id": codebook.id,
        "name": codebook.name,
        "version": codebook.version,
        "language": codebook.language,
        "notes": codebook.notes,
        "sources": dict(codebook.sources),
        "words": dict(codebook.words),
        "cues": {family: list(phrases) for family, phrases in codebook.cues.items()},
        "headings": {role.value: list(words) for role, words in codebook.headings.items()},
        "group": [_group_table(group) for group in codebook.groups],
        "theme": [_theme_table(theme) for theme in codebook.themes],
        "telling": {
            theme.id: write_telling(theme.telling)
            for theme in codebook.themes
            if theme.telling is not None
        },
    }


def _group_table(group: ThemeGroup) -> dict[str, Any]:
    table: dict[str, Any] = {"id": group.id, "name": group.name, "letters": group.letters}
    table |= {"colour": group.colour} if group.colour else {}
    return table | ({"retired": True} if group.retired else {})


def _group(fields: Fields) -> ThemeGroup:
    group = ThemeGroup(
        fields.text("id"),
        fields.text("name"),
        fields.text("letters"),
        fields.text("colour", default=""),
        fields.flag("retired"),
    )
    fields.nothing_else()
    return group


def _themes(top: Fields, named: _Named, telling: Mapping[str, str]) -> tuple[Theme, ...]:
    themes = tuple(_theme(fields, named) for fields in top.tables("theme"))
    unknown = telling.keys() - {theme.id for theme in themes}
    if unknown:
        raise CodebookError(
            English(
                "There are telling words for “{0}”, which is no theme of this codebook.",
                min(unknown),
            ),
            "Correct its id or take them out.",
        )
    return tuple(
        replace(theme, telling=read_telling(telling[theme.id], theme.id))
        if theme.id in telling
        else theme
        for theme in themes
    )


def _theme(fields: Fields, named: _Named) -> Theme:
    theme_id = fields.text("id")
    fields.called(f"the theme “{theme_id}”")
    theme = Theme(
        id=theme_id,
        name=fields.text("name"),
        group=fields.text("group", default=""),
        definition=fields.text("definition"),
        use_when=fields.text("use_when", default=""),
        not_when=fields.text("not_when", default=""),
        examples=fields.table("examples").texts(),
        sources=fields.list_of_texts("sources"),
        rules=_rules(theme_id, fields.table("rules"), named),
        default_reads_as=_reads_as(fields),
        extended=fields.flag("extended"),
        marker=fields.flag("marker"),
        retired=fields.flag("retired"),
        maps_to=fields.table("maps_to").texts(),
        came_from=fields.list_of_texts("came_from"),
    )
    fields.nothing_else()
    return theme


def _reads_as(fields: Fields) -> ReadsAs:
    value = fields.text("default_reads_as", default=ReadsAs.GAP.value)
    try:
        return ReadsAs(value)
    except ValueError:
        raise CodebookError(
            English("In {0}, “{1}” is not a way a passage can read.", fields.place, value),
            English("Use one of {0}.", ", ".join(ReadsAs)),
        ) from None


def _rules(theme_id: str, fields: Fields, named: _Named) -> tuple[Rule, ...]:
    rules = []
    for effect in EFFECT_ORDER:
        for number, pattern in fields.table(effect.value).texts().items():
            rule = Rule(f"{theme_id}.{effect.value}.{number}", theme_id, effect, pattern)
            _check(pattern, f"the rule “{rule.id}”", named)
            rules.append(rule)
    fields.nothing_else()
    return tuple(rules)


def _check(pattern: str, place: str, named: _Named) -> None:
    if named is None:
        return
    try:
        parse(pattern, named)
    except CodebookError as fault:
        raise CodebookError(English("In {0}: {1}", place, fault.message), fault.advice) from fault


def _cues(fields: Fields, named: _Named) -> Mapping[str, tuple[str, ...]]:
    families = {family: fields.list_of_texts(family) for family in fields.names()}
    for family, phrases in families.items():
        for phrase in phrases:
            _check(phrase, f"the cues “{family}”", named)
    return families


def _headings(fields: Fields) -> Mapping[SectionRole, tuple[str, ...]]:
    found = {}
    for name in fields.names():
        try:
            role = SectionRole(name)
        except ValueError:
            raise CodebookError(
                English("In {0}, “{1}” is not a role that a section can have.", fields.place, name),
                English("Use one of {0}.", ", ".join(SectionRole)),
            ) from None
        found[role] = fields.list_of_texts(name)
    return found


def _theme_table(theme: Theme) -> dict[str, Any]:
    rules: dict[str, dict[str, str]] = {}
    for rule in theme.rules:
        owner, effect, number = (["", "", *rule.id.rsplit(".", 2)])[-3:]
        if owner != theme.id or effect != rule.effect.value:
            raise CodebookError(
                English(
                    "The rule id “{0}” is not made of its theme, its effect and a number.", rule.id
                ),
                English("Call it {0}.{1}.1 or the next free number.", theme.id, rule.effect.value),
            )
        rules.setdefault(effect, {})[number] = rule.pattern
    table = {
        "id": theme.id,
        "name": theme.name,
        "group": theme.group,
        "definition": theme.definition,
        "use_when": theme.use_when,
        "not_when": theme.not_when,
        "default_reads_as": theme.default_reads_as.value,
        "extended": theme.extended,
        "marker": theme.marker,
        "retired": theme.retired,
        "came_from": list(theme.came_from),
        "sources": list(theme.sources),
        "examples": dict(theme.examples),
        "maps_to": dict(theme.maps_to),
        "rules": {
            effect.value: rules[effect.value] for effect in EFFECT_ORDER if effect.value in rules
        },
    }
    return {name: item for name, item in table.items() if item or name in _ALWAYS}
