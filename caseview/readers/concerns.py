"""The coroner's concerns, split one by one as the report numbers them or tells them in prose."""

import re
from collections.abc import Sequence
from dataclasses import replace

from caseview.domain.document import DocumentText
from caseview.domain.recommendation import Concern
from caseview.readers.concern_blocks import Block, blocks_of
from caseview.readers.concern_lists import listed_concerns
from caseview.readers.concern_titles import asks, is_title, names_a_body, plain, turns
from caseview.readers.form_boxes import Box
from caseview.readers.wording import any_of, whole_words

# Openings of a paragraph that goes on from the one above.
_GOES_ON = re.compile(
    any_of("""
    however / he / she / it(?! was) / this / these / they / those / given / therefore / thus / such
    as a result / as such / consequently / acknowledging / nevertheless / moreover / accordingly
    his / her / their / in this case / in that / when asked / whilst this / although this
    by way of / for example / as (?:he|she|it|they) / both / in general / hence / for this reason
    in view of th(?:is|e above) / in (?:the )?light of th(?:is|e above) / due to th(?:is|e above)
    the above / the latter / the former / the same
    """)
    + r"\b|that\b(?! (?:the|there|when|no|an?|all|any|some|staff|while|whilst|where|if|since)\b)"
)
# A paragraph without any such word tells what happened, and belongs to the concern before it.
_AMISS = whole_words(r"""
    concern\w* / no / not / nor / never / neither / lack\w* / fail\w* / absen\w+ / without
    insufficient\w* / inadequate\w* / delay\w* / risk\w* / should / needs? / unclear / unaware
    poor\w* / little / limited / could / unable / cannot / in(?:consisten|appropriate|correct)\w*
    error\w* / mis\w+ / shortage / gaps? / uncertain\w* / difficult\w* / danger\w* / hazard\w*
    breach\w* / outdated / confus\w+
""")
# A paragraph that states a concern in so many words is one, however it opens.
_STATES = re.compile(
    r"[^.]{0,90}?\b(?:i (?:am|remain|was|have) (?:\w+ ){0,2}concern"
    r"|concerns? (?:therefore )?arises?"
    r"|(?:further|second|third|another|additional|particular|separate) concern)"
)
_HEARD = re.compile(
    r"(?:the )?(?:inquest|court|jury|evidence)\b[^.]{0,30}\b(?:heard|told|was|is|shown)\b|i heard\b"
)
_SETTLED = re.compile(
    r"\b(?:not causative"
    r"|(?:position|matter|this) has (?:since )?(?:changed|been (?:put right|resolved))"
    r"|(?:am|was) satisfied that|no longer (?:a|of) concern|not (?:a matter )?of concern to me)\b"
)
_FOUND_BY_JURY = re.compile(
    r"(?:the )?jury (?:\w+ )?(?:found|concluded|returned|recorded|determined)\b"
)
# Clauses that open one paragraph after another, each a concern.
_ALIKE = re.compile(r"(?:to|that|whether|how|why|lack|failure|absence)\b")
_SENTENCE_LENGTH = 25


def concerns_of(text: DocumentText, boxes: Sequence[Box]) -> tuple[Concern, ...]:
    """Return the concerns of a coroner's report, word for word, in order.

    Numbered concerns keep all that stands under their number; without numbers each heading opens
    a concern, else each paragraph, with the paragraphs that go on from it. Lists of what a jury
    found are left out.
    """
    blocks = [block for box in boxes if box.name == "concerns" for block in blocks_of(text, box)]
    blocks = _after_evidence(text.text, blocks)
    items = listed_concerns(text.text, blocks) or _in_prose(text.text, blocks)
    return tuple(
        Concern(item.number, text.text[item.start : item.end], None, item.start, item.end)
        for item in items
        if item.end - item.start > 1
    )


def _after_evidence(text: str, blocks: list[Block]) -> list[Block]:
    """Return the blocks after the line that turns from a list of evidence to the concerns."""
    for place, block in enumerate(blocks[:-1]):
        if not place or not turns(text, block):
            continue
        listed = any(one.value > 1 or one.bullet for one in blocks[:place])
        again = not block.style and blocks[place + 1].value in {0, 1}
        if again and (listed or not any(one.style for one in blocks)):
            return blocks[place + 1 :]
    return blocks


def _in_prose(text: str, blocks: Sequence[Block]) -> list[Block]:
    """Return a concern for each heading, else for each paragraph with those that go on from it.

    The heading of a body says for whom the concerns below are, and is none of them.
    """
    blocks = _without_told(text, _without_findings(text, blocks))
    titles = {n for n in range(len(blocks) - 1) if _heads(text, blocks, n)}
    labels = {n for n in titles if names_a_body(text, blocks[n])}
    shouted = {n for n in titles if text[blocks[n].start : blocks[n].end].isupper()}
    if shouted == titles and labels < titles:
        # Where every heading is in capitals, a short one is no short name of a body.
        labels = set()
    topics = titles - labels
    items: list[Block] = []
    headed = False
    for place, block in enumerate(blocks):
        if place in labels:
            headed = False
        elif place in topics:
            items.append(block)
            headed = True
        elif items and (headed or _joins(text, items[-1], block)):
            items[-1] = replace(items[-1], end=block.end)
            headed = headed and len(topics) > 1
        else:
            items.append(block)
    return items


def _without_findings(text: str, blocks: Sequence[Block]) -> Sequence[Block]:
    """Return the blocks without what a jury found, where the coroner's own concerns follow."""
    first = next((n for n, b in enumerate(blocks) if not _FOUND_BY_JURY.match(plain(text, b))), 0)
    stated = any(_STATES.match(plain(text, block)) for block in blocks[first:])
    return blocks[first:] if stated else blocks


def _without_told(text: str, blocks: Sequence[Block]) -> Sequence[Block]:
    """Return the blocks without what was only heard before the first that says what was amiss.

    What is said at the end not to matter any more is left out too.
    """
    words = [plain(text, block) for block in blocks]
    first = next((n for n, one in enumerate(words) if not _only_heard(one)), 0)
    last = len(blocks) - (len(blocks) > 1 and _SETTLED.search(words[-1]) is not None)
    return blocks[first:last]


def _only_heard(words: str) -> bool:
    heard = _HEARD.match(words) is not None
    return heard and not _STATES.match(words) and _AMISS.search(words) is None


def _heads(text: str, blocks: Sequence[Block], place: int) -> bool:
    """Whether a block is a heading with sentences below it, and no entry in a list of things."""
    before = text[blocks[place - 1].start : blocks[place - 1].end] if place else ""
    listed = before.rstrip().endswith(":")
    return is_title(text, blocks[place]) and not (listed or is_title(text, blocks[place + 1]))


def _joins(text: str, item: Block, block: Block) -> bool:
    """Whether a paragraph belongs to the concern before it."""
    words = plain(text, block)
    alike = _ALIKE.match(words)
    if alike and plain(text, item).startswith(f"{alike.group()} "):
        return False
    short = block.end - block.start < _SENTENCE_LENGTH
    lead = text[item.start : item.end].rstrip().endswith(":")
    return lead or short or block.bullet or asks(text, block) or _goes_on(words)


def _goes_on(words: str) -> bool:
    if _STATES.match(words):
        return False
    return _GOES_ON.match(words) is not None or _AMISS.search(words) is None
