"""Says in one sentence or two what a change of the codebook would do."""

from collections.abc import Mapping

from caseview.counting.wording import joined, number, several
from caseview.domain.codebook_effect import Effect, Happens, Touched, reviews_of
from caseview.domain.codebook_figures import Record
from caseview.domain.english import English


def effect_sentence(effect: Effect) -> str:
    """Return what applying would do to suggestions and tags.

    Counts the suggestions that views show; those that only the level *reading* shows are said
    in a sentence of their own.
    """
    said = [_suggestions(effect), _weak(effect), _tags(effect)]
    return " ".join(part for part in said if part)


def merge_question(effect: Effect, theme: str, into: str) -> str:
    """Return the question asked before themes of these names are merged."""
    tags = effect.of(Happens.MOVED, Happens.JOINED)
    both = len(effect.of(Happens.JOINED))
    asked = English("Move {0} from “{1}” to “{2}”?", several(len(tags), "tag"), theme, into)
    if both:
        have = English("passage has") if both == 1 else English("passages have")
        asked += English(" {0} {1} both and will join.", number(both), have)
    return English("{0} You can undo this.", asked)


def reject_question(count: int, pattern: str) -> str:
    """Return the question asked before all suggestions of a rule in a document are rejected."""
    what = several(count, "suggestion")
    return English(
        "Reject {0} from the rule “{1}” in this document? You can undo this.", what, pattern
    )


def right(record: Record) -> str:
    """Return the share of suggestions accepted as printed: "74%", or "–" when none was decided."""
    share = record.right
    return "\N{EN DASH}" if share is None else f"{int(100 * share + 0.5)}%"


def _suggestions(effect: Effect) -> str:
    done = [_count(Happens.ADDED, effect), _count(Happens.REMOVED, effect)]
    changed = [one for one in effect.of(Happens.CHANGED) if not one.weak]
    if changed:
        done.append(English("change {0} undecided", number(len(changed))))
    do = [part for part in done if part]
    if not do:
        return English("This change would neither add nor remove suggestions.")
    return English("This change would {0}.", joined(do))


def _count(happens: Happens, effect: Effect) -> str:
    found: list[Touched] = [one for one in effect.of(happens) if not one.weak]
    if not found:
        return ""
    if happens is Happens.ADDED:
        where = several(reviews_of(found), "review")
        return English("add {0} in {1}", several(len(found), "suggestion"), where)
    return English(
        "remove {0} undecided {1}", number(len(found)), "one" if len(found) == 1 else "ones"
    )


def _weak(effect: Effect) -> str:
    counts: Mapping[Happens, int] = {
        happens: sum(one.weak for one in effect.of(happens))
        for happens in (Happens.ADDED, Happens.REMOVED, Happens.CHANGED)
    }
    said = [f"{number(n)} {happens}" for happens, n in counts.items() if n]
    return English("Weak ones, shown at the level Reading only: {0}.", joined(said)) if said else ""


def _tags(effect: Effect) -> str:
    moved, both = len(effect.of(Happens.MOVED)), len(effect.of(Happens.JOINED))
    if not moved and not both:
        return English("It changes no tags.")
    said = []
    if moved:
        said.append(English("moves {0}", several(moved, "tag")))
    if both:
        said.append(English("joins {0} with one that is there", several(both, "tag")))
    return English("It {0}.", joined(said))
