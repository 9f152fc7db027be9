"""Tell which themes go together in one passage, section, document or review, and how much."""

from collections.abc import Sequence
from dataclasses import replace

from caseview.counting.lift import Pair, pairs
from caseview.counting.narrow import squared
from caseview.counting.pair_hiding import protect_pairs
from caseview.counting.pairing import pair_picture, pair_table, title
from caseview.counting.population import Population
from caseview.counting.scales import THEMES
from caseview.counting.small_numbers import SmallNumbers
from caseview.domain.crosstab import CrossTab, Unit
from caseview.domain.handout import Handout
from caseview.usecases.asked import Asked
from caseview.usecases.build_crosstab import tally
from caseview.usecases.work import Work

MOST_DRAWN = 12
"""So many themes, those that stand in most units, are drawn where none were chosen."""


def pair_themes(asked: Asked, themes: Sequence[str] = ()) -> Handout:
    """Return every two themes with how often they stand together and how often by chance.

    The unit asked for says where two themes meet. With `themes` only those are paired. Raises
    QueryError as `build_crosstab` does.
    """
    spec = replace(asked.over, rows=THEMES, columns=THEMES)
    with asked.casebook.reading() as work:
        counted = tally(work, asked.finder, spec)
        table = counted.table(asked.now())
        whole = replace(table, base=_all(work, table, counted.population))
    wanted = themes or [axis.id for axis in whole.rows if axis.base or asked.small.zeros]
    safe = protect_pairs(squared(whole, wanted), asked.small)
    found = sorted(pairs(safe), key=_order)
    bases = {axis.id: axis.base for axis in whole.rows}
    drawn = themes or sorted(wanted, key=lambda one: -bases[one])[:MOST_DRAWN]
    return asked.handout(
        title(safe),
        (pair_table(safe, [pair for pair in found if _worth(pair, safe)]),),
        pair_picture(safe, found, [one for one in wanted if one in set(drawn)]),
        _said(safe, table.base, asked.small),
    )


def _all(work: Work, table: CrossTab, whom: Population) -> int:
    """Return among how many units chance is reckoned: all there are, tagged or not."""
    if table.spec.unit.apart:
        return table.base
    sizes = [size for one, size in work.decisions.sizes().items() if one in whom.documents]
    by_passage = table.spec.unit is Unit.PASSAGES
    return sum(size.passages if by_passage else size.sections for size in sizes)


def _said(safe: CrossTab, with_any: int, small: SmallNumbers) -> CrossTab:
    """Return the table with the base that its first sentence names: what has any theme."""
    if safe.spec.unit.apart or safe.base_hidden:
        return safe
    few = 0 < with_any < small.under
    return replace(safe, base=with_any, base_hidden=f"<{small.under}" if few else "")


def _order(pair: Pair) -> tuple[bool, float, int]:
    """Those more than by chance first, by their lift; then by their number."""
    return not pair.more, -(pair.lift or 0.0) if pair.more else 0.0, -pair.n


def _worth(pair: Pair, table: CrossTab) -> bool:
    """Return whether a pair is listed: it stands somewhere, or should by chance and does not.

    Where counts of none are hidden every pair is, for a gap would tell them.
    """
    if table.zeros_hidden:
        return True
    return bool(pair.n or pair.hidden or not pair.few)
