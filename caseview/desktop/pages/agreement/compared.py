"""Reads a comparison of two coders with what the view shows round it."""

from collections.abc import Mapping
from dataclasses import dataclass

from caseview.desktop.models.disagreement_list import Around
from caseview.desktop.session.session import Session
from caseview.domain.agreement import Agreement, Per


@dataclass(frozen=True, slots=True)
class Compared:
    """What the tab shows: who has worked here, and the comparison with what stands round it."""

    coders: tuple[str, ...]
    agreement: Agreement | None
    around: Around


def compare(
    session: Session, chosen: tuple[str, str], per: Per, titles: Mapping[int, str]
) -> Compared:
    """Return the comparison of the two chosen, else of this coder with the first other."""
    coders = session.comparing.coders()
    me = [one for one in coders if one == session.coder]
    order = [*me, *(one for one in coders if one not in me)]
    pair = chosen if set(chosen) <= set(coders) and len(set(chosen)) > 1 else tuple(order[:2])
    if len(set(pair)) < 2:  # noqa: PLR2004 - a pair
        return Compared(coders, None, Around())
    found = session.comparing.agreement(pair, per)
    firsts = [(*one.mine, *one.others)[0].passage_id for one in found.disagreements]
    passages = session.comparing.passages(sorted({one for one in firsts if one is not None}))
    return Compared(coders, found, Around(titles, {kept.id: kept for kept in passages}))
