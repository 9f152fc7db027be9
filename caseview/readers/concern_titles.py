"""What a paragraph of a concerns box does: heads a concern, names a body, asks, or leads on."""

import re

from caseview.readers.addressed_words import ORGANISATION
from caseview.readers.concern_blocks import Block
from caseview.readers.lines import fold
from caseview.readers.wording import any_of, whole_words

# A line that turns from the evidence to the coroner's own concerns.
_TURNS = re.compile(
    any_of(r"""
    (?:and )?(?:(?:therefore|accordingly),? )?i (?:\w+ )?(?:am|was|remain) (?:\w+ )?concerned
    i (?:therefore )?have (?:the following )?(?:significant |particular )?concerns?
    (?:therefore,? )?(?:my|the coroner's|the) (?:main|specific|particular|principal|own)? ?concerns?
    (?:the )?matters? (?:of|giving rise to) (?:my )?concerns?
    (?:the following|these) (?:are|is) (?:my|the) (?:matters? of )?concerns?
    (?:in my opinion,? )?the following (?:are )?(?:matters? of )?concerns?
    """)
    + r"\b[^.]{0,110}(?:[:\-–]|that|(?:as follows|the following|below)\.?)\W*$"
)
_HEARD = re.compile(
    any_of(r"""
    (?:during|in the course of|at) th(?:e|is) inquest,? (?:the )?evidence (?:was|showed|revealed)
    (?:the )?(?:inquest|court|jury) heard / i heard / evidence was (?:heard|given)
    the evidence was
    """)
    + r"\b[^.]{0,80}:[\s\-–]*$"
)
# A paragraph that asks for something, after the concerns.
_REQUEST = re.compile(
    r"(?:accordingly,? |therefore,? )?i (?:would |do |must |should )?(?:(?:therefore|also) )?"
    r"(?:respectfully )?(?:request|invite|ask|suggest|recommend|urge|wonder if you)\b"
)
# Words of a sentence, and no title.
_TELLS = whole_words(r"""
    is / are / was / were / be / been / has / have / had / did / does / do / not / should / could
    would / may / might / must / i / he / she / they / we / it / that / there / who / heard / told
""")
_FOR_WHOM = re.compile(r"(?:for|to|re|as to|regarding)\b", re.IGNORECASE)
_TO_NAME = re.compile(
    r"(?:[Ff]or|FOR|[Tt]o|TO)(?: (?:[Tt]he|THE|[Aa]nd|AND|of|OF|[A-Z][\w’'/&-]*))+"
)
_SHORT_NAME = re.compile(r"[A-Z]{2,7}")
_ENDS = (".", ";", ",", "?", "!")
_TITLE_WORDS = 9
_TITLE_LENGTH = 75
LONGEST_LEAD = 160
"""How many letters words may have that only announce what follows."""


def plain(text: str, block: Block) -> str:
    """Return the words of a block, folded."""
    return fold(text[block.start : block.end])


def turns(text: str, block: Block) -> bool:
    """Return whether a block only announces the coroner's own concerns ("My concerns are:")."""
    words = plain(text, block)
    return len(words) <= LONGEST_LEAD and _TURNS.match(words) is not None


def leads_to_evidence(text: str, block: Block) -> bool:
    """Return whether a block only announces what was heard ("Evidence was heard that:")."""
    return _HEARD.match(plain(text, block)) is not None


def asks(text: str, block: Block) -> bool:
    """Return whether a block asks that something be done, and states no concern."""
    return _REQUEST.match(plain(text, block)) is not None


def is_title(text: str, block: Block) -> bool:
    """Return whether a block is a heading: a few words without a verb, on a line of their own."""
    words = text[block.start : block.end].strip()
    if block.bullet or "\n" in words or len(words) > _TITLE_LENGTH or words.endswith(_ENDS):
        return False
    shaped = words[:1].isupper() and len(words.split()) <= _TITLE_WORDS
    return shaped and _TELLS.search(words) is None and "[REDACTED]" not in words


def names_a_body(text: str, block: Block) -> bool:
    """Return whether a heading says whom the concerns below it are for, and not what about."""
    words = text[block.start : block.end].strip(" :.-–")
    if ORGANISATION.search(words.rsplit(maxsplit=1)[-1]):
        return True
    if _SHORT_NAME.fullmatch(words) or _TO_NAME.fullmatch(words):
        return True
    return _FOR_WHOM.match(words) is not None and ORGANISATION.search(words) is not None
