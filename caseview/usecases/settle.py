"""Settles what coders disagreed on: what stays bears both their names, the figures stay too.

What each coder had decided is kept with the settlement, so agreement is always computed from that
and settling cannot improve it. A settlement can be changed or taken back; both are undoable acts.
"""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from caseview.domain.agreement import Disagreement, Settlement, Verdict
from caseview.domain.changes import Changes
from caseview.domain.coder import together
from caseview.domain.errors import CasebookError
from caseview.domain.journal import AnyCommand, SetDecision, SetSettled, SetTag
from caseview.domain.suggestion import Decision
from caseview.domain.tag import Tag
from caseview.usecases.ports import Now
from caseview.usecases.work import Casebook, Work


def settle(
    casebook: Casebook, found: Disagreement, verdict: Verdict, *, coder: str, now: Now
) -> Changes:
    """Settle a disagreement as one undoable act; return what changed.

    The tags kept bear both coders' names, the others go; a suggestion whose tag goes is rejected.
    Settled before, it is settled anew. Raises CasebookError when that has changed meanwhile.
    """
    with casebook.writing() as work:
        name = work.codebook.theme(found.theme).name
        commands = [*_reopened(work, found.settled)]
        state = _State(work, found, commands)
        documents = sorted({tag.document_id for tag in (*found.mine, *found.others)})
        for document_id in documents:
            commands += state.settled(document_id, verdict, coder, now())
        return work.journal.perform(_label(found, verdict, name), commands, coder)


def reopen(casebook: Casebook, found: Disagreement, *, coder: str) -> Changes:
    """Take back how a disagreement was settled: its tags are as each coder had decided."""
    with casebook.writing() as work:
        commands = [*_reopened(work, found.settled)]
        if not commands:
            return Changes()
        name = work.codebook.theme(found.theme).name
        return work.journal.perform(f"Open “{name}” again", commands, coder)


def give_reason(casebook: Casebook, found: Disagreement, reason: str, *, coder: str) -> Changes:
    """Say why a disagreement was settled so; return what changed.

    Raises CasebookError when it is not settled yet.
    """
    if not found.settled:
        raise CasebookError(
            "There is nothing to give a reason for yet.", "Settle it with M, O, B or Delete first."
        )
    with casebook.writing() as work:
        kept = {one.id: one for one in work.comparison.settlements()}
        commands = [
            SetSettled(kept[one.id], replace(kept[one.id], reason=reason.strip()))
            for one in found.settled
            if one.id in kept and kept[one.id].reason != reason.strip()
        ]
        return work.journal.perform("Reason", commands, coder) if commands else Changes()


def _reopened(work: Work, settled: Sequence[Settlement]) -> Iterable[AnyCommand]:
    """Yield what puts the tags of settlements back as they were decided."""
    kept = {one.id: one for one in work.comparison.settlements()}
    for one in settled:
        if one.id not in kept:
            raise CasebookError(
                "This was changed in the meantime, so nothing was settled.",
                "Look at it again first.",
            )
        there = {tag.id: tag for tag in work.decisions.tags(ids=[tag.id for tag in one.before])}
        for tag in kept[one.id].before:
            if there.get(tag.id) != tag:
                yield SetTag(there.get(tag.id), tag)
            if tag.suggestion_id is not None:
                yield from _decided(work, tag.suggestion_id, Decision.ACCEPTED)
        yield SetSettled(kept[one.id], None)


class _State:
    """The tags of a disagreement as they will be once what was settled is open again."""

    def __init__(self, work: Work, found: Disagreement, before: Sequence[AnyCommand]) -> None:
        self._work = work
        self._found = found
        ids = [tag.id for tag in (*found.mine, *found.others)]
        self._now = {tag.id: tag for tag in work.decisions.tags(ids=ids)}
        self._decision: dict[int, Decision] = {}
        for command in before:
            if isinstance(command, SetTag) and command.after is not None:
                self._now[command.after.id] = command.after
            if isinstance(command, SetDecision):
                self._decision[command.suggestion_id] = command.after

    def settled(
        self, document_id: int, verdict: Verdict, coder: str, at: str
    ) -> Iterable[AnyCommand]:
        """Yield what it takes to settle the tags of one document so."""
        found = self._found
        keep = {
            Verdict.MINE: found.mine,
            Verdict.OTHER: found.others,
            Verdict.BOTH: (*found.mine, *found.others),
            Verdict.NEITHER: (),
        }[verdict]
        kept = {tag.id for tag in keep}
        before = [tag for tag in (*found.mine, *found.others) if tag.document_id == document_id]
        for tag in before:
            there = self._now.get(tag.id)
            if there is None:  # settled away between one of the two and a third coder
                continue
            if tag.id in kept:
                yield SetTag(there, replace(there, coder=together((there.coder, *found.coders))))
            else:
                yield SetTag(there, None)
                yield from self._rejected(there)
        yield SetSettled(
            None,
            Settlement(
                id=self._work.decisions.new_id("settlement"),
                document_id=document_id,
                theme=found.theme,
                coders=found.coders,
                verdict=verdict,
                before=tuple(before),
                by=coder,
                at=at,
            ),
        )

    def _rejected(self, tag: Tag) -> Iterable[AnyCommand]:
        """Yield the rejection of the suggestion that a tag which goes came from."""
        number = tag.suggestion_id
        if number is None:
            return
        if number in self._decision:
            yield SetDecision(number, self._decision[number], Decision.REJECTED)
        else:
            yield from _decided(self._work, number, Decision.REJECTED)


def _decided(work: Work, suggestion_id: int, wanted: Decision) -> Iterable[AnyCommand]:
    for kept in work.decisions.suggestions(ids=[suggestion_id]):
        if kept.decision is not wanted:
            yield SetDecision(suggestion_id, kept.decision, wanted)


def _label(found: Disagreement, verdict: Verdict, name: str) -> str:
    mine, other = found.coders
    what = {
        Verdict.MINE: f"as {mine} decided",
        Verdict.OTHER: f"as {other} decided",
        Verdict.BOTH: "both kept",
        Verdict.NEITHER: "neither kept",
    }[verdict]
    return f"Settle “{name}”: {what}"
