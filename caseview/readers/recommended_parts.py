"""Paragraphs that hold several recommendations, parted where each begins."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from caseview.domain.document import ParagraphStyle
from caseview.domain.passage import Passage
from caseview.domain.section import SectionRole
from caseview.readers.asking_words import asks
from caseview.readers.assemble import PARAGRAPH_GAP
from caseview.readers.recommended_asides import says_of_it
from caseview.readers.recommended_labels import R_NUMBER
from caseview.readers.told_sections import CONCLUDING

# "... asked. Recommendation 2: The Trust ..."; a line of its own may have run on without a colon.
_WITHIN = re.compile(
    r"(?:[.;:!?”\"]\s+|\n)(?=Recommendation\s+(?:no\.?\s*)?(?:\d{1,2}|(?-i:[A-Z]))"
    r"(?:\s*[:.–—-]\s|\s*$|\s+(?-i:[A-Z])))",
    re.IGNORECASE,
)
# "Recommendation 2 (Marsford Council and West" above "Vale Police): Agree how ...".
_LABEL_OPEN = re.compile(
    r"Recommendations?\s+(?:(?:no\.?\s*)?[A-Z]{0,3}\d{1,2}[a-z]?\s*\([^()]{3,120}"
    r"|(?:to|for)\s[^:.]{3,120})",
    re.IGNORECASE,
)
_NAME_ENDS = re.compile(r"[^():.]{2,90}[):]")
_SENTENCE = re.compile(r"[.;!?”\"]\s+(?=[A-Z])")
# "(a)" on a line of its own, above its words.
_MARK = re.compile(r"\((?:[a-z]|[ivx]{1,4}|\d{1,2})\)")
# "First, the Trust should ... Secondly, the Board should ..." in one paragraph.
_FIRST = re.compile(
    r"(?:^|[.:]\s+)(?P<first>(?:first|second|third|fourth|fifth|sixth)(?:ly)?,"
    r"|(?:our|the)\s+first\b[^.]{0,20}\bis\b)",
    re.IGNORECASE,
)
_NEXT = re.compile(
    r"[.;]\s+(?=(?:and\s+)?(?:second|third|fourth|fifth|sixth|final|last)(?:ly)?,"
    r"|(?:our|the)\s+(?:second|third|fourth|fifth|final|last)\b[^.]{0,20}\bis\b)",
    re.IGNORECASE,
)
# "It recommends, first, that the Trust ...", behind what only leads up to it; "Secondly, that ...".
_FIRST_THAT = re.compile(
    r"(?:(?:^|(?<=[.!?]\s))(?:it|we|i|the\s+(?:panel|review|reviewers?|author))\s+recommends?,?\s+"
    r"first(?:ly)?,?\s+|^(?:second|third|fourth|fifth|sixth|final|last)ly,?\s+)(?=that\s)",
    re.IGNORECASE,
)
# "These are that the Trust ...; and that the Board ...".
_THESE_ARE = re.compile(r"(?:^|(?<=[.!?]\s))(?:these|they)\s+are:?\s+(?=that\s)", re.IGNORECASE)
_AND_THAT = re.compile(r";\s+(?:and\s+)?(?=that\s+(?!it\b|they\b|this\b))")
# "The review recommends (1) that ...; (2) that ...", "recommends that: 1. The Trust ... 2. ...".
_ENUMERATED = re.compile(
    r"(?<=[\w:;,.])\s+\(?(?P<count>\d{1,2}|[ivx]{1,4}|[a-h])[.)]\s+(?=(?:that|to|the)\s|[A-Z])"
)
_RECOMMENDS = re.compile(r"\brecommend(?:s|ed|ations?)?\b", re.IGNORECASE)
_JOINS = re.compile(r"(?:\s*[;,])?(?:\s+and)?\s*$")
_COUNTS = (
    tuple(str(n) for n in range(1, 30)),
    ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii"),
    tuple("abcdefgh"),
)
_FEWEST = 2
_RECOMMENDING = CONCLUDING | {SectionRole.RECOMMENDATIONS}
# "S1.", "(3)", "BP-2:", "7.2": what counts an entry, before a capital.
_COUNT = re.compile(
    r"[(\[]?(?P<word>[A-Z]{1,4}[ .–-]?|\d{1,2}\.)?(?P<count>\d{1,2})[)\]]?[.:)]*(?:\s+[–—-])?"
    r"\s+(?=[A-Z“\"'])"
)
_WITHIN_R = re.compile(r"[.;!?”\"]\s+(?=R\d{1,2}[:.]?\s+[A-Z])")


def parted(passages: Sequence[Passage]) -> Iterator[Passage]:
    """Yield the passages, cut where a label opens a sentence inside one.

    A page without gaps between its paragraphs runs them together.
    """
    for passage in map(_from_that, _marked(list(_whole_labels(passages)))):
        if entries := list(_enumerated(passage)):
            yield from entries
            continue
        if clauses := _clauses(passage.text):
            for begin, end in clauses:
                yield _part(passage, begin, end)
            continue
        if entries := list(_counted_on(passage)):
            yield from entries
            continue
        counted = _counted_within(passage.text)
        cuts = counted or _labels_within(passage)
        if not cuts or passage.style is not ParagraphStyle.BODY:
            yield passage
            continue
        for begin, end in pairwise([0, *cuts, len(passage.text)]):
            part = _part(passage, begin, end)
            yield replace(part, printed="") if begin and not counted else part


def _labels_within(passage: Passage) -> list[int]:
    """Return where labels open a sentence, and among recommendations what is said of one."""
    within = _WITHIN_R if R_NUMBER.match(passage.text) else _WITHIN
    cuts = {match.end() for match in within.finditer(passage.text)}
    if passage.role is SectionRole.RECOMMENDATIONS:
        opens = (match.end() for match in _SENTENCE.finditer(passage.text))
        cuts.update(begin for begin in opens if says_of_it(passage.text[begin:]))
    return sorted(cuts)


def _whole_labels(passages: Sequence[Passage]) -> Iterator[Passage]:
    """Yield the passages, a label whose line ended amid a name with the paragraph below it."""
    held: Passage | None = None
    for passage in passages:
        if held is not None and passage.start - held.end == len(PARAGRAPH_GAP):
            rest = _NAME_ENDS.match(passage.text)
            if rest is not None and rest.group()[-1] == (")" if "(" in held.text else ":"):
                words = f"{held.text}{PARAGRAPH_GAP}{passage.text}"
                yield replace(held, end=passage.end, text=words, style=ParagraphStyle.BODY)
                held = None
                continue
        if held is not None:
            yield held
        held = passage if _LABEL_OPEN.fullmatch(passage.text) else None
        if held is None:
            yield passage
    if held is not None:
        yield held


def _marked(passages: Sequence[Passage]) -> Iterator[Passage]:
    """Yield the passages, a mark that stands alone above its words as what is printed before."""
    mark = ""
    for passage in passages:
        asked = passage.role is SectionRole.RECOMMENDATIONS
        if asked and _MARK.fullmatch(passage.text.strip()):
            mark = passage.text.strip()
            continue
        entry = replace(passage, printed=mark, style=ParagraphStyle.LIST_ITEM)
        yield entry if mark else passage
        mark = ""


def _enumerated(passage: Passage) -> Iterator[Passage]:
    """Yield what leads up to the entries that a sentence counts, and each with its number."""
    if passage.role not in _RECOMMENDING or not _RECOMMENDS.search(passage.text):
        return
    found = list(_ENUMERATED.finditer(passage.text))
    counts = tuple(match["count"] for match in found)
    in_order = any(counts == some[: len(counts)] for some in _COUNTS)
    if len(counts) < _FEWEST or not in_order:
        return
    if not _RECOMMENDS.search(passage.text, 0, found[0].start()):
        return
    yield _part(passage, 0, found[0].start())
    ends = [*(match.start() for match in found[1:]), len(passage.text)]
    for match, end in zip(found, ends, strict=True):
        joins = _JOINS.search(passage.text, 0, end)
        entry = _part(passage, match.end(), joins.start() if joins else end)
        yield replace(entry, printed=match["count"], role=SectionRole.RECOMMENDATIONS)


def _counted_on(passage: Passage) -> Iterator[Passage]:
    """Yield the entries that a paragraph counts on from the number or code it opens with.

    Each of them has to ask for something: "S1. The Trust should ... S2. The Board should ...".
    """
    opened = _COUNT.match(passage.text) or _COUNT.match(f"{passage.printed} A")
    if opened is None or passage.role not in _RECOMMENDING:
        return
    word, count = opened["word"] or "", int(opened["count"])
    ends, begins = [], [opened.end() if opened.string == passage.text else 0]
    behind = r"[)\]]?[.:)]*(?:\s+[–—-])?" if word else r"[)\]]?[.:)]+"
    while True:
        number = re.escape(f"{word}{count + len(begins)}")
        following = re.compile(rf"(?<=[.;:!?”\"’)])\s+[(\[]?{number}{behind}\s+(?=[A-Z“\"'])")
        found = following.search(passage.text, begins[-1])
        if found is None:
            break
        ends.append(found.start())
        begins.append(found.end())
    spans = list(zip(begins, [*ends, len(passage.text)], strict=True))
    if len(spans) < _FEWEST or not all(asks(passage.text[begin:end]) for begin, end in spans):
        return
    for place, (begin, end) in enumerate(spans):
        yield replace(_part(passage, begin, end), printed=f"{word}{count + place}")


def _part(passage: Passage, begin: int, end: int) -> Passage:
    words = passage.text[begin:end].rstrip()
    start = passage.start + begin
    return replace(passage, start=start, end=start + len(words), text=words)


def _from_that(passage: Passage) -> Passage:
    """Return a paragraph that counts what it recommends in words from its "that ..." on."""
    first = (
        None
        if passage.role is not SectionRole.RECOMMENDATIONS
        else _FIRST_THAT.search(passage.text)
    )
    return _part(passage, first.end(), len(passage.text)) if first else passage


def _clauses(words: str) -> list[tuple[int, int]]:
    """Return where the clauses of a sentence stand that says what its recommendations are."""
    these = _THESE_ARE.search(words)
    if these is None:
        return []
    rest = list(_AND_THAT.finditer(words, these.end()))
    opens = [these.end(), *(match.end() for match in rest)]
    return list(zip(opens, [*(match.start() for match in rest), len(words)], strict=True))


def _counted_within(words: str) -> list[int]:
    """Return where sentences open that count what they ask for in words, [] for other words."""
    first = _FIRST.search(words)
    if first is None or not asks(words[first.end() :].strip()):
        return []
    rest = [match.end() for match in _NEXT.finditer(words, first.end())]
    begin = first.start("first")
    return [begin, *rest] if begin and rest else rest
