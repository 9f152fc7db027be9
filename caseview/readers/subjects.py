"""The person or people a review is about: names or pseudonyms, from the words used."""

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import islice

from caseview.domain.attribute import DetailName
from caseview.domain.document import ParagraphStyle
from caseview.readers.capitals import as_written
from caseview.readers.findings import Findings
from caseview.readers.lines import Line
from caseview.readers.names import name_ends
from caseview.readers.names_in_row import names_parted
from caseview.readers.subject_headings import named_in_headings
from caseview.readers.subject_words import CODED_WORDS, NOT_NAMES, NOT_PEOPLE
from caseview.readers.wording import any_of, whole_words

_D = DetailName
_CODE = r"(?:[A-Z]{1,3}\d{0,3}|\d{1,3})\b"
_CODED = (
    r"(?i:Siblings?|Brothers|Sisters|Boys|Girls|Child(?:ren)?|Bab(?:y|ies)|Adults?|Family|Families|Case|Young\sPerson|Infant|Offender"
    rf"|Person|Patient|Subject)\s{_CODE}"
    rf"(?:(?:,|\sand|,\sand|\s&)\s(?:(?i:Child|Baby|Adult)\s)?{_CODE})*"
)
_TITLED = r"(?:Mr|Mrs|Ms|Miss|Dr)\.?\s[A-Z][\w'’\-]*(?:\s[A-Z][a-z'’\-]+(?=\s*(?:$|[(,.;|])))?"
_WORDS = r"[A-Z][\w'’\-]+(?:\s(?:and\s)?[A-Z][\w'’\-]+){0,3}"
_GIVEN = r"[“\"'‘]?[A-Z][a-z]+[”\"'’]?"
_LISTED = (
    rf"(?:{_GIVEN}(?:,\s{_GIVEN})+,?\s(?:and|&)\s{_GIVEN}(?!\s[A-Z])"
    rf"|{_TITLED}\s(?:and|&)\s{_TITLED})"
)
_NAME = rf"[“\"'‘]?(?P<name>{_CODED}|{_LISTED}|{_TITLED}|{_WORDS})[”\"'’]?"
_DEATH_OF = re.compile(rf"\b(?i:deaths?|murder|killing|homicide|suicide)\s+of\s+(?:an?\s+)?{_NAME}")
_ABOUT = re.compile(
    r"\b(?i:"
    + any_of("""
    in respect of / relating to / concerning / regarding / review (?:of|into|for) / known as
    into the cases? of
    referred to as / pseudonym(?: of)? / in relation to / care and treatment of
    """)
    + rf")\s+{_NAME}"
)
_INITIAL = r"[“\"'‘]?[A-Z]\d?[”\"'’]?"
_PAIR = (
    rf"(?:{_GIVEN}(?:,\s{_GIVEN})*,?\s(?:and|&)\s(?:{_GIVEN}(?!\.)|{_TITLED})"
    rf"|{_TITLED}\s(?:and|&)\s(?:{_TITLED}|{_GIVEN})"
    rf"|{_INITIAL}(?:,\s{_INITIAL})*,?\s(?:and|&)\s{_INITIAL})"
)
_REVIEWED = r"\b(?:Review|REVIEW|SAR|DHR|SCR|CSPR|LCSPR)\s*"
_AFTER_REVIEW = re.compile(
    rf"{_REVIEWED}(?:[:\-–—]|(?=(?i:child|baby|adult)\s)|\s(?=[A-Z][a-z]+$))\s*{_NAME}\s*$"
)
_ALL_REVIEWED = re.compile(
    rf"(?:{_REVIEWED}[:\-–—]|\b(?i:people|adults|men|women|children|babies)\b[^:]{{0,60}}:)"
    rf"\s*(?P<name>{_PAIR})\W*$"
)
# "Cuckooing: Ada and Mr B": what a thematic review is about, and of whom it tells.
_TOPIC = re.compile(rf"^[A-Z][^:|]{{2,60}}:\s*(?P<name>{_PAIR})\W*$")
_TOGETHER = re.compile(rf"^(?P<name>{_PAIR})\W*$")
_ALONE = re.compile(
    rf"(?<![\w'’\-])[“\"'‘]?(?P<name>{_CODED}|{_TITLED}|(?:(?i:baby|infant)\s)?[A-Z][a-z]+)[”\"'’]?$"
)
_LABELLED = re.compile(
    r"^(?i:subject(?:\s+of\s+(?:the|this)\s+review)?|victim|offender|deceased|adult|child|name\s+used|pseudonym|review\s+of)"
    rf"\s*[:|–—\-]+[\s|]*(?:{_NAME}|(?P<initials>[A-Z]{{1,3}}\d?)\b)"
)
_CODED_ALONE = re.compile(rf"(?<![\w'’\-])[“\"'‘]?(?P<name>{_CODED})[”\"'’]?(?:\s*\([^)]*\))?$")
_WHO_DIED = re.compile(
    rf"^[“\"'‘]?(?P<name>{_CODED}|{_TITLED}|{_PAIR}|[A-Z][a-z]+)[”\"'’]?,?\s+\(?"
    r"(?i:(?:who|which)\s+(?:sadly\s+)?(?:died|was|were|took)\b|(?:sadly\s+)?died\b|aged?\s)"
)
_PSEUDONYM = re.compile(
    rf"(?<![\w'’\-])[“\"'‘]?(?P<name>{_CODED}|{_TITLED}|[A-Z][a-z]+)[”\"'’]?,?\s*"
    r"[(\[,]\s*(?i:(?:which\s+is\s+)?(?:a\s+|the\s+)?pseudonyms?\b|not\s+(?:his|her|their)\s+real\s+name)"
)
_DIED = re.compile(
    rf"(?:^|[.!?]\s)[“\"'‘]?(?P<name>{_CODED}|{_TITLED}|[A-Z][a-z]+)[”\"'’]?(?:,[^.,;]{{1,60}},)?\s"
    r"(?:was\san?\s(?:[\w-]+\s){0,4}(?:man|woman|boy|girl|child|baby|infant)\b"
    r"|was\s(?:killed|murdered|stabbed|shot|pronounced\sdead|found\s(?:[^.;]{0,60}\s)?(?:dead|deceased"
    r"|hanging|unresponsive|(?:serious|fatal|severe)\s(?:\w+\s)?injuries))|died|drowned|took\s(?:his|her|their)\sown\slife)\b"
)
# "The review about Y", "The management of AJ": letters that stand for a person.
_LETTERED = re.compile(
    r"\b(?:(?i:review|report)\s+(?i:about|concerning|regarding|in\s+respect\s+of|into\s+the\s+death\s+of)"
    r"|(?i:management|supervision|care)\s+of)\s+"
    r"[“\"'‘]?(?P<name>[A-Z]{1,3}\d?)[”\"'’]?$"
)
# "The subject, who will be called Joan", "in this report he is called Tom".
_IS_CALLED = re.compile(
    r"\b(?:(?:will|shall)\s+be\s+(?:called|known\s+as|referred\s+to\s+as)"
    r"|(?:report|review)\s+(?:she|he|they)\s+(?:is|are|will\s+be)\s+called"
    r"|whom?\s+(?:we|I)\s+(?:have\s+)?call(?:ed)?|(?:is|are)\s+called(?=\s+\S+\s+(?:here|in\s+this))|[Tt]he\s+name)\s+"
    r"[“\"'‘]?(?P<name>[A-Z][a-z]+)[”\"'’]?(?=\s*[,.;]|\s+(?:has|was|is|here|in|died)\b)"
)
_NAMED_CHILD = re.compile(
    r"^[“\"'‘]?(?P<name>(?:Child|Adult|Baby|Infant)\s(?!Protection|Safeguarding|Practice)[A-Z][a-z]+)[”\"'’]?$"
)
# "The Marsh Family", all of whom the review is about
_A_FAMILY = re.compile(r"^(?:The\s)?(?P<name>(?!The\s)[A-Z][a-z]+\s[Ff]amily)$")
# "Joan's Story" on the cover
_STORY = re.compile(r"^(?P<name>[A-Z][a-z]+)['’]s\s(?i:story|life)$")
# "Jamal, Reece and Callum are at the centre of this report".
_CENTRE = re.compile(
    rf"(?P<name>{_PAIR}),?\s(?:are|were)\s(?:at\sthe\s(?:centre|heart)|the\ssubjects)\b"
)
_ALL_DIED = re.compile(rf"^(?P<name>{_LISTED}),?\s(?:(?:all|both)\s)?(?:died|were|lived|had)\b")
_EARLIER = re.compile(r"\b(?:published|earlier|previous|another|former)\b", re.IGNORECASE)
_ON_COVER = (
    _LABELLED, _LETTERED, _DEATH_OF, _ALL_REVIEWED, _AFTER_REVIEW, _TOGETHER, _TOPIC,
    _WHO_DIED, _PSEUDONYM,
    _ABOUT, _CODED_ALONE, _NAMED_CHILD, _A_FAMILY, _STORY, _ALONE,
)  # fmt: skip
_OF_BOARD = whole_words("bwrdd / board / partnership / council / adolygiad / ymarfer / diogelu")
_AUTHORED = whole_words("""
    authors? / chair / chaired by / reviewers? / written by / prepared by / completed by / report by
""")
_SAID_OF = re.compile(
    r"(?<![\w'’\-])(?P<name>[A-Z][a-z]{2,})(?:['’]s\b|(?=\s(?:was|had|died|told|said|did|lived)\b))"
)
_CONTENTS = re.compile(r"\W*(?:table of )?(?:contents|index)\W*$", re.IGNORECASE)
_FIRST_SECTION = re.compile(
    r"1\.?\s+[A-Z]|(?:part|section|chapter)\s+(?:1|one|a)\b|(?:introduction|preface|foreword)\W*$",
    re.IGNORECASE,
)
_INITIALS = re.compile(r"(?![AI]$)[A-Z]{1,3}")
_FULL = re.compile(r"[A-Z][a-z]+\s[A-Z][a-z]+(?:-[A-Z][a-z]+)?")
_TOLD_OF = 2
_TOLD = r"(?<![Tt]he )\b{name}(?:['’]s\b|,\saged\b|\s(?:was|had|told|said|did|died|lived)\b)"
_SHORT = 160
_LETTERS = 3
_LOOK = 22
_FIRST = 3_000
_OFTEN = 4
_MUCH_OFTENER = 1.5


