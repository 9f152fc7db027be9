"""Says how learning stands for a theme, how much its rules find, and switches learned rules."""

import json

from caseview.counting.interval import wilson
from caseview.domain.changes import Changes
from caseview.domain.english import English
from caseview.domain.errors import CasebookError
from caseview.domain.journal import AnyCommand, SetSetting
from caseview.domain.learned import (
    LEARNED,
    LEARNED_OFF,
    OFFERED,
    LearnedRule,
    Learning,
    Recall,
    Supply,
    switched_off,
)
from caseview.domain.suggestion import Decision, KeptSuggestion, Level
from caseview.usecases.learn_rules import QUIET_FOR_EACH
from caseview.usecases.ports import Stop
from caseview.usecases.suggest_learned import Found, look_through, put_in_place
from caseview.usecases.work import Casebook, Work


def learning_of(casebook: Casebook, theme_id: str) -> Learning:
    """Return how learning stands for a theme."""
    with casebook.reading() as work:
        said = work.decisions.suggestions(themes=[theme_id])
        waiting = [one for one in said if is_learned(one) and one.decision is Decision.UNDECIDED]
        return Learning(
            theme_id,
            _rule(work, theme_id),
            _supply(work, theme_id, said),
            len(waiting),
            theme_id in switched_off(work.saved.settings()),
        )


def recall_of_rules(casebook: Casebook, theme_id: str) -> Recall:
    """Return how much of a theme the rules of the codebook found in finished documents.

    A passage counts once, however many coders tagged it. Coders see suggestions before they read
    on, so what rules found is tagged the more readily: this is the most they find.
    """
    with casebook.reading() as work:
        finished = {one.id for one in work.documents.all() if one.finished_by is not None}
        tags = work.decisions.tags(themes=[theme_id])
        said = work.decisions.suggestions(themes=[theme_id])
    held = {
        tag.passage_id: tag.document_id
        for tag in tags
        if tag.document_id in finished and tag.passage_id is not None
    }
    ruled = {
        one.passage_id
        for one in said
        if not is_learned(one) and one.suggestion.confidence >= Level.NORMAL.least
    }
    found, documents = len(held.keys() & ruled), len(set(held.values()))
    if not held:
        return Recall(0, 0, 0)
    return Recall(found, len(held), documents, *wilson(found, len(held)))


def switch_learned(
    casebook: Casebook, theme_id: str, *, on: bool, coder: str, stop: Stop
) -> Changes:
    """Let a theme's learned rule suggest, or let it rest, as one act; return what changed.

    What it suggested and nobody decided goes with it. Raises CasebookError when nothing was
    learned of the theme, or when it is to be switched on although the rules do as well alone.
    """
    with casebook.reading() as work:
        rule = _rule(work, theme_id)
    found = _suggestions(casebook, theme_id, rule, stop) if on else {}
    if found is None:
        return Changes()
    with casebook.writing() as work:
        held = work.saved.settings()
        off = switched_off(held)
        wanted = off - {theme_id} if on else off | {theme_id}
        if wanted == off:
            return Changes()
        setting = SetSetting(LEARNED_OFF, held.get(LEARNED_OFF), json.dumps(sorted(wanted)))
        commands: list[AnyCommand] = [setting, *put_in_place(work, found, [theme_id]).commands]
        name = work.codebook.theme(theme_id).name
        label = f"Switch {'on' if on else 'off'} what was learned of “{name}”"
        return work.journal.perform(label, commands, coder)


def is_learned(kept: KeptSuggestion) -> bool:
    """Return whether no rule of the codebook made a suggestion."""
    return kept.suggestion.rule.endswith((LEARNED, OFFERED))


def _suggestions(
    casebook: Casebook, theme_id: str, rule: LearnedRule | None, stop: Stop
) -> Found | None:
    if rule is None or not rule.is_on:
        raise CasebookError(
            English(
                "What was learned of “{0}” does no better than the rules, so it stays off.",
                theme_id,
            ),
            "Decide more, then learn again.",
        )
    return look_through(casebook, [rule], told=lambda *_: None, stop=stop)


def _rule(work: Work, theme_id: str) -> LearnedRule | None:
    return next((rule for rule in work.learned.all() if rule.theme == theme_id), None)


def _supply(work: Work, theme_id: str, said: tuple[KeptSuggestion, ...]) -> Supply:
    """Return what a lesson on a theme would hold, without reading every passage for it."""
    holding = {
        tag.passage_id: tag.document_id
        for tag in work.decisions.tags(themes=[theme_id])
        if tag.passage_id is not None
    }
    rejected = {
        one.passage_id: one.document_id
        for one in said
        if one.decision is Decision.REJECTED and one.passage_id not in holding
    }
    wanted = QUIET_FOR_EACH * (len(holding) + len(rejected))
    documents, quiet = {*holding.values(), *rejected.values()}, 0
    for document in work.documents.all():
        if document.finished_by is None or quiet >= wanted:
            continue
        passages = {kept.id for kept in work.documents.passages(document.id)}
        quiet += len(passages - holding.keys() - rejected.keys())
        documents.add(document.id)
    return Supply(len(holding), len(rejected) + min(quiet, wanted), len(documents))
