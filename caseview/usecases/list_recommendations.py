"""Lists the register of recommendations, narrowed, with what may belong together in it."""

from collections.abc import Callable, Mapping
from dataclasses import replace

from caseview.counting.addressed import bodies, body_key, sorts
from caseview.counting.asking import progress, strength
from caseview.counting.grouping import (
    Likes,
    may_belong,
    offered_groups,
    with_earlier,
    without_restatements,
)
from caseview.domain.register import KeptRecommendation, Placed, Progress, Strength
from caseview.domain.registered import Register, Registered, Wanted
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


def narrowed(register: Register, wanted: Wanted) -> tuple[Registered, ...]:
    """Return the recommendations that answer to every facet chosen."""
    words = wanted.words.casefold().split()
    return tuple(one for one in register.items if _fits(one, wanted, words))


def _fits(one: Registered, wanted: Wanted, words: list[str]) -> bool:
    held: tuple[tuple[frozenset[str], frozenset[str]], ...] = (
        (wanted.sorts, one.sorts),
        (wanted.bodies, frozenset(body_key(body) for body in one.bodies)),
        (wanted.themes, frozenset((*one.themes, *one.suggested))),
        (wanted.years, frozenset({one.year})),
        (frozenset(wanted.strengths), frozenset({one.strength})),
        (frozenset(wanted.progress), frozenset({one.progress})),
    )
    if any(chosen and chosen.isdisjoint(its) for chosen, its in held):
        return False
    text = f"{one.text} {one.kept.addressee} {one.review}".casefold()
    return all(word in text for word in words)


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
    )
