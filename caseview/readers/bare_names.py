"""The name of a body without what stands beside it: who helps, when, where, an article."""

import re

from caseview.readers.lines import fold
from caseview.readers.wording import any_of

# What a body works through or with says nothing about whom the words are for.
_ASIDE = re.compile(
    r",?\s+(?:and\s+)?"
    + any_of("""
    [Tt]hrough / via / together with / working with / working together / supported by / as part of
    in (?:partnership|conjunction|collaboration|consultation) with / alongside / in its / in their
    in (?:all|any|each|both) of (?:its|their)
    with (?:the )?(?:support|help|assistance|involvement|input|advice|agreement) (?:of|from)
    with (?:its|their|other|all|partner|the other)
    """)
    + r"\b.*$",
    re.DOTALL,
)
# "The Trust, when it discharges a patient": when is no part of who.
_WHEN_IT = re.compile(r",\s+(?:when|where|if|which|who|before|after|as|once|until)\b.*$", re.DOTALL)
# "Both the Trust and", "the Trust itself", "the Trust should also": no part of the name.
_JOINTLY = re.compile(r"(?:both|jointly|together|separately)\b,?\s+", re.IGNORECASE)
_BESIDE = re.compile(
    r"\s+(?:to\s+(?:lead|act|action|deliver|take\s+forward)|also|therefore|now|locally|nationally|itself|themselves|jointly|together|each|both|all|then|and)$",
    re.IGNORECASE,
)
# "All agencies that have more than fifty staff".
_THAT_HAVE = re.compile(
    r",?\s+(?:that|which|who)\s+(?:have|has|had|are|is|was|were|did|do|does|took|takes?|holds?|works?)\b.*$"
)
# "All GP practices in the area": where they are says nothing more of who they are.
_IN_AREA = re.compile(
    r",?\s+(?:(?:registered|based|working|operating)\s+)?(?:in|across|within)\s+(?:the|this|its)\s+"
    r"(?:local\s+)?(?:area|locality)$"
)
# "Marsford Council (Housing Options)": which part of it is to act.
_PART = re.compile(
    r"(?P<whole>\b(?:Council|Trust|Police|Constabulary|Hospitals?|ICB|CCG|Board|NHS(?: [A-Z]\w+)+))"
    r"\s+[(\[](?![^()]*\b(?:Council|Trust|Police|Constabulary|NHS)\b)[A-Za-z][^()\[\]]{3,60}[)\]]"
)
# "Marsford Council (commissioner)", "(as employers)".
_ACTING_AS = re.compile(
    r"(?<=[a-z])\s+[(\[](?:as\s+)?(?:the\s+)?(?:(?:lead|joint|main|sole)\s+)?"
    r"(?:commissioners?|employers?|landlords?|leads?|chairs?|providers?|responsible authority"
    r"|joint(?:ly)?|both|shared|together)[)\]]"
)
_INITIALS = re.compile(r"\s*\((?:the\s+)?[A-Z][A-Za-z&]*[A-Z]s?\)$")
# "Each agency" is asked as "all agencies" are.
_EACH = re.compile(
    r"(?:each|every)\s+(?P<one>(?:partner\s+)?(?:agency|partner|organisation|school))"
)
_EVERY = {"agency": "agencies", "partner": "partners"}
_ARTICLE = re.compile(r"(?:the(?:\s+same)?|both|each of|that)\s+", re.IGNORECASE)


def every_one(words: str) -> str:
    """Return "All agencies" for "each agency" and the like, "" for other words."""
    each = _EACH.fullmatch(fold(words))
    if each is None:
        return ""
    first, _, last = each["one"].rpartition(" ")
    return " ".join(filter(None, ("All", first, _EVERY.get(last, f"{last}s"))))


def without_capacity(who: str) -> str:
    """Return names without what says in brackets as what they act: "(commissioner)"."""
    return _ACTING_AS.sub("", who)


def bare_name(who: str) -> str:
    """Return words that name who is asked, without who helps, when, and what stands beside."""
    whole = _PART.sub(lambda match: match["whole"], without_capacity(re.sub(r"\s+", " ", who)))
    bare = _WHEN_IT.sub("", _ASIDE.sub("", whole)).strip(" ,")
    bare = _BESIDE.sub("", _INITIALS.sub("", _IN_AREA.sub("", _THAT_HAVE.sub("", bare))))
    jointly = _JOINTLY.match(bare)
    return bare[jointly.end() :] if jointly else bare


def titled(name: str) -> str:
    """Return the name without its article, its first letter large."""
    article = _ARTICLE.match(name)
    bare = name[article.end() :] if article else name
    return bare[:1].upper() + bare[1:]