def subject_of(
    found: Findings, text: str, lines: Sequence[Line], authors: Sequence[tuple[int, int]]
) -> None:
    """Record the name or pseudonym that the cover, else the opening, gives the person.

    Failing both, it is the given name of which the text tells most. `authors` are the places
    of those who wrote or chaired: no part of their names is the subject's.
    """
    cover = [
        replace(line, text=as_written(line.text))
        for line in _cover(lines)
        if not _names_author(line, authors)
    ]
    if _full_name(found, text, cover) or _on_cover(found, text, cover, _body(lines, len(text))):
        return
    if _by_initials(found, text, cover):
        return
    if several := named_in_headings(text, lines):
        found.add(_D.SUBJECT, *several)
        return
    opening = [n for n in lines if n.start <= _FIRST and not _names_author(n, authors)]
    for pattern in (_CENTRE, _ALL_DIED, _DEATH_OF, _PSEUDONYM, _IS_CALLED, _DIED, _ABOUT):
        for line in opening:
            if _take(found, pattern, line.text, line.start, text):
                return
    _most_told(found, text, authors)


def _on_cover(found: Findings, text: str, cover: Sequence[Line], body: int) -> bool:
    for pattern in _ON_COVER:
        for line in cover:
            ends_heading = line.start > body and " " in line.text
            other = pattern is _ALONE and (ends_heading or _OF_BOARD.search(line.text))
            if not other and _take(found, pattern, line.text, line.start, text):
                return True
    return False


