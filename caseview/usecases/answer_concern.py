"""Decides what a response says to a coroner's concern."""

from dataclasses import dataclass

from caseview.domain.changes import Changes
from caseview.domain.document import Kind
from caseview.domain.english import English
from caseview.domain.errors import CasebookError
from caseview.domain.journal import SetAnswer
from caseview.domain.register import ConcernAnswer, KeptConcern, Placed, Reply
from caseview.domain.span import Span
from caseview.usecases.ports import Now
from caseview.usecases.work import Casebook, Work


@dataclass(frozen=True, slots=True)
class Answer:
    """What a coder found one response to say to one concern; `span` None where it is silent."""

    place: Placed
    response_id: int
    reply: Reply
    span: Span | None = None


def answer_concern(casebook: Casebook, answer: Answer, *, coder: str, now: Now) -> Changes:
    """Keep what a response says to a concern; return what changed.

    Raises CasebookError when the response is none to this concern's report, when words are named
    for silence or none for an answer, or when they lie outside the response.
    """
    with casebook.writing() as work:
        concern = _concern(work, answer.place)
        _fits(work, concern, answer)
        start, end = (answer.span.start, answer.span.end) if answer.span else (None, None)
        after = ConcernAnswer(answer.response_id, answer.reply, start, end, coder, now())
        before = concern.answer(answer.response_id)
        if before is not None and (before.reply, before.start, before.end) == (
            answer.reply,
            start,
            end,
        ):
            return Changes()
        label = f"Answer to a concern: {answer.reply.value}"
        return work.journal.perform(label, [SetAnswer(answer.place, before, after)], coder)


def forget_answer(casebook: Casebook, place: Placed, response_id: int, *, coder: str) -> Changes:
    """Take back what was decided of one response to one concern; return what changed."""
    with casebook.writing() as work:
        before = _concern(work, place).answer(response_id)
        if before is None:
            return Changes()
        return work.journal.perform(
            "Open the answer again", [SetAnswer(place, before, None)], coder
        )


def _concern(work: Work, place: Placed) -> KeptConcern:
    for kept in work.register.concerns():
        if kept.place == place:
            return kept
    raise CasebookError(
        "This concern is not in the casebook any more, so nothing was changed.",
        "Look at the list of responses.",
    )


def _fits(work: Work, concern: KeptConcern, answer: Answer) -> None:
    response = work.documents.get(answer.response_id)
    if response.review_id != concern.review_id or response.kind is not Kind.PFD_RESPONSE:
        raise CasebookError(
            English("“{0}” is no response to this concern.", response.title or response.name),
            "Group it with the report it answers first.",
        )
    if (answer.span is None) is not (answer.reply is Reply.SILENT):
        raise CasebookError(
            "An answer needs the words that give it, and silence has none. Nothing was kept.",
            "Choose the words in the response, or say that it is silent.",
        )
    words = len(work.documents.text(answer.response_id).text)
    if answer.span is not None and (answer.span.end > words or not len(answer.span)):
        raise CasebookError(
            "These words are not in the response. Nothing was kept.", "Choose them again."
        )
