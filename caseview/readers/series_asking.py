"""Which paragraphs can belong to a series that asks, and how much of one has to ask."""

import re
from collections.abc import Iterable
from dataclasses import replace

from caseview.domain.document import ParagraphStyle
from caseview.domain.passage import Passage
from caseview.domain.section import SectionRole
from caseview.readers.asking_words import OPENS, TO_BE_DONE, asks, opening_sentence
from caseview.readers.lines import fold
from caseview.readers.recommended_items import opens_with_body
from caseview.readers.recommended_labels import CODED
from caseview.readers.recommended_telling import tells_only
from caseview.readers.told_sections import of_other_reviews
from caseview.readers.wording import any_of, whole_words

_NOT_OURS = frozenset({
    SectionRole.IMPROVEMENT,
    SectionRole.TERMS_OF_REFERENCE,
    SectionRole.GLOSSARY,
    SectionRole.ACTION_PLAN,
})
_READ = frozenset({ParagraphStyle.BODY, ParagraphStyle.LIST_ITEM})
# What was thought of and not recommended, what the law or a family asks, what staff may learn.
_NOT_MADE = re.compile(
    any_of(r"""
    \bnot (?:made|adopted|to recommend) / \bdecided? against / \brejected\b / \bdid not recommend
    """),
    re.IGNORECASE,
)
_ASKED_BY_OTHERS = whole_words(r"""
    family['’]?s? / families / mother / father / parents? / sister / brother / daughter / son
    relatives? / legal / law / legislation / guidance / practice points? / good practice
    for practitioners / policy at / letter from
""")
# "(recommendation 5)" behind an entry of a summary.
_REFERS = re.compile(r"[(\[](?:see )?recommendations? \d[^()\[\]]*[)\]]\W*$", re.IGNORECASE)
_NUMBER = re.compile(
    rf"\s*(?:[(\[]?(?P<code>{CODED})[)\]]?\s*[.:)–—-]*\s+(?=[A-Z“\"'])"
    r"|\(?(?P<count>\d{1,2}(?:\.\d{1,2}){0,2}|[a-z]|[A-Z]|[ivx]{1,5})[.)\]:]*\s+(?=[A-Z]))"
)
_MODAL = r"(?:should|must|shall|needs? to)\b"
_FIRST_ASKED = re.compile(rf".{{3,}}?\b{_MODAL}")
# "a list of those who should be called": what should be done is only said of something.
_SAID_ASIDE = re.compile(
    rf".{{3,}}?\b(?:who|which|whether|that|if|what|why|how)\b[^.:;,]*?\b{_MODAL}"
)
# "To send a child away is to say ...".
_IS_SAID = re.compile(r"to\b[^.:;,]*\b(?:is|was)\b")
_LEAST_WORDS = 4
MOST = 0.7
"""The share of a series that has to ask."""


def is_ours(passage: Passage) -> bool:
    """Return whether a paragraph stands where a report may say what it recommends itself."""
    told = passage.restated or passage.role in _NOT_OURS or of_other_reviews(passage.heading)
    return not told and _NOT_MADE.search(passage.heading) is None


def is_read(passage: Passage) -> bool:
    """Return whether a paragraph can be one of a series without a label of its own."""
    others = _ASKED_BY_OTHERS.search(passage.heading) or _REFERS.search(passage.text)
    return passage.style in _READ and is_ours(passage) and others is None


def number_typed(passage: Passage) -> str:
    """Return the number or code that a paragraph prints or opens with, "" where it has none."""
    return behind_number(passage).printed.strip("().")


def says(passage: Passage) -> bool:
    """Return whether a paragraph is long enough to ask for something."""
    return len(passage.text.split()) >= _LEAST_WORDS


def asks_first(passage: Passage) -> bool:
    """Return whether the first sentence of a paragraph asks for something."""
    words = _first_sentence(passage)
    said = _IS_SAID.match(fold(words)) or words.rstrip().endswith(("?", ":"))
    return asks(words) and not said and not tells_only(fold(words))


def opens_by_asking(passage: Passage) -> bool:
    """Return whether a paragraph opens with a body and what it should do, or with what to do."""
    words = _first_sentence(passage)
    if words.rstrip().endswith(("?", ":")) or not says(passage):
        return False
    plain = fold(words)
    if OPENS.match(plain):
        return _IS_SAID.match(plain) is None
    if TO_BE_DONE.match(plain):
        return True
    first, aside = _FIRST_ASKED.match(plain), _SAID_ASIDE.match(plain)
    if first and aside and first.end() == aside.end():
        return False
    return opens_with_body(behind_number(passage))


def most(verdicts: Iterable[bool], *, fewest: int = 2, share: float = MOST) -> bool:
    """Return whether at least `fewest` of some members ask, and that `share` of them."""
    told = list(verdicts)
    return sum(told) >= max(fewest, share * len(told))


def behind_number(passage: Passage) -> Passage:
    """Return a paragraph without the number or code that it opens with, as if that were printed."""
    match = None if passage.printed else _NUMBER.match(passage.text)
    if match is None:
        return passage
    words, number = passage.text[match.end() :], match["code"] or match["count"]
    return replace(passage, text=words, start=passage.start + match.end(), printed=number)


def _first_sentence(passage: Passage) -> str:
    return opening_sentence(behind_number(passage).text)
