"""What a passage is to learned rules: its words, pairs of words, and where it stands."""

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from itertools import pairwise
from math import log, sqrt

from caseview.domain.passage import Passage
from caseview.tagging.matcher import fold

_WORD = re.compile(r"[^\W\d_]+(?:'[^\W\d_]+)?")
_SMALL = """
a an the of to in on at by for from with and or as is are was were be been being it its this that
these those which who whom whose there their them they he she his her him i we our us you your had
has have do did does so than then also into about any all such
"""
_PLAIN = frozenset(_SMALL.split())
ROLE = "section:"


def features(passage: Passage) -> tuple[str, ...]:
    """Return the features of a passage, each as often as it stands there.

    Small words count only in pairs ("not asked"), for alone they say nothing.
    """
    words = _WORD.findall(fold(passage.text))
    pairs = (f"{one} {other}" for one, other in pairwise(words))
    alone = [word for word in words if word not in _PLAIN]
    telling = (pair for pair in pairs if not all(one in _PLAIN for one in pair.split()))
    return (*alone, *telling, f"{ROLE}{passage.role.value}")


def weighed(found: Iterable[str], rarity: Mapping[str, float]) -> dict[str, float]:
    """Return the weight of each known feature: often here and rare elsewhere is heavy.

    1 + ln(count) times the rarity, the whole brought to length 1 (as scikit-learn's TfidfVectorizer
    does with sublinear counts).
    """
    counts = Counter(one for one in found if one in rarity)
    raw = {one: (1 + log(count)) * rarity[one] for one, count in counts.items()}
    length = sqrt(sum(weight * weight for weight in raw.values()))
    return {one: weight / length for one, weight in raw.items()} if length else {}
