"""Tells a text that asks for something to be done: by heading, bidding, question or "should"."""

import re

from caseview.tagging.sentence import Span

_NUMBER = r"(?:\d[\w.]*|[ivx]{1,4}|one|two|three|four|five|six|seven|eight|nine|ten)"
# "Recommendation 3 of the last review was not carried out" tells of one, and makes none.
_HEADED = re.compile(
    r"\W*(?:\d[\d.]*[a-z]?\W+)?"
    rf"(?:(?:key |practice )?learning points?(?: {_NUMBER})?\s*[:.\u2013-]"
    rf"|(?:key |wider )?(?:learning|lesson|message|practice point|action)s?(?: for [^:.]{{1,60}})?"
    rf"(?: {_NUMBER})?\s*:"
    rf"|(?:lesson|recommendation)s?(?: {_NUMBER})?\s*[:\u2013-]"
    rf"|recommendations?(?: {_NUMBER})? (?:for|to) [^:.]{{1,80}}:"
    rf"|recommendation {_NUMBER}(?!\w)(?! (?:of|in|from|was|is|has|had|and|to))"
    rf"|questions?(?: {_NUMBER})? (?:for|to) (?:the )?(?:\w+ ){{0,4}}"
    r"(?:board|partnership|agencies|team|practice|managers|leaders|partners|practitioners)\b)"
)
_HEADING = "learning", "lesson", "recommendation", "question", "message", "practice point", "action"
_BIDDING = re.compile(
    r"\W*(?:(?:please|always|never|do not|don't|when in doubt,?|if in doubt,?|so|then|and|but) )?"
    r"(?:ask|look|use|check|listen|think|talk|speak|tell|make sure|be|keep|share|record|write|read"
    r"|consider|remember|find out|follow|challenge|escalate|seek|see|start|begin|try|avoid|explore"
    r"|refer|respond|ring|call|visit|hold|treat|take|give|get|know|name|note|notice|plan|watch"
    r"|work|put|go|bring|invite|include|involve|offer|agree|ensure|reflect|discuss|assess|test"
    r"|trust|do|say|let|learn|build|chair|raise|pause|stop|wait)\b"
    r"(?! (?:is|was|are|were|has|had)\b)"
)
_ONE_WHO_IS_ASKED = re.compile(
    r"\b(?:we|our|us|you|your|the (?:board|partnership|team|agencies|partners|service)|i)\b"
)
_TOLD_PAST = re.compile(r"\b(?:was|were|did|had|should|could|would)\b")
_IF = re.compile(r"\W*(?:if|when|where|before|after) [^,;.?!]+, ")
_URGING = "should", "must", "ought to", "need to", "needs to", "s to be", "re to be", "ve to be"
_URGED = re.compile(
    r"\b(?:should|must|ought to|needs? to|(?:has|have) to be|(?:is|are) to be)\b"
    r"(?! (?:\w+ ){0,3}?have (?:\w+ly )?(?:\w+ed|been|had|done|made|taken|known|seen|given"
    r"|gone|come|held|kept|led|told|met|sought|sent|spoken|found|heard|written|begun|become|thought|understood)\b)"
)


def urged(folded: str) -> Span | None:
    """Return where a folded text says that something should be done, None without."""
    if not any(word in folded for word in _URGING):  # most texts hold none, and this is soon seen
        return None
    found = _URGED.search(folded)
    return None if found is None else found.span()


def may_be_headed(folded: str) -> bool:
    """Return whether a folded text holds a word of such headings: most hold none."""
    return any(word in folded for word in _HEADING)


def headed(folded: str, start: int = 0) -> Span | None:
    """Return where the heading stands that makes a folded text a recommendation, None without."""
    found = _HEADED.match(folded, start)
    return None if found is None else found.span()


def put(folded: str, span: Span) -> Span | None:
    """Return who is asked about their work where a folded sentence is a question to them."""
    start, end = span
    if not folded[start:end].rstrip(" \"'\u201d\u2019)").endswith("?"):
        return None
    asked = _ONE_WHO_IS_ASKED.search(folded, start, end)
    told = _TOLD_PAST.search(folded, start, end)
    return None if asked is None or told is not None else asked.span()


def bidden(folded: str, span: Span) -> Span | None:
    """Return where a folded sentence bids a reader do something, None where it does not.

    "If a child is missed, ask why" bids too.
    """
    start, end = span
    condition = _IF.match(folded, start, end)
    found = _BIDDING.match(folded, start if condition is None else condition.end(), end)
    return None if found is None else found.span()
