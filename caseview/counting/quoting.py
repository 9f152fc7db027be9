"""Which quotes stand for a theme when not all of them can."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from caseview.domain.document import Kind
from caseview.domain.evidence import Evidence
from caseview.domain.summary import Quotes

FEWEST_WORDS = 6
MOST_WORDS = 90


@dataclass(frozen=True, slots=True)
class Candidate:
    """A passage that could be quoted, with the kind of its review and how sure it is (0 to 1)."""

    evidence: Evidence
    kind: Kind
    confidence: float


def chosen(candidates: Sequence[Candidate], quotes: Quotes | int) -> tuple[Evidence, ...]:
    """Return the evidence to quote, in the order of `candidates`, no words twice.

    Key quotes alone, all, or at most so many: then key quotes first, spread over as many reviews
    as can be and over the kinds of review; tags before suggestions, sure ones before less sure,
    and quotes that are neither scraps nor pages before the rest.
    """
    apart = _apart(candidates)
    if isinstance(quotes, Quotes):
        kept = [one for one in apart if quotes is Quotes.ALL or candidates[one].evidence.is_key]
    else:
        kept = _spread(candidates, apart, quotes)
    return tuple(candidates[one].evidence for one in sorted(kept))


def _apart(candidates: Sequence[Candidate]) -> list[int]:
    """Return the places, best first, of candidates whose words no better one already holds."""
    kept: list[int] = []
    words: set[str] = set()
    taken: dict[int, list[tuple[int, int]]] = {}
    for place in sorted(range(len(candidates)), key=lambda one: _rank(candidates[one])):
        quote = candidates[place].evidence.quote
        if not quote.text:  # a whole page without words is the same as no other
            kept.append(place)
            continue
        plain = " ".join(quote.text.split()).casefold()
        spans = taken.setdefault(quote.document_id, [])
        if plain in words or any(s < quote.end and quote.start < e for s, e in spans):
            continue
        words.add(plain)
        spans.append((quote.start, quote.end))
        kept.append(place)
    return kept


def _spread(candidates: Sequence[Candidate], best_first: Sequence[int], most: int) -> list[int]:
    left, taken = list(best_first), list[int]()
    reviews: Counter[int] = Counter()
    kinds: Counter[Kind] = Counter()

    def used(place: int) -> tuple[bool, int, int]:
        one = candidates[place]
        return not one.evidence.is_key, reviews[one.evidence.review_id], kinds[one.kind]

    while left and len(taken) < most:
        best = min(left, key=used)
        left.remove(best)
        taken.append(best)
        reviews[candidates[best].evidence.review_id] += 1
        kinds[candidates[best].kind] += 1
    return taken


def _rank(candidate: Candidate) -> tuple[bool, bool, bool, float]:
    evidence = candidate.evidence
    length = len(evidence.quote.text.split())
    return (
        not evidence.is_key,
        not FEWEST_WORDS <= length <= MOST_WORDS,
        evidence.suggested,
        -candidate.confidence,
    )
