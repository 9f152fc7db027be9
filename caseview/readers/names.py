"""Names of people as printed: where they end, and how a table shows them."""

import re

from caseview.readers.wording import whole_words

_GAP = re.compile(r"\n\s*\n")
# Never the end of a name, whatever stands before them.
_SURE = """
    The This Following Inquest Inquests Deceased DOB Dob Date Born Aged Age Died Who Which Was And
    Of Investigation Conclusion Coroner Ref There
"""
# Short words that are names too: they go only where a full name is left.
_LIKELY = "He She It His Her On In At An A I When My We They"
_SURE_WORDS = frozenset(_SURE.split())
_LIKELY_WORDS = frozenset(_LIKELY.split())
_BOX_WORDS = frozenset({
    "circumstances",
    "concerns",
    "introduction",
    "action",
    "matters",
    "findings",
    "dob",
    "deceased",
})
_MOST_BELOW = 2
_FULL_NAME = 2
_TITLE_IN_CAPITALS = re.compile(r"(?:MR|MRS|MS|MISS|DR)\b")
_TITLE = re.compile(r"(?:Mr|Mrs|Ms|Miss|Dr|Master|Baby|Professor)\.?$")
_CODED = re.compile(r"(?:child|baby|adult|family|case|infant|young person)\b", re.IGNORECASE)
_CAPITALS = re.compile(r"(?<![\w'’])[A-Z](?:[A-Z]|['’](?=[A-Z]))+(?![\w])")
_NUMERALS = frozenset({"II", "III", "IV", "OBE", "CBE", "MBE", "LLB", "HHJ"})
_SHORTEST_ALONE = 4
_SHORTEST = 3
_NOT_OF_PEOPLE = whole_words(r"""
    road / street / house / court / lane / avenue / square / hospital / trust / police
    constabulary / council / office / centre / nhs / service / services / headquarters / university
    county / hall / building / buildings / way / close / drive / gardens / limited / ltd / plc
    department / ministry / authority / agency / board / partnership / foundation / prison / hmp
    college / school / group / association / city / floor / quay / terrace / crescent / exchange
    district / commission / force / probation
""")


def name_ends(printed: str) -> int:
    """Return where the name that opens `printed` ends: before loose words, brackets and "’s"."""
    words = _across_gap(printed)
    while True:
        shorter = _shorter(words)
        if shorter == words:
            return len(words)
        words = shorter


def _across_gap(printed: str) -> str:
    """Return `printed` up to a blank line, but with a surname that a page break set below it."""
    first, *rest = _GAP.split(printed)
    below = [word for word in rest[0].split() if not _is_loose(word)] if rest else []
    goes_on = 0 < len(below) <= _MOST_BELOW and rest[0].split()[0] == below[0]
    return printed[: printed.index(rest[0]) + len(rest[0])] if goes_on else first


def _is_loose(word: str) -> bool:
    return word in _SURE_WORDS | _LIKELY_WORDS or word.casefold() in _BOX_WORDS


def _shorter(words: str) -> str:
    """Return `words` less the last thing that is no part of a name, else as they are."""
    bare = re.sub(r"['’]s$", "", words.rstrip(" .,;:\t\n'’-–—|("))
    opened = bare.rfind("(")
    if opened > 0 and ")" not in bare[opened:]:
        return bare[:opened]
    before, _, last = bare.rpartition(" ") if "\n" not in bare else _last_word(bare)
    if not before or _CODED.match(bare):
        return bare
    full = len([word for word in before.split() if not _TITLE.match(word)]) >= _FULL_NAME
    sure = last in _SURE_WORDS or last.casefold() in _BOX_WORDS
    return before if sure or (full and last in _LIKELY_WORDS) else bare


def _last_word(words: str) -> tuple[str, str, str]:
    match = re.search(r"\s(\S+)$", words)
    return (words[: match.start()], " ", match[1]) if match else ("", "", words)


def shown(name: str) -> str:
    """Return a name as tables show it: surnames printed in capitals have one capital letter.

    Initials, numerals and the letters of codes ("Child AB") stay as they are.
    """
    coded = _CODED.match(name)
    if coded:
        word = coded.group()
        return (word.title() if word.isupper() else word) + name[coded.end() :]
    name = _TITLE_IN_CAPITALS.sub(lambda match: match.group().title(), name, count=1)
    shortest = _SHORTEST if len(name.split()) >= _FULL_NAME else _SHORTEST_ALONE
    return _CAPITALS.sub(lambda match: _cased(match.group(), shortest), name)


def _cased(word: str, shortest: int) -> str:
    if len(word) < shortest or word in _NUMERALS:
        return word
    parts = re.split(r"(['’])", word)
    plain = "".join(part.capitalize() for part in parts)
    scots = re.match(r"Mc([a-z])", plain)
    return f"Mc{scots[1].upper()}{plain[3:]}" if scots else plain


def is_place_or_body(words: str) -> bool:
    """Whether the words name a street, a building or an organisation, not a person."""
    return _NOT_OF_PEOPLE.search(words.casefold()) is not None
