"""Chooses reviews for a second coder, and makes that coder's copy without anybody's decisions.

The second coder works in a casebook of their own that holds the chosen documents, their details
and the codebook, every suggestion undecided, and no tag, note, decision or journal of the first:
what is not in the file cannot be seen. Once both have finished, merging the copy back brings the
second coder's tags home beside the first's, and only documents both finished are compared.
"""

import json
from collections.abc import Sequence
from dataclasses import asdict
from math import ceil
from random import Random, SystemRandom
from typing import Any

from caseview.domain.agreement import DOUBLE_CODING, DoubleCoding, Draw
from caseview.domain.changes import Changes
from caseview.domain.errors import CasebookError
from caseview.domain.journal import SetSetting
from caseview.domain.review import Review, Status
from caseview.usecases.carrying import known_only, put_in, take_out
from caseview.usecases.ports import Now
from caseview.usecases.work import Casebook, Work


def choose_reviews(work: Work, draw: Draw, *, coder: str, now: Now) -> DoubleCoding:
    """Return a random choice of reviews that have text and are not screened out.

    Each stratum gives its share, rounded up, so that no kind goes without. Raises CasebookError
    when there is no review to choose from.
    """
    if not 0 < draw.share <= 100:  # noqa: PLR2004 - per cent
        raise CasebookError("The share must be over 0 and at most 100 per cent.", "Give another.")
    seed = SystemRandom().randrange(1, 10**6) if draw.seed is None else draw.seed
    strata: dict[str, list[int]] = {}
    for review in sorted(work.reviews.all(), key=lambda review: review.id):
        if _can_be_coded(review) and (not draw.kinds or review.kind in draw.kinds):
            strata.setdefault(review.kind.value if draw.each_kind else "", []).append(review.id)
    if not strata:
        raise CasebookError(
            "There is no review to choose from: none has text and is not screened out.",
            "Import reviews first, or choose other types.",
        )
    random = Random(seed)  # noqa: S311 - a draw that can be made again, no secret
    chosen = [
        number
        for kind in sorted(strata)
        for number in random.sample(strata[kind], ceil(len(strata[kind]) * draw.share / 100))
    ]
    names = tuple(sorted(strata)) if draw.each_kind else ()
    return DoubleCoding(seed, draw.share, names, tuple(sorted(chosen)), coder, now())


def record_choice(work: Work, choice: DoubleCoding, *, coder: str) -> Changes:
    """Keep how reviews were chosen in the casebook, as an act of its own."""
    before = work.saved.settings().get(DOUBLE_CODING)
    after = json.dumps(
        [*json.loads(before or "[]"), asdict(choice)], separators=(",", ":"), ensure_ascii=False
    )
    label = f"Choose {len(choice.reviews)} reviews for a second coder"
    return work.journal.perform(label, [SetSetting(DOUBLE_CODING, before, after)], coder)


def choices(casebook: Casebook) -> tuple[DoubleCoding, ...]:
    """Return every choice of reviews for a second coder, oldest first."""
    with casebook.reading() as work:
        said = json.loads(work.saved.settings().get(DOUBLE_CODING, "[]"))
    return tuple(_made(one) for one in said)


def fill_copy(here: Work, copy: Casebook, reviews: Sequence[int], came_from: str) -> int:
    """Put the documents of reviews into a new, empty casebook; return how many there are.

    The copy must have this casebook's codebook in use. Nothing decided here goes along: no tag,
    note, decision, finish or journal; what a person confirmed of a document's details does.
    """
    known = {theme.id for theme in here.codebook.themes}
    count = 0
    for review_id in reviews:
        with copy.writing() as there:
            place: int | None = None
            for document in here.reviews.get(review_id).documents:
                carried = known_only(take_out(here, document), known)
                place = put_in(there, carried, place, came_from).review_id
                count += 1
    return count


def _can_be_coded(review: Review) -> bool:
    return review.status not in {Status.SCREENED_OUT, Status.NO_TEXT}


def _made(said: dict[str, Any]) -> DoubleCoding:
    return DoubleCoding(
        said["seed"],
        said["share"],
        tuple(said["strata"]),
        tuple(said["reviews"]),
        said["coder"],
        said["at"],
    )
