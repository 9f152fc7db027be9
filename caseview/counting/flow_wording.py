"""The words of the flow of screening: as a sentence for a method, and as the lines of a table."""

from collections.abc import Iterator

from caseview.counting.wording import joined, number, several
from caseview.domain.flow import Flow, Stage, Step

HEADS = ("Step", "Number", "Counted in")


def flow_rows(flow: Flow) -> tuple[tuple[str, int, str], ...]:
    """Return (words, number, unit) line by line; a reason follows what it is a part of."""
    return tuple(_rows(flow))


def flow_sentences(flow: Flow, *, hidden: bool = False) -> tuple[str, ...]:
    """Return the flow in sentences.

    `hidden` leaves every number out, for where small numbers are hidden: the numbers of a flow
    add up, so that any one of them can be worked out from the others.
    """
    if hidden:
        reasons = [reason.words for reason in flow.of(Stage.OUT).reasons]
        return (f"Reviews were screened out for: {'; '.join(reasons)}.",) if reasons else ()
    return tuple(_sentences(flow))


def _sentences(flow: Flow) -> Iterator[str]:
    found, count = flow.count(Stage.FOUND), flow.count
    if found:
        away = [
            f"{_none(count(stage))} {words}"
            for stage, words in _AWAY.items()
            if count(stage) or stage in {Stage.DUPLICATE, Stage.REFUSED}
        ]
        yield f"{several(found, 'file')} {_were(found)} found: {joined(away)}."
    if brought := count(Stage.BROUGHT):
        yield f"{several(brought, 'document')} came from another casebook or program."
    reviews = count(Stage.REVIEWS)
    yield (
        f"That leaves {several(count(Stage.DOCUMENTS), 'document')} in "
        f"{several(reviews, 'review')}{_older(flow, number(count(Stage.OLDER)))}."
    )
    rest = [
        f"{number(count(stage))} {words}"
        for stage, words in (
            (Stage.NO_TEXT, "had no text"),
            (Stage.WAITING, "not looked at yet"),
        )
        if count(stage)
    ]
    looked = count(Stage.SCREENED)
    screened = f"{number(looked)} of the reviews {_were(looked)} screened"
    if looked == reviews > 1:
        screened = f"All {number(reviews)} reviews were screened"
    yield f"{screened}; {joined(rest)}." if rest else f"{screened}."
    out = [f"{reason.words} ({number(len(reason.listed))})" for reason in _out(flow).reasons]
    why = f": {'; '.join(out)}" if out else ""
    yield (
        f"{_none(count(Stage.OUT)).capitalize()} {_were(count(Stage.OUT) or 1)} screened out{why}; "
        f"{number(count(Stage.INCLUDED))} {'is' if count(Stage.INCLUDED) == 1 else 'are'} included."
    )


_AWAY = {
    Stage.DUPLICATE: "had the same words as another",
    Stage.REFUSED: "could not be read",
    Stage.REMOVED: "removed for good later",
}


def _none(n: int) -> str:
    return number(n) if n else "none"


def _were(n: int) -> str:
    return "was" if n == 1 else "were"


def _older(flow: Flow, said: str) -> str:
    return f" ({said} an older version that was replaced)" if flow.count(Stage.OLDER) else ""


def _out(flow: Flow) -> Step:
    return flow.of(Stage.OUT)


def _rows(flow: Flow) -> Iterator[tuple[str, int, str]]:
    for step in flow.steps:
        yield step.words, step.count, f"{step.unit}s"
        for reason in step.reasons:
            yield f"{step.words}: {reason.words}", len(reason.listed), f"{step.unit}s"
