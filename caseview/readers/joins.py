"""Whether a sentence that a line or page break cut in two goes on."""

import re

_CLOSED = re.compile(r"[.?!:;…][”’\"')\]]*$")
_FUNCTION_WORDS_LISTED = (
    "a aged an and are as at be been between but by can could did does for from had has have his if"
    " in into is its may might must my nor of on or our should some such than that the their to"
    " under upon was were when where which who whose will with would your mr mrs ms dr"
)
_FUNCTION_WORDS = frozenset(_FUNCTION_WORDS_LISTED.split())
_LEAST_CUT = 60


def is_closed(text: str) -> bool:
    """Return whether the last sentence of `text` has its end (or opens a list with a colon)."""
    return _CLOSED.search(text.rstrip()) is not None


def hangs(text: str) -> bool:
    """Return whether `text` stops at a comma or at a word no sentence ends with ("the")."""
    stripped = text.rstrip()
    if stripped.endswith((",", "-", "–")):
        return True
    return bool(stripped) and stripped.split()[-1].lower().strip("“‘(\"'") in _FUNCTION_WORDS


def goes_on(before: str, after: str, least: int = _LEAST_CUT) -> bool:
    """Return whether one sentence runs from the end of `before` into the start of `after`.

    It clearly does where `before` has no end, `after` opens with a small letter, and `before`
    hangs on a word that wants another or is at least `least` characters of running text. Two
    items of an unmarked list both open small and neither hangs: they stay apart.
    """
    if not before or not after or is_closed(before):
        return False
    long = len(before) >= least
    if after[0].islower():
        return hangs(before) or (long and not before[0].islower())
    return long and hangs(before) and after[0].isalnum()
