"""Corrects what was read as a recommendation: others put in, their words changed, some taken out.

What the program found is a suggestion (UX.md 3.6): a coder has the last word on it.
"""

from collections.abc import Sequence
from dataclasses import replace

from caseview.counting.wording import several
from caseview.domain.changes import Changes
from caseview.domain.english import English
from caseview.domain.errors import CasebookError
from caseview.domain.journal import AnyCommand, SetAsked, SetStanding
from caseview.domain.recommendation import Recommendation
from caseview.domain.register import KeptRecommendation, Placed, Standing
from caseview.domain.span import Span
from caseview.usecases.group_recommendations import out_of_groups
from caseview.usecases.work import Casebook, Work


def mark_recommendation(casebook: Casebook, document_id: int, span: Span, *, coder: str) -> Changes:
    """Say that these words are a recommendation; return what changed.

    Where they share words with one that was found, that one keeps its number, its addressee and
    what was said of it, and its words become these. Raises CasebookError when the words are empty
    or lie outside the document, or share words with several recommendations.
    """
    with casebook.writing() as work:
        words = _words(work, document_id, span)
        mine = [
            one for one in work.register.recommendations() if one.place.document_id == document_id
        ]
        met = [one for one in mine if _meets(one.recommendation, span)]
        if len(met) > 1:
            raise CasebookError(
                English(
                    "These words lie over {0}. Nothing was changed.",
                    several(len(met), "recommendation"),
                ),
                "Choose the words of one of them.",
            )
        if met:
            return _new_words(work, met[0], span, words, coder)
        place = Placed(document_id, 1 + max((one.place.position for one in mine), default=-1))
        commands: list[AnyCommand] = [
            SetAsked(place, None, Recommendation("", words, None, span.start, span.end)),
            SetStanding(place, Standing(), Standing(confirmed=True)),
        ]
        return work.journal.perform("Mark as a recommendation", commands, coder)


def no_recommendation(casebook: Casebook, places: Sequence[Placed], *, coder: str) -> Changes:
    """Say that these are no recommendations: they leave the register and every count of it.

    Raises CasebookError when one of them is not in the casebook.
    """
    with casebook.writing() as work:
        known = {one.place: one for one in work.register.recommendations()}
        going = list(dict.fromkeys(places))
        if not set(going) <= set(known):
            raise CasebookError(
                "One of these recommendations is not in the casebook. Nothing was changed.",
                "Look at the list of recommendations.",
            )
        if not going:
            return Changes()
        commands = out_of_groups(work, going, refused=True)
        for place in going:
            one = known[place]
            if one.standing != Standing():
                commands.append(SetStanding(place, one.standing, Standing()))
            commands.append(SetAsked(place, one.recommendation, None))
        label = f"Take out {several(len(going), 'recommendation')}"
        return work.journal.perform(label, commands, coder)


def _new_words(work: Work, one: KeptRecommendation, span: Span, words: str, coder: str) -> Changes:
    before = one.recommendation
    after = replace(before, text=words, start=span.start, end=span.end)
    commands: list[AnyCommand] = [] if after == before else [SetAsked(one.place, before, after)]
    confirmed = replace(one.standing, confirmed=True)
    if confirmed != one.standing:
        commands.append(SetStanding(one.place, one.standing, confirmed))
    if not commands:
        return Changes()
    return work.journal.perform("Change the words of a recommendation", commands, coder)


def _meets(one: Recommendation, span: Span) -> bool:
    return one.start < span.end and span.start < one.end


def _words(work: Work, document_id: int, span: Span) -> str:
    text = work.documents.text(document_id).text
    words = text[span.start : span.end]
    if not words.strip() or not 0 <= span.start < span.end <= len(text):
        raise CasebookError(
            "No words are chosen, so nothing was marked.", "Select the words in the document first."
        )
    return words
