"""Themes as codes of other programs, and codes as themes: nothing but names and descriptions.

The standard has no place for when to use a theme, examples or rules, so these stand in a code's
description in a fixed layout, one labelled line each, and are read back from it.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from uuid import NAMESPACE_OID, uuid5

from caseview.domain.codebook import Codebook, Effect, Rule, Theme
from caseview.domain.exchange import ExchangeCode
from caseview.domain.reads_as import ReadsAs

READS_AS, KEY_QUOTE, RESTATED = "Reads as", "Key quote", "Restated from another document"
_LINE = re.compile(r"([A-Z][\w ]*?)(?: \(([^)]*)\))?: (.*)", re.DOTALL)
_RULE = re.compile(r"(\S+) \((\w+)\): (.*)", re.DOTALL)


def stable_guid(name: str) -> str:
    """Return a guid that follows from a name, so that the same thing has the same one each time."""
    return str(uuid5(NAMESPACE_OID, f"caseview/{name}")).upper()


def theme_guid(codebook: Codebook, theme_id: str) -> str:
    """Return the guid of a theme."""
    return stable_guid(f"{codebook.id}/theme/{theme_id}")


def reading_guid(reads_as: ReadsAs) -> str:
    """Return the guid of the code that says how a selection reads."""
    return stable_guid(f"reads-as/{reads_as.value}")


def flag_guid(name: str) -> str:
    """Return the guid of the code KEY_QUOTE or RESTATED."""
    return stable_guid(f"flag/{name}")


def codes_of(codebook: Codebook) -> tuple[ExchangeCode, ...]:
    """Return a codebook's groups and themes as codes, and codes for how a tag reads."""
    return (*_groups(codebook), *_themes(codebook), *_readings())


def _groups(codebook: Codebook) -> Iterator[ExchangeCode]:
    for group in codebook.groups:
        said = f"Id: {group.id}\nLetters: {group.letters}"
        said += f"\nColour: {group.colour}" if group.colour else ""
        said += "\nRetired: yes" if group.retired else ""
        number = stable_guid(f"{codebook.id}/group/{group.id}")
        yield ExchangeCode(number, group.name, said, codable=False)


def _themes(codebook: Codebook) -> Iterator[ExchangeCode]:
    for theme in codebook.themes:
        parent = "" if theme.marker else stable_guid(f"{codebook.id}/group/{theme.group}")
        number = theme_guid(codebook, theme.id)
        yield ExchangeCode(number, theme.name, describe(theme), parent)


def _readings() -> Iterator[ExchangeCode]:
    top = stable_guid("reads-as")
    yield ExchangeCode(top, READS_AS, "How a tagged passage reads.", codable=False)
    for reading in ReadsAs:
        yield ExchangeCode(reading_guid(reading), reading.label, "", top)
    for flag in (KEY_QUOTE, RESTATED):
        yield ExchangeCode(flag_guid(flag), flag)


def describe(theme: Theme) -> str:
    """Return all that is said of a theme as a code's description."""
    lines = [_folded(theme.definition), f"Id: {theme.id}"]
    lines += [
        f"{label}: {_folded(words)}"
        for label, words in (("Use when", theme.use_when), ("Do not use when", theme.not_when))
        if words
    ]
    lines += [f"Example ({of}): {_folded(words)}" for of, words in theme.examples.items()]
    lines.append(f"Usually reads as: {theme.default_reads_as.value}")
    lines += [
        f"{label}: yes"
        for label, said in (
            ("Extended", theme.extended),
            ("Marker", theme.marker),
            ("Retired", theme.retired),
        )
        if said
    ]
    lines += [f"Source: {one}" for one in theme.sources]
    lines += [f"Maps to ({of}): {_folded(words)}" for of, words in theme.maps_to.items()]
    lines += [f"Came from: {one}" for one in theme.came_from]
    lines += [f"Rule: {one.id} ({one.effect.value}): {_folded(one.pattern)}" for one in theme.rules]
    return "\n".join(lines)


def _folded(words: str) -> str:
    return words.replace("\n", "\n    ")


def _unfolded(words: str) -> str:
    return words.replace("\n    ", "\n")


@dataclass
class Said:
    """What a description says, by label."""

    definition: str = ""
    labelled: dict[str, list[tuple[str, str]]] = field(default_factory=dict)

    def one(self, label: str) -> str:
        """Return the words under a label, "" where there are none."""
        return self.labelled.get(label, [("", "")])[0][1]

    def every(self, label: str) -> tuple[str, ...]:
        """Return the words under a label each time it stands."""
        return tuple(words for _, words in self.labelled.get(label, []))


_LABELS = {
    "Id", "Letters", "Colour", "Use when", "Do not use when", "Example", "Usually reads as",
    "Extended", "Marker", "Retired", "Source", "Maps to", "Came from", "Rule",
}  # fmt: skip


def read_description(description: str) -> Said:
    """Return the labelled lines of a description; what bears no label of ours is the definition."""
    said, free = Said(), list[str]()
    for line in re.split(r"\n(?!    )", description):
        found = _LINE.fullmatch(line)
        if found and found[1] in _LABELS:
            said.labelled.setdefault(found[1], []).append((found[2] or "", _unfolded(found[3])))
        else:
            free.append(_unfolded(line))
    said.definition = "\n".join(free)
    return said


def theme_of(code: ExchangeCode, group: str) -> Theme:
    """Return the theme that a code describes; its id is the one it names, else its name's."""
    said = read_description(code.description)
    own = said.one("Id") or slug(code.name)
    reading = said.one("Usually reads as")
    rules = map(_RULE.fullmatch, said.every("Rule"))
    effects = {effect.value for effect in Effect}
    return Theme(
        id=own,
        name=code.name.strip() or own,
        group="" if said.one("Marker") else group,
        definition=said.definition,
        use_when=said.one("Use when"),
        not_when=said.one("Do not use when"),
        examples=dict(said.labelled.get("Example", [])),
        sources=said.every("Source"),
        maps_to=dict(said.labelled.get("Maps to", [])),
        came_from=said.every("Came from"),
        rules=tuple(
            Rule(found[1], own, Effect(found[2]), found[3])
            for found in rules
            if found and found[2] in effects
        ),
        default_reads_as=ReadsAs(reading) if reading in set(ReadsAs) else ReadsAs.GAP,
        extended=bool(said.one("Extended")),
        marker=bool(said.one("Marker")),
        retired=bool(said.one("Retired")),
    )


def slug(name: str) -> str:
    """Return a name as an id: lower case, words joined by underscores."""
    return "_".join(re.findall(r"[^\W_]+", name.casefold())) or "theme"
