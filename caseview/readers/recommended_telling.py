"""Paragraphs among recommendations that tell something, and ask for nothing."""

import re

from caseview.readers.numbers_in_words import NUMBER_WORD
from caseview.readers.wording import any_of

# What those who write say of themselves.
_OF_US = re.compile(
    r"(?:(?:we|i|(?:the|this) (?:panel|review|reviewers?|author|partnership)"
    r"(?: and the (?:panel|reviewers?|author))?)\s+(?:also\s+)?"
    r"(?:considered|thought|gave thought|talked|spoke|met|discussed|makes?|made|have|had|did|do"
    r"|does|were|was|note[sd]?|welcomed?s?"
    r"|wondered?|debated|heard|thanks?|extends?|offers?"
    r"|(?:would like|wish(?:es)?) to (?:thank|record|express|extend|offer|acknowledge))\b"
    r"(?!.*\brecommend(?:s|ation)?,? (?:\w+,? )?that\b)(?!.*\brecommendations?[^.:]{0,40}: \S))"
)
_WRITERS = r"(?:panel|review(?:er)?s?|author)"
# What they say of the recommendations: where they stand, who agreed to them, who made others.
_THEM = (
    r"(?:these|they|all of (?:these|them)"
    r"|the (?:\w+ ){0,2}?(?:recommendations|table|actions|list|columns?)(?: (?:below|above|here))?)"
)
_STAND = (
    r"(?:(?:were|was|have been|has been|sets? out|shows?|lists?)"
    r"|are (?:set|shown|grouped|numbered|listed|arranged|given|printed))"
)
_AGREED = (
    r"(?:has|have) (?:now |already |all )?(?:accepted|adopted|agreed|endorsed|approved)"
    r"(?: to| with)? (?:all |each |both )?(?:of )?(?:these|them|the recommendations)"
)
_THOSE_BELOW = r"(?:the following|what follows|these|those (?:below|that follow))"
_FOR = r"(?:for|addressed to|directed (?:to|at)|meant for|intended for|asked of|made to)"
_PUBLISHED = (
    r"(?:is|are|has been|have been|will be) (?:being )?(?:published|printed|available|found)"
    r" (?:separately|apart|beside|alongside|with|next to|on|at|in)"
)
_OF_THEM = re.compile(
    any_of(rf"""
    {_THEM} {_STAND}\b
    there (?:are|were) (?:\w+ ){{1,3}}(?:that |which )?(?:we|the (?:panel|review)) recommend
    (?:against|under|below|beside|behind) (?:each|every) (?:\w+ )?(?:heading|recommendation|one)\b
    [^.]{{2,80}} {_AGREED}\b
    (?:learning|practice) points?(?: \d{{1,2}}| \w+)?[.:]
    {_THOSE_BELOW}(?: \w+){{0,3}}? (?:is|are) {_FOR} (?!.*: \S)
    [^.]{{0,80}}\b(?:responses?|action plans?)\b[^.]{{0,60}} {_PUBLISHED}\b
    [^.]{{0,60}}\bno (?:\w+ )?recommendations?\b
    the (?:\w+[ -]){{0,3}}columns? (?:says?|shows?|gives?|tells?|sets? out|holds?)\b
    [^.]{{2,60}}\brecommendations are (?:in|at|on|below|set|listed|shown|found)\b
    [^.]{{2,80}}\bcontain(?:s|ed)? (?:between them )?(?:\w+ ){{1,3}}recommendations\b
    there (?:is|are) (?:\w+ ){{1,3}}(?:matters?|things?|areas?|points?|issues?)\b
    [^.]{{2,60}}? (?:asked|told|urged|wanted|reminded) (?:us|(?:the|this) {_WRITERS})\b
    there (?:was|were|had been|used to be) (?!(?:\w+ ){{0,3}}recommend)
    it (?:was|has been|had been) (?:also )?(?:suggested|proposed|put)\b[^.]{{0,60}}\bthat\b
    [^.:]{{2,60}}\b(?:proposed|suggested) (?:to [^.]{{2,60}} )?that\b
    in (?:\w+ )?(?:19|20)\d\d,? [^.]{{2,80}}\b(?:made|recommended)\b
    in (?:a|an|the|its) (?:\w+ )?(?:review|report)\b[^.]{{2,80}}\bit was recommended\b
    [^.]{{2,80}}\bhad (?:already |also )?(?:recommended|made (?:\w+ ){{0,3}}recommendations?)\b
    """)
)
# "Lesson 1 – Agencies need to see ...", "Key learning three: ...": what was learned.
_LESSON = re.compile(
    r"(?:key\s+)?(?:lessons?|learning)(?:\s+learn(?:ed|t))?\s+(?:no\.?\s*)?"
    rf"(?:\d{{1,2}}(?:\.\d{{1,2}})?|[a-h]|{NUMBER_WORD})\s*[.:)–—-]\s*"
)
_FIRST_SENTENCE = re.compile(r".*?[.!?][\"')]*(?:\s|$)", re.DOTALL)
_ASKS_YET = re.compile(r"\bshould\b|\b(?:is|are) asked to\b")


def tells_only(plain: str) -> bool:
    """Return whether a folded paragraph tells of its writers or of recommendations, and asks none.

    One that goes on to say what should be done does ask: "In 2014 it was recommended that ... The
    Board should see why that was not done."
    """
    if _OF_US.match(plain):
        return True
    lesson = _LESSON.match(plain)
    if lesson is None and _OF_THEM.match(plain) is None:
        return False
    first = _FIRST_SENTENCE.match(plain, lesson.end() if lesson else 0)
    return first is None or _ASKS_YET.search(plain, first.end()) is None
