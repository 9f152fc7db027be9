"""Where a text tells the career of whoever wrote it."""

import re

from caseview.readers.wording import whole_words

_CAREER = whole_words(r"""
    retired / career / served (?:as|in|with|for) / formerly (?:an?|the|of|in|with)
    former (?:\w+ ){0,2}(?:officer|detective|superintendent|constable|inspector|head|director)
    formerly (?:\w+ ){0,3}(?:of|in|with|at|head|director|officer) / until (?:19|20)\d\d
    years (?:in|with|at) / was employed by
    (?:chair|author|reviewer) (?:has |had )?(?:never )?worked
""")
_CAREER_REACH = 140


def is_career(plain: str, place: int) -> bool:
    """Return whether the words before `place` in a folded text tell where somebody once worked."""
    sentence = re.split(r"[.;\n]\s", plain[max(0, place - _CAREER_REACH) : place])[-1]
    return _CAREER.search(sentence) is not None
