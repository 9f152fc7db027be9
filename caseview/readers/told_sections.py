"""What a section does by what its paragraphs say, where its heading names no role."""

import re
from collections.abc import Sequence

from caseview.domain.section import SectionRole
from caseview.readers.lines import fold
from caseview.readers.wording import any_of, whole_words

CONCLUDING = frozenset({SectionRole.FINDINGS, SectionRole.LEARNING, SectionRole.ANALYSIS})
"""The roles of sections that say what was found and learnt."""

_MONTH = (
    "january|february|march|april|may|june|july|august|september|october|november|december"
    "|spring|summer|autumn|winter"
)
_SHORT_MONTH = "jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec"
_WEEKDAY = "(?:mon|tues|wednes|thurs|fri|satur|sun)day"
_DATED = re.compile(
    rf"\b(?:in|on|by|from|during|between|since|until|late|early|mid)[\s-]"
    rf"(?:the\s|early\s|late\s|mid-?\s?|evening\sof\s|{_WEEKDAY}\s|\d{{1,2}}(?:st|nd|rd|th)?\s)*"
    rf"(?:(?:{_MONTH})\b|(?:19|20)\d\d\b)"
    # An entry of a table or a list begins with its day: "Feb 2023 | ...", "3 May 2021: ..."
    rf"|^(?:{_WEEKDAY},?\s)?(?:\d{{1,2}}(?:st|nd|rd|th)?\s)?(?:{_MONTH}|{_SHORT_MONTH})\s(?:19|20)\d\d\b"
    r"|^(?:\d{1,2}[/.]){1,2}\d{2,4}\s"
)
_ANNOUNCES = re.compile(
    any_of(r"""
    \bwe recommend / \bit is recommended / \brecommendations? (?:is|are|were) made
    \bthe (?:panel|review|reviewer|author|report) recommends? / \bfollowing recommendations?\b
    """)
    + r"[^.]{0,80}:\s*$"
)
_MAKES = re.compile(
    any_of(r"""
    \bwe (?:now )?(?:make|have made|offer|put forward) (?:\w+ ){0,3}recommendations?\b
    \bhow many recommendations to make\b
    \bwhat follows (?:are|is) (?:its|our|the|their) recommendations?\b
    \b(?:panel|review|reviewers?|author) (?:makes?|made|offers?) (?:\w+ ){0,3}recommendations?\b
    """)
)
# "To these it adds two recommendations." above "The Board should ...", "The Trust should ...".
_NAMES_THEM = re.compile(r"\brecommendations?\b")
_ASKS = re.compile(
    r"[^.:;?]{3,110}?\b(?:should|must|shall|needs? to|ought to"
    r"|(?:is|are) (?:also )?(?:(?:asked|invited|urged|required|recommended) )?to)\b"
    r"(?! (?:not |also )?have\b)|it is for [^.:;?]{3,80} to\b"
)
# "TSMB/19/01", "R1": a code in front of a paragraph; "1.", "(a)": what only counts it.
_CODE = re.compile(
    r"[(\[]?[a-z]{1,6}(?:[ .–-]?\d{1,2}|(?:[./–-]\d{1,4}){1,3})[a-z]?[)\]]?[.:–-]*\s+"
)
_COUNTER = re.compile(r"[(\[]?(?:\d{1,2}(?:\.\d{1,2})*|[a-z]|[ivx]{1,4})[.):\]]+\s+")
_NONE = re.compile(r"\bno (?:\w+ )?recommendations?\b")
# What an earlier review recommended is not recommended here.
_EARLIER = re.compile(
    r"\b(?:review|report|sar|dhr|scr)\b[^.]{0,60}\bmade (?:\w+ )?recommendations\b"
    r"|\b(?:previous|earlier|other) reviews?\b"
)
# Recommendations that other reviews made are looked at, not made.
_OF_OTHERS = re.compile(
    r"\b(?:previous|earlier|past|other|prior)\s+(?:\w+\s+)?"
    r"(?:reviews?|reports?|sars?|dhrs?|scrs?|cspr?s?)\b|\b(?:previous|earlier|past|prior)\s+"
    r"(?:(?:local|national|regional)\s+)?(?:learning|lessons|recommendations|findings)\b"
    r"|\b(?:in|from|of|by|across)\s+(?:these|those|all|(?:the\s+)?\w+)\s+"
    r"(?:reviews|sars|dhrs|scrs|lcsprs)\b"
    r"(?<!management reviews)(?<!agency reviews)(?<!internal reviews)"
    r"|\breviews\s+(?:have\s+)?recommended\b|\bwhat\s+became\s+of\b"
    r"|\b(?:already|previously)\s+made\b|\b(?:progress|status)\s+(?:on|of|against|with)\b",
    re.IGNORECASE,
)
_LABELLED = re.compile(
    r"(?:recommendation|r)\s?\d{1,2}\b(?!\s+(?:of|was|were|is|from|in|has|had|and|to)\b)"
)
_ASKED = whole_words(r"""
    terms of reference / whether / scope / lines? of enquiry / questions? / asked / purpose / aims?
    (?:the )?(?:review|period) (?:covers|covered|considers|considered|examines|examined|looks?)
    period under review / consider(?:s|ed)? the period / from .{3,30} to .{3,30} \d{4}
""")
_DONE = whole_words(r"""
    imrs? / individual management reviews? / interview(?:s|ed)? / workshops? / chronolog(?:y|ies)
    panel / met / meetings? / reviewers? / chair / independent / authors? / practitioners / letters?
    learning events? / contribut\w+ / received / supplied / provided / family (?:was|were) / model
    invited / read / spoke(?:n)? / attended / methodology / career / employed / worked / members?
""")
_FEWEST = 2
_MANY = 2.0
_MOSTLY = 0.7