def _body(lines: Sequence[Line], end: int) -> int:
    """Return where the second paragraph begins: a notice or a foreword may stand on the cover."""
    paragraphs = (line.start for line in lines if len(line.text) > _SHORT)
    return next(islice(paragraphs, 1, None), end)


def _full_name(found: Findings, text: str, cover: Sequence[Line]) -> bool:
    """Take a line that is a given name and a surname, of whose bearer the text tells."""
    for line in cover:
        match = _FULL.fullmatch(line.text)
        if match is None or not {word.lower() for word in line.text.split()}.isdisjoint(NOT_PEOPLE):
            continue
        called = (line.text, line.text.split()[0])
        if all(re.search(_TOLD.replace("{name}", name), text) for name in called):
            found.add_person(_D.SUBJECT, line.text, line.start)
            return True
    return False


def _by_initials(found: Findings, text: str, cover: Sequence[Line]) -> bool:
    """Take letters alone on a cover line of which the text tells as of a person: "DW was ...".

    They may be a short name in capitals: "ROS" on the cover is Ros below.
    """
    for line in cover:
        if not _INITIALS.fullmatch(line.text):
            continue
        for name in (line.text, line.text.title()):
            if len(re.findall(_TOLD.replace("{name}", name), text)) >= _TOLD_OF:
                found.add(_D.SUBJECT, name, line.start, line.end)
                return True
    return False


