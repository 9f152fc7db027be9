"""The words of the flow of screening: as a sentence for a method, and as the lines of a table."""

from collections.abc import Iterator

from caseview.counting.wording import joined, number, several
from caseview.domain.english import English
from caseview.domain.flow import Flow, Stage, Step

HEADS = (English("Step"), English("Number"), English("Counted in"))


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
        return (
            (English("Reviews were screened out for: {0}.", "; ".join(reasons)),) if reasons else ()
        )
    return tuple(_sentences(flow))


def _sentences(flow: Flow) -> Iterator[str]:
    found, count = flow.count(Stage.FOUND), flow.count
    if found:
        away = [
            English("{0} {1}", number(count(stage)), words) if count(stage) else nothing
            for stage, words, nothing in _AWAY
            if count(stage) or (nothing and found > 1)
        ]
        told = English(": {0}", joined(away)) if away else ""
        yield English("{0} {1} found{2}.", several(found, "file"), _were(found), told)
    if brought := count(Stage.BROUGHT):
        yield English("{0} came from another casebook or program.", several(brought, "document"))
    reviews = count(Stage.REVIEWS)
    yield (
        English(
            "That leaves {0} in {1}{2}.",
            several(count(Stage.DOCUMENTS), "document"),
            several(reviews, "review"),
            _older(flow, number(count(Stage.OLDER))),
        )
    )
    rest = [
        English("{0} {1}", number(count(stage)), words)
        for stage, words in (
            (Stage.NO_TEXT, English("had no text")),
            (Stage.WAITING, English("not looked at yet")),
        )
        if count(stage)
    ]
    looked = count(Stage.SCREENED)
    screened = English("{0} of the reviews {1} screened", number(looked), _were(looked))
    if not looked:
        screened = English("None of the reviews was screened")
    elif looked == reviews > 1:
        screened = English("All {0} reviews were screened", number(reviews))
    yield English("{0}; {1}.", screened, joined(rest)) if rest else English("{0}.", screened)
    if not looked:
        return
    out = [f"{reason.words} ({number(len(reason.listed))})" for reason in _out(flow).reasons]
    why = f": {'; '.join(out)}" if out else ""
    yield (
        English(
            "{0} {1} screened out{2}; {3} {4} included.",
            _none(count(Stage.OUT)).capitalize(),
            _were(count(Stage.OUT) or 1),
            why,
            number(count(Stage.INCLUDED)),
            English("is") if count(Stage.INCLUDED) == 1 else English("are"),
        )
    )


_AWAY: tuple[tuple[Stage, str, str], ...] = (
    (
        Stage.DUPLICATE,
        English("had the same words as another"),
        English("no two had the same words"),
    ),
    (Stage.REFUSED, English("could not be read"), English("all could be read")),
    (Stage.REMOVED, English("removed for good later"), ""),
)


def _none(n: int) -> str:
    return number(n) if n else English("none")


def _were(n: int) -> str:
    return English("was") if n == 1 else English("were")


def _older(flow: Flow, said: str) -> str:
    return (
        English(" ({0} an older version that was replaced)", said)
        if flow.count(Stage.OLDER)
        else ""
    )


def _out(flow: Flow) -> Step:
    return flow.of(Stage.OUT)


def _rows(flow: Flow) -> Iterator[tuple[str, int, str]]:
    for step in flow.steps:
        yield step.words, step.count, f"{step.unit}s"
        for reason in step.reasons:
            yield f"{step.words}: {reason.words}", len(reason.listed), f"{step.unit}s"