def asked_and_done(plain: str) -> tuple[int, int]:
    """Return how often a folded text tells what a review asked, and how it was done."""
    return len(_ASKED.findall(plain)), len(_DONE.findall(plain))


def tells_of_earlier(plain: str) -> bool:
    """Return whether a folded text tells what an earlier review recommended."""
    return _EARLIER.search(plain) is not None


def of_other_reviews(heading: str) -> bool:
    """Return whether a heading names what other reviews found or recommended."""
    return _OF_OTHERS.search(heading) is not None


def role_told(paragraphs: Sequence[str], *, early: bool) -> SectionRole | None:
    """Return what a section does by its paragraphs, None where they do not tell.

    One that announces or labels recommendations makes them; one that only asks questions sets
    what the review was to find out; one whose paragraphs mostly say when things happened is a
    chronology. `early` says that nothing has been told yet of the person or of events: there a
    section full of panels, meetings and reports is the methodology.
    """
    plain = [fold(words).strip() for words in paragraphs]
    labelled = sum(_LABELLED.match(words) is not None for words in plain)
    announced = any(map(_ANNOUNCES.search, plain)) or any(map(_makes, plain)) or _lists(plain)
    announced = announced or asks_throughout(plain)
    recommends = announced or (plain and labelled * 2 >= len(plain))
    if recommends and not any(map(tells_of_earlier, plain)):
        return SectionRole.RECOMMENDATIONS
    if len(plain) >= _FEWEST and all(words.endswith("?") for words in plain):
        return SectionRole.TERMS_OF_REFERENCE
    done = sum(asked_and_done(words)[1] for words in plain)
    if early and plain and done >= _MANY * len(plain):
        return SectionRole.METHODOLOGY
    dated = sum(_DATED.search(words) is not None for words in plain)
    if dated >= _FEWEST and dated * 2 >= len(plain):
        return SectionRole.CHRONOLOGY
    return None


def _lists(plain: Sequence[str]) -> bool:
    """Whether a section opens with a word on recommendations, and what bodies should do."""
    first, asked = plain[:1], plain[1 : 1 + _FEWEST]
    named = any(_NAMES_THEM.search(words) and not _NONE.search(words) for words in first)
    return named and len(asked) == _FEWEST and all(map(_ASKS.match, asked))


def asks_throughout(plain: Sequence[str]) -> bool:
    """Return whether most paragraphs of a section, folded, say what somebody should do.

    Of those that codes count half are enough.
    """
    coded = [words[code.end() :] for words in plain if (code := _CODE.match(words))]
    if len(coded) >= _FEWEST and len(coded) * 2 >= len(plain):
        return _asking(coded) * 2 >= len(coded)
    asking = _asking([_COUNTER.sub("", words, count=1) for words in plain])
    return asking >= _FEWEST and asking >= _MOSTLY * len(plain)


def _asking(plain: Sequence[str]) -> int:
    return sum(_ASKS.match(words) is not None for words in plain)


def _makes(plain: str) -> bool:
    """Whether a paragraph says that recommendations are made here."""
    return _MAKES.search(plain) is not None and _NONE.search(plain) is None
