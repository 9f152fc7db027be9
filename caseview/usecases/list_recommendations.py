"""Lists the register of recommendations, narrowed, with what may belong together in it."""

from collections.abc import Callable, Mapping
from dataclasses import replace

from caseview.counting.addressed import bodies, sorts
from caseview.counting.asking import progress, strength
from caseview.counting.belonging import (
    Likes,
    may_belong,
    offered_groups,
    with_earlier,
    without_restatements,
)
from caseview.domain.attribute import DetailName, value
from caseview.domain.register import KeptRecommendation, Placed, Progress, Strength
from caseview.domain.registered import Register, Registered
from caseview.domain.review import Review, Status
from caseview.usecases.work import Casebook, Work

Compare = Callable[[Mapping[Placed, str]], Likes]
"""Compares texts by their places; whoever asks often keeps what was compared."""


def list_recommendations(casebook: Casebook, compare: Compare = Likes.of) -> Register:
    """Return the register: each recommendation once in its review, groups, and what is offered.

    Reviews screened out are left out.
    """
    with casebook.reading() as work:
        return read_register(work, compare)


def read_register(work: Work, compare: Compare = Likes.of) -> Register:
    """Return the register as a unit of work holds it."""
    reviews = {one.id: one for one in work.reviews.all() if one.status is not Status.SCREENED_OUT}
    themes, groups = work.register.themes(), work.register.groups()
    group_of = {place: group.id for group in groups for place in group.members}
    every = [
        _registered(kept, reviews[kept.review_id], themes.get(kept.place, {}))
        for kept in work.register.recommendations()
        if kept.review_id in reviews
    ]
    likes = compare({one.place: one.text for one in every})
    items = without_restatements(every, likes)
    items = tuple(replace(one, group=group_of.get(one.place)) for one in items)
    items = with_earlier(items, groups, likes)
    return Register(
        items, groups, may_belong(groups, items, likes), offered_groups(groups, items, likes)
    )


def _registered(kept: KeptRecommendation, review: Review, themes: Mapping[str, bool]) -> Registered:
    document = next(one for one in review.documents if one.id == kept.place.document_id)
    said = kept.standing
    guessed = strength(kept.recommendation.text)
    far = progress(kept.beside)
    return Registered(
        kept,
        review.title,
        document.title or document.name,
        review.kind,
        document.form,
        review.year or "",
        bodies(kept.addressee),
        frozenset(one.value for one in sorts(kept.addressee)),
        tuple(theme for theme, tagged in themes.items() if tagged),
        tuple(theme for theme, tagged in themes.items() if not tagged),
        guessed if said.strength is Strength.UNKNOWN else said.strength,
        far if said.progress is Progress.UNKNOWN else said.progress,
        value(review.details, DetailName.BOARD) or value(review.details, DetailName.AREA) or "",
    )
