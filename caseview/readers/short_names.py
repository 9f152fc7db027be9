"""Short names that a document gives to bodies: in brackets, by initials, or "the Trust"."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping

from caseview.readers.lines import fold
from caseview.readers.wording import any_of

_LINKS = "and|of|the|for|upon|on|in|with|&"
_BEFORE = re.compile(rf"(?:(?:[A-Z][\w'’&.\-]*|{_LINKS})\s+){{1,9}}$")
_NAME = re.compile(rf"(?:(?:[A-Z][\w'’&.\-]*|{_LINKS})\s+){{0,11}}[A-Z][\w'’.\-]*$")
_SAID = re.compile(
    r"\(\s*(?:(?:hereafter|hereinafter|known as|referred to as|or)\s+)*[“\"'‘]?"
    r"(?P<short>[A-Z][A-Za-z&]{1,9}|[Tt]he\s+[A-Z][a-z]+)[”\"'’]?\s*\)"
)
_BODY = re.compile(
    r"\b"
    + any_of("""
    Police / Constabulary / Council / Trust / Board / Partnership / Services? / Surgery / Practice
    Centre / School / Academy / Department / Commission / Group / Agency / Hospital / Ministry
    Probation / Prison / Housing / College / Association / Company / Ltd / Limited / Authority
    Homes? / Office / Society / Institute / England
    """)
    + r"\b"
)
# The kinds of body that reviews call by the kind alone, where there is only one of it.
_KINDS = {
    "trust": re.compile(r"\bNHS\s+(?:Foundation\s+)?Trust\b"),
    "council": re.compile(r"\bCouncil\b"),
    "constabulary": re.compile(r"\bConstabulary\b"),
    "icb": re.compile(r"\bIntegrated\s+Care\s+Board\b"),
    "integrated care board": re.compile(r"\bIntegrated\s+Care\s+Board\b"),
    "health board": re.compile(r"\bHealth\s+Board\b"),
    "surgery": re.compile(r"\bSurgery\b"),
    "medical centre": re.compile(r"\bMedical\s+Centre\b"),
    "children's centre": re.compile(r"\bChildren['’]s\s+Centre\b"),
    "college": re.compile(r"\bCollege\b"),
    "academy": re.compile(r"\bAcademy\b"),
    "hospice": re.compile(r"\bHospice\b"),
    "primary school": re.compile(r"\bPrimary\s+School\b"),
    "ambulance service": re.compile(r"\bAmbulance\s+Service\b"),
    "fire service": re.compile(r"\bFire\s+(?:and\s+Rescue\s+)?Service\b"),
    "fire and rescue service": re.compile(r"\bFire\s+and\s+Rescue\s+Service\b"),
    "primary care trust": re.compile(r"\bPrimary\s+Care\s+Trust\b"),
    "pct": re.compile(r"\bPrimary\s+Care\s+Trust\b"),
    "practice": re.compile(r"\b(?:Medical|GP|Group)\s+Practice\b"),
}
_OPENS = re.compile(
    rf"(?:(?:(?i:the|at|in|both|from|by|when|while|with|under|for|to|on|that|ask|{_LINKS})"
    r"|[A-Z]{0,3}\d[\w.]*|(?:Recommendation|Action|Lead)\b[:.]?)\s+)+"
)
_REACH = 110
_MUCH_OFTENER = 2
_SPACE = re.compile(r"\s+")
_FEWEST_LETTERS = 2


def short_names(text: str, board: str | None) -> Mapping[str, str]:
    """Return the full names of bodies by their folded short ones, as the text uses them.

    `board` is the commissioning board: its initials stand for it too.
    """
    names = {kind: one for kind, pattern in _KINDS.items() if (one := _only(text, pattern))}
    for short, full in _defined(text):
        names.setdefault(short, full)
    if board:
        names |= {letters: board for letters in _initials(board) if len(letters) > _FEWEST_LETTERS}
    return names


def _only(text: str, pattern: re.Pattern[str]) -> str | None:
    """Return the full name of the one body of a kind, None where there is none or several.

    One named far oftener than any other is the one that is meant.
    """
    found: dict[str, str] = {}
    times: Counter[str] = Counter()
    for match in pattern.finditer(text):
        before = _BEFORE.search(text, _begin(text, match.start()), match.start())
        printed = text[before.start() if before else match.start() : match.end()]
        full = _bare(_last_of(printed))
        if full != _bare(match.group()):
            found.setdefault(fold(full), full)
            times[fold(full)] += 1
    first, second = [*times.most_common(2), ("", 0), ("", 0)][:2]
    return found[first[0]] if first[1] >= _MUCH_OFTENER * max(second[1], 0) and first[1] else None


def _defined(text: str) -> Iterator[tuple[str, str]]:
    """Yield what stands in brackets after a full name: its initials, or "the Trust"."""
    for match in _SAID.finditer(text):
        printed = text[_begin(text, match.start()) : match.start()].rstrip()
        name = _NAME.search(printed)
        if name is None or not _BODY.search(name.group()):
            continue
        short = fold(match["short"])
        if short.startswith("the "):
            yield short.removeprefix("the "), _bare(_last_of(name.group()))
            continue
        words = name.group().split()
        for first in range(len(words) - 1, -1, -1):
            full = " ".join(words[first:])
            if words[first][0].isupper() and short.replace("&", "") in _initials(full):
                yield short, full
                break


def _last_of(name: str) -> str:
    """Return the last body of two that "and" joins, else the name as it is."""
    before, _, after = name.rpartition(" and ")
    return after if _BODY.search(before) and _BODY.search(after) else name


def _begin(text: str, place: int) -> int:
    """Return where a name that ends at `place` can begin: within its sentence and cell."""
    reach = max(0, place - _REACH)
    return max(reach, *(text.rfind(gap, reach, place) + len(gap) for gap in ("\n\n", " | ", ". ")))


def _initials(name: str) -> set[str]:
    """Return the initials of a name, with and without "NHS" and small words, folded."""
    words = [word for word in name.replace("&", "and").split() if word[0].isalpha()]
    large = [word for word in words if word[0].isupper()]
    plain = [word for word in large if word != "NHS"]
    return {"".join(w[0] for w in some).lower() for some in (words, large, plain)}


def _bare(printed: str) -> str:
    """Return a name on one line without the words that lead to it."""
    words = _SPACE.sub(" ", printed).strip()
    opens = _OPENS.match(words)
    return words[opens.end() :] if opens else words
