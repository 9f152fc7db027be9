"""What stands before the subject of a recommendation: who recommends, when, with whom."""

import re
from dataclasses import dataclass, replace

from caseview.readers.wording import any_of

_ORDINAL = r"(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|final|last|next)"
SPEAKER = (
    r"(?:we|i|(?:the|this|our)\s+(?:(?:lead|independent|overview|safeguarding|case|joint)\s+)*"
    r"(?:panel|review|reviewers?|authors?|report|board|chair|partnership|review(?:ing)?\s+team))"
)
"""A pattern for those who write a review, as they call themselves."""

HOW = r"(?:\w+ly\s+|also\s+|further\s+|(?:never|none)theless\s+|now\s+|then\s+)*"
"""A pattern for the adverbs before "recommends"."""

# "Secondly, and nationally,": what only counts or places what follows.
_ADVERBS = re.compile(
    rf"(?:(?:{_ORDINAL}(?:ly)?|in addition|additionally|furthermore|moreover|also|jointly|together"
    r"|(?:(?:and|more)\s+)?(?:nationally|locally|regionally|finally|lastly|generally|strategically"
    r"|operationally|specifically)|further|separately|equally|similarly)\b,?\s+)+",
    re.IGNORECASE,
)
# "Until then the Council", "September 2025 The ICB": when, which no comma parts from who.
_WHEN = re.compile(
    r"(?:(?:and\s+)?(?:until\s+then|from\s+now\s+on|in\s+future|in\s+the\s+meantime|meanwhile)"
    r"|(?:by\s+|from\s+|before\s+)?(?:the\s+end\s+of\s+)?(?:\d{1,2}\s+)?(?:january|february|march|april|may|june|july"
    r"|august|september|october|november|december)\s+(?:19|20)\d\d):?\s+(?=the\s|all\s|(?-i:[A-Z]))",
    re.IGNORECASE,
)
_RECOMMENDS = re.compile(
    rf"(?:(?:it\s+is\s+{HOW}|(?:it|{SPEAKER})\s+(?:would\s+|should\s+)?{HOW})"
    r"(?:recommend(?:s|ed)?|propose[sd]?|advise[sd]?|suggest(?:s|ed)?)"
    rf"|(?:the|a|our|my)\s+(?:{_ORDINAL}\s+)?(?:recommendation\s+)?is"
    r"|recommendation:?)\s+(?=(?P<that>that|for)\b|the\s|all\s|(?-i:[A-Z]))",
    re.IGNORECASE,
)
# "Could it go on? It is recommended that ...": what is asked stands behind a question.
_LATER = re.compile(
    rf"[.?!]\s+(?=(?:it\s+is\s+{HOW}recommended|we\s+{HOW}recommend)\b)", re.IGNORECASE
)
_OPENER = any_of("""
    when(?:ever)? / where(?:ver)? / before / after / if / in / within / by / following / until / for
    from / once / during / as / at / on / under / with / while / given / since / upon / without
    prior / together with / alongside / jointly with / through / using / drawing on / because
    so that / subject to / as well as / rather than / instead of / having / working / building
    learning / recognising / acknowledging / despite / unless / to(?=\\s+[a-z])
""")
# "Before closing any service, the Council should ...": who is asked stands behind the clause.
_CLAUSE = re.compile(
    rf"(?:(?:that|and)\s+)?{_OPENER}\b[^,.;:]{{2,160}}?(?:,[^,.;:]{{2,40}}){{0,2}},\s+"
    r"(?=(?:the|all|each|every|both|it|they|any|this|officers|staff|no|an?)\b|(?-i:[A-Z]))"
    rf"|{_OPENER}\b(?:(?!\b(?:should|must|shall)\b)[^.;:]){{2,160}}?,\s+"
    r"(?=(?!and\b|or\b)(?:[\w'’-]+\s+){1,6}(?:should|must|shall)\b)",
    re.IGNORECASE,
)
_OPENS = re.compile(rf"(?:that\s+)?{_OPENER}\b", re.IGNORECASE)
_IT = re.compile(
    r"(?:(?:,|\s)\s*)(?:it|they|(?:its|their|all)?\s*(?:officers|staff|practitioners|managers|workers"
    r"|clinicians|nurses|teams))\s+(?:should|must|will|shall|needs?\s+to|ought\s+to)\b",
    re.IGNORECASE,
)
# "The Trust, with the Council, should": who does it together with the one asked.
_TOGETHER = any_of("""
    (?:together |along |jointly |working )?with / alongside / supported by / joined by
    (?:working )?in (?:partnership|conjunction|collaboration) with
    with (?:the )?(?:support|help|assistance|involvement) (?:of|from)
""")
_HELPED = re.compile(
    rf",\s+{_TOGETHER}\s+(?P<who>(?:(?:all|each|every)\s|(?:the\s+)?(?-i:[A-Z]))[^,.;]{{3,90}}),",
    re.IGNORECASE,
)
_HELPED_FIRST = re.compile(
    rf"(?:that\s+)?{_TOGETHER}\s+(?P<who>(?:(?:all|each|every)\s|(?:the\s+)?(?-i:[A-Z]))[^,.;:]{{3,90}}),\s",
    re.IGNORECASE,
)
_ASIDE_WITHIN = re.compile(
    r",\s+and\s+(?:its|any|their)\s+(?:\w+\s+)?successors?,|,\s+or\s+(?:its|any)\s+\w+,"
    r"|,\s+(?:with|through|via|alongside|together with|along with|supported by|led by|working with"
    r"|in (?:partnership|consultation|conjunction|collaboration|liaison|discussion) with"
    r"|as|where|when|within|by|for|if|having|after|before|following)"
    r"\s[^,.;]{3,90},"
)


