"""Changes the codebook in use: shows first what that would do, then does exactly that."""

from collections.abc import Mapping
from dataclasses import replace

from caseview.domain.changes import Changes
from caseview.domain.codebook import Codebook
from caseview.domain.codebook_effect import Effect, Fresh
from caseview.domain.codebook_figures import CodebookFigures
from caseview.domain.codebook_version import CodebookVersion
from caseview.domain.errors import CasebookError
from caseview.domain.journal import AnyCommand, SetCodebook
from caseview.tagging.editing.draft import Draft, affected_themes, narrowed
from caseview.tagging.editing.versions import next_version
from caseview.usecases.codebook_plan import plan_change
from caseview.usecases.ports import Stop
from caseview.usecases.restore_points import make_restore_point
from caseview.usecases.suggest_again import Suggester, Told, suggest_again, suggested_on
from caseview.usecases.work import Casebook, Work

BEFORE = "before the codebook changed"


def read_figures(casebook: Casebook) -> CodebookFigures:
    """Return how the themes and rules of the codebook have done so far."""
    with casebook.reading() as work:
        return work.codebooks.figures()


def list_versions(casebook: Casebook) -> tuple[CodebookVersion, ...]:
    """Return every version of the codebook ever kept, oldest first."""
    with casebook.reading() as work:
        return work.codebooks.versions()


def read_version(casebook: Casebook, number: int) -> Codebook:
    """Return a version of the codebook by its id, as it was."""
    with casebook.reading() as work:
        return work.codebooks.version(number)


def preview_codebook(
    casebook: Casebook, draft: Draft, suggester: Suggester, *, told: Told, stop: Stop
) -> Effect | None:
    """Return what applying a draft would do now; None when stopped. Nothing changes.

    Raises CasebookError when the codebook in use is another one than the draft began with.
    """
    with casebook.reading() as work:
        _begun_with(work, draft)
    rules = _rules(draft)
    found = suggest_again(casebook, rules, suggester, told=told, stop=stop)
    if found is None:
        return None
    with casebook.reading() as work:
        _begun_with(work, draft)
        known = _complete(work, rules, found)
        plan = plan_change(work, draft, known, lambda: 0)
        return Effect(_next(work), draft.changes, plan.touched, known)


def apply_codebook(
    casebook: Casebook, draft: Draft, suggested: Mapping[int, tuple[Fresh, ...]], *, coder: str
) -> Changes:
    """Put a draft in use as one act that undo takes back; return what changed.

    `suggested` is what the preview found (`Effect.fresh`): what was decided since is kept as
    decided, and documents imported since are suggested on now. A restore point comes first. A
    draft that changes nothing makes no version. Raises CasebookError when the codebook in use is
    another one than the draft began with.
    """
    if draft.is_empty:
        return Changes()
    with casebook.writing() as work:
        _begun_with(work, draft)
        make_restore_point(work, BEFORE, coder)
        version = _next(work)
        after = replace(draft.after, version=version)
        number = work.codebooks.keep(after, coder=coder, note="\n".join(draft.changes))
        known = _complete(work, _rules(draft), suggested)
        plan = plan_change(work, draft, known, lambda: work.decisions.new_id("suggestion"))
        commands: list[AnyCommand] = [SetCodebook(work.codebooks.in_use(), number)]
        label = f"Change the codebook to version {version}"
        return work.journal.perform(label, [*commands, *plan.commands], coder)


def _rules(draft: Draft) -> Codebook:
    """Return the new codebook with only the themes whose suggestions may differ."""
    return narrowed(draft.after, affected_themes(draft.before, draft.after))


def _complete(
    work: Work, rules: Codebook, found: Mapping[int, tuple[Fresh, ...]]
) -> Mapping[int, tuple[Fresh, ...]]:
    """Return the suggestions on every document there is, those imported since too."""
    missing = [one for one in work.documents.all() if one.id not in found]
    return {**found, **suggested_on(work, rules, missing)} if missing else found


def _next(work: Work) -> str:
    return next_version(version.version for version in work.codebooks.versions())


def _begun_with(work: Work, draft: Draft) -> None:
    if work.codebook != draft.before:
        raise CasebookError(
            "The codebook was changed in the meantime, so nothing was done.",
            "Begin again from the codebook as it is now.",
        )
