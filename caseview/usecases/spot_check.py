"""Spot checks: paragraphs drawn at random where no rule found anything, read by a person."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict, replace
from random import Random, SystemRandom
from typing import Any

from caseview.domain.agreement import SPOT_CHECKS, SpotCheck
from caseview.domain.changes import Changes
from caseview.domain.errors import CasebookError
from caseview.domain.journal import SetSetting
from caseview.usecases.ports import Now
from caseview.usecases.work import Casebook, Work

AT_ONCE = 20


def spot_checks(casebook: Casebook) -> tuple[SpotCheck, ...]:
    """Return every spot check of this casebook, oldest first."""
    with casebook.reading() as work:
        return _kept(work)


def draw(casebook: Casebook, *, coder: str, now: Now, seed: int | None = None) -> Changes:
    """Draw paragraphs that no check has drawn yet, and keep the draw; return what changed.

    They are those where no rule found anything at the level shown, outside screened-out reviews;
    a `seed` of one's own makes the draw one that can be made again. Raises CasebookError when a
    draw is not read yet, or when no such paragraph is left.
    """
    with casebook.writing() as work:
        kept = _kept(work)
        if any(len(one.held) < len(one.drawn) for one in kept):
            raise CasebookError(
                "Some paragraphs of the last draw have not been read yet.", "Read those first."
            )
        drawn = {number for one in kept for number in one.drawn}
        quiet = work.comparison.quiet()
        fresh = [number for number in quiet if number not in drawn]
        if not fresh:
            raise CasebookError(
                "There is no paragraph left where no rule found anything.",
                "Import more documents, or look at those already read.",
            )
        seed = SystemRandom().randrange(1, 10**6) if seed is None else seed
        chosen = Random(seed).sample(fresh, min(AT_ONCE, len(fresh)))  # noqa: S311 - a draw that can be made again, no secret
        check = SpotCheck(seed, len(quiet), tuple(chosen), {}, coder, now())
        return _keep(work, [*kept, check], f"Draw {len(chosen)} paragraphs", coder)


def mark(casebook: Casebook, passage_id: int, *, held: bool | None, coder: str) -> Changes:
    """Say whether a drawn paragraph held a theme (None: not read); return what changed.

    Raises CasebookError when the paragraph was not drawn.
    """
    with casebook.writing() as work:
        kept = list(_kept(work))
        for place, check in enumerate(kept):
            if passage_id in check.drawn:
                said = {number: one for number, one in check.held.items() if number != passage_id}
                if held is not None:
                    said[passage_id] = held
                kept[place] = replace(check, held=said)
                return _keep(work, kept, "Spot check", coder)
    raise CasebookError("This paragraph is not one of those drawn.", "Draw paragraphs first.")


def _kept(work: Work) -> tuple[SpotCheck, ...]:
    said = json.loads(work.saved.settings().get(SPOT_CHECKS, "[]"))
    return tuple(_made(one) for one in said)


def _made(said: Mapping[str, Any]) -> SpotCheck:
    return SpotCheck(
        seed=said["seed"],
        population=said["population"],
        drawn=tuple(said["drawn"]),
        held={int(number): bool(held) for number, held in said["held"].items()},
        coder=said["coder"],
        at=said["at"],
    )


def _keep(work: Work, checks: Sequence[SpotCheck], label: str, coder: str) -> Changes:
    before = work.saved.settings().get(SPOT_CHECKS)
    after = json.dumps([asdict(check) for check in checks], separators=(",", ":"))
    if before == after:
        return Changes()
    return work.journal.perform(label, [SetSetting(SPOT_CHECKS, before, after)], coder)
