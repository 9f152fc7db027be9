"""Takes what was imported since along when a change of the codebook is taken back or done again."""

from collections.abc import Iterable

from caseview.domain.changes import Changes
from caseview.domain.journal import Entry, SetCodebook
from caseview.tagging.editing.draft import Draft, affected_themes, narrowed
from caseview.usecases.codebook_plan import plan_change
from caseview.usecases.suggest_again import suggested_on
from caseview.usecases.work import Work


def bring_along(work: Work, before: int, turned: Iterable[Entry], *, coder: str) -> Changes:
    """Bring suggestions on documents imported since to the codebook in use; return what changed.

    `before` is the version that was in use, `turned` are the entries of the journal just taken
    back or done again. An import is no entry of the journal, so a change of the codebook knows
    only the documents there were when it was made. What is brought along becomes part of the act
    done last: undo and redo take it along from now on, with the same suggestions each time.
    """
    since = [one.at for one in turned if any(isinstance(c, SetCodebook) for c in one.commands)]
    if not since or work.codebooks.in_use() == before:
        return Changes()
    draft = Draft(work.codebooks.version(before), work.codebook)
    themes = affected_themes(draft.before, draft.after)
    later = [one for one in work.documents.all() if one.imported_at >= min(since)]
    if not themes or not later:
        return Changes()
    known = suggested_on(work, narrowed(draft.after, themes), later)
    plan = plan_change(work, draft, known, lambda: work.decisions.new_id("suggestion"))
    return work.journal.bring_along(plan.commands, coder) if plan.commands else Changes()
