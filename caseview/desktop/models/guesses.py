"""Guessed details as cards, narrowed by what they are and by whether words prove them."""

from collections import Counter
from collections.abc import Hashable, Iterable, Mapping, Sequence

from caseview.desktop.models.cards import Card
from caseview.desktop.models.details import DATES
from caseview.desktop.models.facets import Facet
from caseview.desktop.models.words import day
from caseview.desktop.tongue import told, tr
from caseview.domain.attribute import Detail
from caseview.domain.english import English
from caseview.usecases.confirm_details import CONFIRMED, Guess

WORDS, NO_WORDS = "words", "none"
PROVED = {WORDS: English("Words prove it"), NO_WORDS: English("No words prove it")}
FACETS = {"detail": English("Detail"), "proof": English("Proof")}


def value_words(detail: Detail) -> str:
    """Return the value of a detail as people write it: dates in words."""
    return day(detail.value) if detail.name in DATES else detail.value


def card_of(guess: Guess) -> Card:
    """Return the card of a guess: what is guessed, of which review, and the words it is from."""
    return Card(
        key=guess.key,
        title=f"{told(guess.detail.name.label)}: {value_words(guess.detail)}",
        right=guess.review,
        words=guess.detail.text or "",
        mark="?",
        said=tr("Guess"),
        tone="suggestion",
        ticks=True,
    )


def chosen_of(guesses: Iterable[Guess], keys: Iterable[Hashable]) -> tuple[Guess, ...]:
    """Return the guesses with these keys, in order."""
    wanted = frozenset(keys)
    return tuple(guess for guess in guesses if guess.key in wanted)


def narrowed(
    guesses: Sequence[Guess], chosen: Mapping[str, frozenset[str]]
) -> tuple[tuple[Guess, ...], tuple[Facet, ...]]:
    """Return the guesses with a ticked value of each ticked facet, and the facets with counts."""
    shown: list[Guess] = []
    counts: dict[str, Counter[str]] = {name: Counter() for name in FACETS}
    for guess in guesses:
        values = {
            "detail": str(guess.detail.name),
            "proof": WORDS if guess.detail.text else NO_WORDS,
        }
        missed = [name for name, ticked in chosen.items() if ticked and values[name] not in ticked]
        if not missed:
            shown.append(guess)
        for name, value in values.items():
            counts[name][value] += missed in ([], [name])
    facets = [
        Facet(name, words, tuple((v, _label(v), counts[name][v]) for v in _order(counts[name])))
        for name, words in FACETS.items()
    ]
    return tuple(shown), tuple(facets)


_PLACES = {value: at for at, value in enumerate([*(n.value for n in CONFIRMED), *PROVED])}


def _order(values: Iterable[str]) -> list[str]:
    return sorted(values, key=_PLACES.__getitem__)


def _label(value: str) -> str:
    return PROVED.get(value) or next(told(name.label) for name in CONFIRMED if name.value == value)
