"""Which words ask for something to be done, and which open a list of what is asked."""

import re

from caseview.readers.asked_bodies import DO
from caseview.readers.lines import fold
from caseview.readers.wording import any_of, whole_words

_ASKS = whole_words(r"""
    should(?!\s+(?:not\s+|also\s+)?have\b) / must(?!\s+(?:not\s+)?have\b)
    recommend(?:s|ed)? / recommendation is / needs? to / ought to / shall
    (?:is|are) (?:also |then |now )?to / it is for [^.;:]{3,80} to
    would be (?:helpful|useful|beneficial|good|wise|advisable) (?:if|for|to)
    (?:may|might) wish to / (?:could|might) (?:usefully )?consider
    would (?:benefit from|do well to)
    (?:of|from) [^.;:]{3,80} we ask / (?:we|panel|review) asks? (?:of|that)
    (?:is|are) (?:asked|invited|urged|encouraged|required|requested|advised) to
""")
# "Each service required that he should ask first": what somebody made of another then.
_MADE_OF = re.compile(
    r"(?<!is )(?<!are )(?<!be )\b(?:required|expected|assumed|supposed|insisted|demanded|meant"
    r"|presumed) that [^.;:]*"
)
# "All partners to provide ...": nothing is said before it that was done.
WAS_DONE = any_of("""
    has / have / had / was / were / is / are / wants? / wishes / hopes? / chose / decided / tried
    asked / told / invited / agreed / began / continued / helped / allowed / failed / used / able
    unable / seemed / appeared / refused / came / went / encouraged / advised / managed / needed
    met / sat / wrote / spoke / talked / gathered
""")
"""A pattern for verbs of what was or is so, before which "to" asks for nothing."""
_TO_DO = re.compile(rf"(?:(?!\b{WAS_DONE}\b)[^.:;]){{2,160}}?\bto\s+(?:\w+ly\s+)?{DO}\b")
COMES_ABOUT = any_of("""
    may / might / can / could / would / made / makes / caused / causes / enabled / enables / allows
    possible / likely / due
""")
"""A pattern for words that say how something comes to be done, and ask for none of it."""
# "A visitor is to be kept on", "Keys to be counted": what is to be done with something.
TO_BE_DONE = re.compile(
    rf"(?!to\b)(?:(?!\b(?:{WAS_DONE}|{COMES_ABOUT}|who|which|that|aims?|purpose|role|task|question|point|intention)\b)"
    r"[^.:;,]){2,90}?\s(?:(?:is|are)\s+(?:also\s+)?(?:not\s+)?to\s+[a-z]|(?:not\s+)?to\s+be\s+\w+\s+\S)"
)
"""A pattern for words that open with what is to be done with something."""
_SENTENCE_END = re.compile(r"(?<=[.?!])\s+(?=[A-Z])")
_COUNTED = re.compile(
    r"^(?:first|second|third|fourth|fifth|sixth|final|last)(?:ly)?,\s+(?:and\s+\w+,\s+)?"
)
OPENS = re.compile(rf"(?:to\s+)?(?:{DO}|ask|make|that)\b")
"""A pattern for words that open with what is to be done: "Keep a list", "To keep a list"."""
_ANNOUNCES = re.compile(r"\brecommend(?:s|ed|ations?)?\b[^:.]{0,110}:\s*$")
# "The authors recommend that:", "In this domain we recommend the following:".
_RECOMMENDS = re.compile(
    r"(?:^|[.!?,]\s|\b)(?:is|are|we|i|it|authors?|panel|review(?:er)?s?|board|partnership|chair)\s"
    r"(?:(?!not\b)\w+\s){0,2}recommend(?:s|ed)?"
    r"(?:(?P<that>\s+that)\W*|\s+(?:the\s+following|as\s+follows)\s*:\s*|\s*:\s*)$"
)


def announces(words: str) -> bool:
    """Return whether a paragraph opens a list of recommendations ("It is recommended that:")."""
    return _ANNOUNCES.search(fold(words)) is not None


def recommends_below(words: str) -> bool:
    """Return whether words end by recommending what stands below them, of nobody by name."""
    return _RECOMMENDS.search(fold(words)) is not None


def recommends_that(words: str) -> bool:
    """Return whether such words end in "that", so that each entry below is a clause."""
    match = _RECOMMENDS.search(fold(words))
    return match is not None and match["that"] is not None


def opening_sentence(words: str) -> str:
    """Return the first sentence of a text, up to where a capital opens the next."""
    return _SENTENCE_END.split(words, maxsplit=1)[0]


def asks(words: str) -> bool:
    """Return whether words ask for something to be done, rather than tell what was."""
    plain = _MADE_OF.sub("", _COUNTED.sub("", fold(words), count=1))
    opens = (OPENS, _TO_DO, TO_BE_DONE)
    return _ASKS.search(plain) is not None or any(one.match(plain) for one in opens)