def _names_author(line: Line, authors: Sequence[tuple[int, int]]) -> bool:
    """Whether a short line is about who wrote or chaired, or holds the name of one of them."""
    short = len(line.text) <= _SHORT
    held = any(start < line.end and end > line.start for start, end in authors)
    return short and (held or _AUTHORED.search(line.text) is not None)


def _cover(lines: Sequence[Line]) -> list[Line]:
    """Return the short lines above the contents."""
    cover: list[Line] = []
    for line in lines[:_LOOK]:
        numbered = line.paragraph.style is ParagraphStyle.HEADING and line.paragraph.printed
        begins = numbered or _FIRST_SECTION.match(line.text) is not None
        if _CONTENTS.match(line.text) or (cover and begins):
            break
        if len(line.text) <= _SHORT:
            cover.append(line)
    return cover


def _take(found: Findings, pattern: re.Pattern[str], words: str, start: int, text: str) -> bool:
    for match in pattern.finditer(words):
        group = "name" if match["name"] else "initials"
        printed = match[group]
        ahead = len(printed) - len(printed.lstrip(" .,'’"))
        name = printed[ahead:]
        name = name[: name_ends(name)]
        if pattern is _ABOUT and _EARLIER.search(words, 0, match.start()):
            continue
        if not name or name.split()[0].lower() in NOT_NAMES - CODED_WORDS:
            continue
        if name.lower() in NOT_NAMES or _is_plain_word(name, text):
            continue
        at = start + match.start(group) + ahead
        if pattern is _TOPIC and not _all_told_of(name, text):
            continue
        capitals = text[at : at + len(name)].isupper() and name not in text
        if pattern is _ALONE and name.isalpha() and len(name) >= _LETTERS and capitals:
            # Letters that stand for a board: a name in capitals stands in small letters elsewhere.
            continue
        found.add_person(_D.SUBJECT, name, start + match.start(group) + ahead)
        return True
    return False


def _all_told_of(names: str, text: str) -> bool:
    """Whether the text tells of each of several people, as it does not of places."""
    told = (_TOLD.replace("{name}", re.escape(name)) for name in names_parted(names))
    return all(re.search(one, text) for one in told)


def _is_plain_word(name: str, text: str) -> bool:
    """Whether a single word, or that of a family, is oftener small than with a capital."""
    name = re.sub(r"\s[Ff]amily$", "", name)
    if not name.isalpha():
        return False
    small = len(re.findall(rf"\b{name.lower()}\b", text))
    return small > len(re.findall(rf"\b{name}\b", text))


def _most_told(found: Findings, text: str, authors: Sequence[tuple[int, int]]) -> None:
    """Record the given name of which much more is told than of any other."""
    writers = {word for start, end in authors for word in re.findall(r"\w+", text[start:end])}
    told: dict[str, list[int]] = {}
    for match in _SAID_OF.finditer(text):
        name = match["name"]
        if name.lower() not in NOT_PEOPLE and name not in writers:
            told.setdefault(name, []).append(match.start())
    ranked = sorted(told, key=lambda name: (-len(told[name]), told[name][0]))
    for place, name in enumerate(ranked[:2]):
        second = len(told[ranked[place + 1]]) if place + 1 < len(ranked) else 0
        if len(told[name]) < max(_OFTEN, _MUCH_OFTENER * second):
            return
        if not _is_plain_word(name, text) and not _is_place(name, text):
            found.add_person(_D.SUBJECT, name, told[name][0])
            return


def _is_place(name: str, text: str) -> bool:
    """Whether it has an article, things happen in it, or it opens an organisation's name."""
    return (
        re.search(rf"\b(?:[Tt]he|an?|in|at|across)\s+{name}\b|\b{name}\s+[A-Z]", text) is not None
    )
