"""What a section's place in the report says of its role, where its heading would say another."""

import re
from collections.abc import Sequence

from caseview.domain.section import SectionRole
from caseview.readers.wording import any_of, whole_words

_R = SectionRole
# What a report opens with introduces it, though its heading promises the case itself.
_INTRODUCES = whole_words(r"""
    context / circumstances / summary / outline / overview / the case / (?:this|the) report
    (?:this|the) review / homicide / incident / deaths? / what is this
""")
_RELATIVE = any_of("""
    mum / dad / mother / father / family / families / parents? / sisters? / brothers? / sons?
    daughters? / friends?
""")
_VOICE = re.compile(
    any_of(rf"""
    \bwords? (?:from|of|by) / \bmessage from\b
    \bin (?:his|her|their|the|\w+['’]s) (?:(?:own|\w+['’]s) )?words\b
    ^from (?:his|her|their|our|the|\w+['’]s) {_RELATIVE}\b / ['’]s (?:last|own|final) words?\b
    \bwould like (?:to say|you to know|people to know) / \bwish(?:es|ed)? to (?:say|be known)\b
    ^what (?:the |his |her |their |\w+['’]s )?(?:\w+ )?{_RELATIVE} (?:said|say|told us|wanted)\b
    \bwants? (?:you|people|others|readers) to (?:know|hear|remember)\b
    """),
    re.IGNORECASE,
)
_CIRCULATES = whole_words("publication / dissemination / distribution / circulation / has seen")
_CONTENTS = re.compile(r"\W*(?:table of )?(?:contents|index)\W*", re.IGNORECASE)
_SEVERAL = re.compile(
    r"(?:the\s+)?(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\d{1,2})\s+(?:young\s+)?"
    r"(?:people|persons|men|women|children|boys|girls|babies|infants|adults|brothers|sisters"
    r"|siblings|families|residents|patients|couples|lives)",
    re.IGNORECASE,
)
_TIME = any_of(r"""
    january / february / march / april / may / june / july / august / september / october / november
    december / spring / summer / autumn / winter / (?:19|20)\d\d
""")
# A heading that is a stretch of time: "January to September 2021", "2018 and 2019", "Spring".
_STRETCH = re.compile(
    rf"(?:(?:from|between|the|early|late|mid)[\s-]+)*{_TIME}"
    rf"(?:[\s,/–—-]+(?:to|until|and|of|the|early|late|mid|{_TIME}))*",
    re.IGNORECASE,
)
_EQUALITY = whole_words("equality / diversity / protected characteristics")
_EVENTS = frozenset({_R.CHRONOLOGY, _R.ANALYSIS})
_ASKED = frozenset({_R.RECOMMENDATIONS, _R.ACTION_PLAN})


def is_aside(heading: str) -> bool:
    """Return whether a section (contents, who got the report) says nothing of where it stands."""
    return _CONTENTS.fullmatch(heading) is not None or _CIRCULATES.search(heading) is not None


def equality_role(heading: str, role: SectionRole, seen: Sequence[SectionRole]) -> SectionRole:
    """Return analysis for a section on equality once events are told; it is method before."""
    weighed = _EQUALITY.search(heading) and not _EVENTS.isdisjoint(seen)
    return _R.ANALYSIS if role is _R.METHODOLOGY and weighed else role


def may_introduce(role: SectionRole, seen: Sequence[SectionRole]) -> bool:
    """Return whether a section of this role may be what a report opens with."""
    return role in {_R.BACKGROUND, _R.CHRONOLOGY} and _is_first(seen)


def _is_first(seen: Sequence[SectionRole]) -> bool:
    return set(seen) <= {_R.FRONT_MATTER}


def placed_role(
    heading: str, role: SectionRole, seen: Sequence[SectionRole], *, events: bool = False
) -> SectionRole:
    """Return the role of a top section with its place in mind; `seen` are the roles before it.

    What comes first introduces; somebody's own words are a tribute at the start, a conclusion
    after what is recommended, and background between. Who gets the report is told at its end.
    `events` says that the section tells when things happened, as no later one does.
    """
    first, after = _is_first(seen), not _ASKED.isdisjoint(seen)
    if _VOICE.search(heading):
        return _R.FRONT_MATTER if first else _R.FINDINGS if after else _R.BACKGROUND
    if _SEVERAL.fullmatch(heading):
        return _R.BACKGROUND if seen else _R.FRONT_MATTER
    if _STRETCH.fullmatch(heading) and _R.ANALYSIS not in seen:
        return _R.CHRONOLOGY if seen else _R.FRONT_MATTER
    if may_introduce(role, seen) and _INTRODUCES.search(heading):
        return _R.CHRONOLOGY if events else _R.FRONT_MATTER
    if after and role in {_R.FRONT_MATTER, _R.FINDINGS} and _CIRCULATES.search(heading):
        return _R.APPENDIX
    return role