@dataclass(frozen=True, slots=True)
class Opened:
    """A recommendation without what stands before its subject, and the clause that stood there.

    `of_clause` says that the subject only takes up one that the clause names: "When the Trust
    closes a case, it should ..."; `helped_by` is who does it together with the one asked.
    """

    words: str
    clause: str = ""
    of_clause: bool = False
    helped_by: str = ""


def opened(words: str) -> Opened:
    """Return a recommendation from its subject on."""
    led = _without_lead_up(words)
    helped = _HELPED_FIRST.match(led) or _HELPED.search(led)
    from_subject = _from_subject(_ASIDE_WITHIN.sub("", led, count=1))
    return replace(from_subject, helped_by=helped["who"] if helped else "")


def _from_subject(said: str) -> Opened:
    clause = ""
    while match := _CLAUSE.match(said):
        clause, said = clause + match.group(), said[match.end() :]
    if clause:
        return Opened(said, clause, of_clause=_IT.match(f" {said}") is not None)
    if _OPENS.match(said) and (it := _IT.search(said)):
        return Opened(said[it.start() :].strip(" ,"), said[: it.start()], of_clause=True)
    return Opened(said)


def opens_with_clause(words: str) -> bool:
    """Return whether words open with a clause ("Within three months the Trust should")."""
    return _OPENS.match(words) is not None


def _without_lead_up(words: str) -> str:
    """Return what is recommended, from "that" on where the words say that they recommend it."""
    said = words[_end_of(_WHEN, words) :]
    said = said[_end_of(_ADVERBS, said) :]
    if later := _LATER.search(said):
        said = said[later.end() :]
    recommends = _RECOMMENDS.match(said)
    if recommends is None:
        return said
    said = said[recommends.end() :]
    return said if recommends["that"] else f"that {said}"


def _end_of(pattern: re.Pattern[str], words: str) -> int:
    """Return where the match of `pattern` at the start of `words` ends, 0 where there is none."""
    match = pattern.match(words)
    return match.end() if match else 0
