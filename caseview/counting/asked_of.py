"""The recommendations made to one force or board, how they stand and which were made before."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from caseview.counting.addressed import Sort, body_key, sort, whose
from caseview.counting.figuring import said
from caseview.counting.hiding import Hiding, Relation
from caseview.counting.register import made_before
from caseview.counting.small_numbers import MORE, SmallNumbers
from caseview.counting.wording import number
from caseview.domain.english import English
from caseview.domain.handout import Figure, FigureColumn, FigureTable, Printed
from caseview.domain.register import Progress
from caseview.domain.registered import Registered

_WHOLE = "all"
_OF_OWN = {"force": Sort.POLICE, "board": Sort.BOARD}


def made_to(
    items: Iterable[Registered], attribute: str, value: str, owners: Mapping[int, Sequence[str]]
) -> tuple[Registered, ...]:
    """Return the recommendations made to a body: by its name, or to the nameless one of its review.

    `owners` gives the values of the attribute by review: in a review of this force alone "the
    police" is this force.
    """
    key, sort_of = body_key(value), _OF_OWN.get(attribute)

    def fits(one: Registered) -> bool:
        alone = tuple(owners.get(one.kept.review_id, ())) == (value,)
        for body in one.bodies:
            named = whose(body, "")
            if named and f" {key} " in f" {named} ":
                return True
            if alone and not named and sort(body) is sort_of:
                return True
        return False

    return tuple(one for one in items if fits(one))


def standing_table(items: Sequence[Registered], small: SmallNumbers) -> FigureTable:
    """Return how many recommendations stand how, and how many were made before."""
    counts = Counter(one.progress for one in items)
    numbers: dict[object, int] = {progress: counts[progress] for progress in Progress}
    numbers[_WHOLE] = len(items)
    signs = _signs(numbers, small)
    again = sum(bool(one.earlier) for one in items)
    rows = [(said(_stands(progress)), _shown(progress, numbers, signs)) for progress in Progress]
    rows.append((said(English("All")), _shown(_WHOLE, numbers, signs)))
    before: Figure = Figure(again, number(again))
    if small.under and (0 if small.zeros else 1) <= again < small.under:
        before = said(f"<{small.under}")
    rows.append((said(English("Made before to the same body")), before))
    columns = (
        FigureColumn(English("Status"), Printed.WORDS),
        FigureColumn(English("Recommendations")),
    )
    notes = (
        English("Where no coder has set a status, it follows from the words of action plans."),
    )
    return FigureTable(English("Recommendations by status"), columns, tuple(rows), notes)


def _stands(progress: Progress) -> str:
    return English("Not known") if progress is Progress.UNKNOWN else progress.label


def _signs(numbers: Mapping[object, int], small: SmallNumbers) -> Mapping[object, str]:
    if not small.under:
        return {}
    adds_up = Relation(tuple(Progress), (_WHOLE,), 0, 0)
    hiding = Hiding(numbers, [adds_up], small.under, small.zeros)
    signs: dict[object, str] = dict.fromkeys(hiding.small, f"<{small.under}")
    return signs | dict.fromkeys(hiding.more, MORE)


def _shown(key: object, numbers: Mapping[object, int], signs: Mapping[object, str]) -> Figure:
    if key in signs:
        return said(signs[key])
    return Figure(numbers[key], number(numbers[key]))


def recommendation_table(items: Sequence[Registered]) -> FigureTable:
    """Return each recommendation: its words, its place, its status, and when made before."""
    columns = tuple(
        FigureColumn(head, Printed.WORDS)
        for head in (
            English("Recommendation"),
            English("Made in"),
            English("Year"),
            English("Status"),
            English("Made before"),
        )
    )
    rows = tuple(
        (
            said(one.text),
            said(one.reference),
            said(one.year or English("not recorded")),
            said(_stands(one.progress) + (" ?" if one.progress_guessed else "")),
            said(made_before(one)),
        )
        for one in sorted(items, key=lambda one: (one.year, one.review), reverse=True)
    )
    guessed = English(
        "“?” marks what follows from words or likeness and what no coder has decided."
    )
    return FigureTable(English("Recommendations made to it"), columns, rows, (guessed,))
