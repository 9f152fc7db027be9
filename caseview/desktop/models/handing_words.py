"""What the window says once work has gone to other programs or come from them."""

from collections.abc import Iterable

from caseview.counting.wording import joined, number
from caseview.desktop.tongue import several, told, tr
from caseview.usecases.details_table import DetailChange, DetailsPlan
from caseview.usecases.load_exchange import Loaded
from caseview.usecases.new_version import Adopted

_MOST = 200


def loaded_words(loaded: Loaded) -> str:
    """Return what a project brought, in one line."""
    brought = [
        several(count, what)
        for count, what in (
            (loaded.documents, "document"),
            (loaded.tags, "tag"),
            (loaded.notes, "note"),
            (len(loaded.themes), "theme"),
        )
        if count
    ]
    here = loaded.already_here + loaded.tags_already_here
    known = tr(
        " {0} of it {1} here already.", several(here, "thing"), "was" if here == 1 else "were"
    )
    return tr("Loaded {0}.{1}", joined(brought) or "nothing new", known if here else "")


def adopted_words(adopted: Adopted) -> str:
    """Return what became of the tags of an older version, in one line."""
    moved = tr("{0} moved to the newer version, which counts now.", several(adopted.tags, "tag"))
    if not adopted.left:
        return moved
    stays = "stays" if len(adopted.left) == 1 else "stay"
    return tr(
        "{0} {1} {2} on the older one: the words are not in the newer one.",
        moved,
        several(len(adopted.left), "tag"),
        stays,
    )


def plan_words(plan: DetailsPlan) -> str:
    """Return what a sheet would change, in one line."""
    if not plan.changes:
        return tr("The sheet changes nothing.")
    reviews = several(len({change.review_id for change in plan.changes}), "review")
    said = tr("{0} would change in {1}.", several(len(plan.changes), "detail"), reviews)
    if plan.conflicts:
        were = "was" if len(plan.conflicts) == 1 else "were"
        said += tr(" {0} of them {1} confirmed by a person.", number(len(plan.conflicts)), were)
    return said


def change_lines(changes: Iterable[DetailChange]) -> str:
    """Return changes a line each; of very many the first, and how many more."""
    lines = [_line(change) for change in changes]
    more = len(lines) - _MOST
    shown = lines[:_MOST] + ([tr("… and {0} more", number(more))] if more > 0 else [])
    return "\n".join(shown)


def _line(change: DetailChange) -> str:
    before, after = (", ".join(some) or "nothing" for some in (change.before, change.after))
    mark = tr("  (confirmed)") if change.conflict else ""
    return f"{change.review}: {told(change.name.label)}, {before} → {after}{mark}"
