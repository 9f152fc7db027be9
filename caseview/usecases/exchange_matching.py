"""Finds out which of a casebook's themes the codes of another program are."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from caseview.domain.codebook import GROUP_COLOURS, Codebook, Theme, ThemeGroup
from caseview.domain.exchange import ExchangeCode
from caseview.domain.reads_as import ReadsAs
from caseview.usecases.exchange_codes import (
    KEY_QUOTE,
    RESTATED,
    Said,
    flag_guid,
    read_description,
    reading_guid,
    slug,
    stable_guid,
    theme_guid,
    theme_of,
)


@dataclass(frozen=True, slots=True)
class Matched:
    """Codes matched to a codebook: the codebook with what it lacked, and what each code is.

    `themes` maps a code's guid to a theme, `readings` to how words read; `flags` are the guids of
    KEY_QUOTE and RESTATED by name; `added` are the themes that are new.
    """

    codebook: Codebook
    themes: Mapping[str, str]
    readings: Mapping[str, ReadsAs]
    flags: Mapping[str, str]
    added: tuple[Theme, ...] = ()


def match_codes(codes: Iterable[ExchangeCode], codebook: Codebook) -> Matched:
    """Return what each code is in a codebook; a code it does not know becomes a theme of it.

    A code is a theme that has its guid, its id or its name. The codes above it name its group.
    """
    found = tuple(codes)
    return _Matching(codebook, {code.guid: code for code in found}).matched(found)


def codebook_of(codes: Iterable[ExchangeCode], codebook: Codebook) -> Codebook:
    """Return a codebook with what codes say of its themes, and with the themes it lacked.

    Only a code in our own layout changes a theme: another program's description is words about
    it, not all that is known of it.
    """
    found = tuple(codes)
    matched = match_codes(found, codebook)
    told = {}
    for code in found:
        known = matched.themes.get(code.guid)
        if known is not None and read_description(code.description).one("Id") == known:
            theme = matched.codebook.theme(known)
            # Telling words have no place in a code's description, so those that are here stay.
            told[known] = replace(theme_of(code, theme.group), telling=theme.telling)
    themes = tuple(told.get(theme.id, theme) for theme in matched.codebook.themes)
    return replace(matched.codebook, themes=themes)


class _Matching:
    def __init__(self, codebook: Codebook, codes: Mapping[str, ExchangeCode]) -> None:
        self._codebook = codebook
        self._codes = codes
        self._groups = list(codebook.groups)
        self._added: list[Theme] = []
        self._by_guid = {theme_guid(codebook, theme.id): theme.id for theme in codebook.themes}
        self._by_name = {theme.name.casefold(): theme.id for theme in codebook.themes}
        self._ids = {theme.id for theme in codebook.themes}
        self._parents = {code.parent for code in codes.values() if code.parent}

    def matched(self, codes: tuple[ExchangeCode, ...]) -> Matched:
        readings = {reading_guid(reading): reading for reading in ReadsAs}
        flags = {flag: flag_guid(flag) for flag in (KEY_QUOTE, RESTATED)}
        ours = {*readings, *flags.values(), stable_guid("reads-as")}
        themes = {
            code.guid: self._theme(code)
            for code in codes
            if code.guid not in ours and (code.codable or code.guid not in self._parents)
        }
        grown = replace(
            self._codebook,
            groups=tuple(self._groups),
            themes=(*self._codebook.themes, *self._added),
        )
        return Matched(
            grown if self._added else self._codebook, themes, readings, flags, tuple(self._added)
        )

    def _theme(self, code: ExchangeCode) -> str:
        """Return the id of the theme that a code is, a new one where it is none so far."""
        made = theme_of(code, "")
        known = self._known(code, made)
        if known is not None:
            return known
        name = made.name if made.name.casefold() not in self._by_name else self._qualified(code)
        own = self._free(made.id)
        rules = tuple(replace(rule, theme=own) for rule in made.rules)
        group = "" if made.marker else self._group(code)
        made = replace(made, id=own, name=name, group=group, rules=rules)
        self._added.append(made)
        self._ids.add(own)
        self._by_name[name.casefold()] = own
        return own

    def _known(self, code: ExchangeCode, made: Theme) -> str | None:
        """Return the theme that a code is already: by its guid, its own id, its name.

        Two codes of one tree may share a name (“Other”); each is then a theme of its own, the
        second named with the code above it, so that a second load finds both again.
        """
        if code.guid in self._by_guid:
            return self._by_guid[code.guid]
        if read_description(code.description).one("Id") == made.id and made.id in self._ids:
            return made.id
        qualified = self._by_name.get(self._qualified(code).casefold())
        if qualified is not None:
            return qualified
        known = self._by_name.get(made.name.casefold())
        return None if known in {theme.id for theme in self._added} else known

    def _qualified(self, code: ExchangeCode) -> str:
        above = self._codes.get(code.parent)
        return f"{code.name.strip()} ({above.name.strip() if above else 'loaded'})"

    def _free(self, wanted: str) -> str:
        number, own = 1, wanted
        while own in self._ids:
            number += 1
            own = f"{wanted}_{number}"
        return own

    def _group(self, code: ExchangeCode) -> str:
        """Return the id of the group that a code's top code names; a group of its own if new."""
        top, seen = code, {code.guid}
        while top.parent in self._codes and top.parent not in seen:
            top = self._codes[top.parent]
            seen.add(top.guid)
        name = top.name.strip() if top is not code else "Loaded themes"
        said = read_description(top.description) if top is not code else Said()
        for group in self._groups:
            if group.id == said.one("Id") or group.name.casefold() == name.casefold():
                return group.id
        taken = {group.id for group in self._groups}
        own = next(one for one in _numbered(said.one("Id") or slug(name)) if one not in taken)
        letters = said.one("Letters") or _letters(name, {group.letters for group in self._groups})
        colour = said.one("Colour") if said.one("Colour") in GROUP_COLOURS else ""
        retired = said.one("Retired") == "yes"
        self._groups.append(ThemeGroup(own, name, letters, colour, retired))
        return own


def _numbered(name: str) -> Iterator[str]:
    yield name
    for number in range(2, 10_000):
        yield f"{name}_{number}"


def _letters(name: str, taken: set[str]) -> str:
    """Return two letters for a group that no other has."""
    words = re.findall(r"[A-Za-z]+", name.upper()) or ["LT"]
    whole = "".join(words)
    firsts = [whole[0] + (words[1][0] if len(words) > 1 else whole[1:2] or "X")]
    firsts += [whole[0] + one for one in (*whole[1:], *"ABCDEFGHIJKLMNOPQRSTUVWXYZ")]
    free = [one for one in firsts if one not in taken]
    return free[0] if free else next(one for one in _numbered(firsts[0]) if one not in taken)
