"""Suggests by learned rules: looks through the casebook first, then puts all in place at once."""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from caseview.domain.codebook import Codebook
from caseview.domain.journal import SetSuggestions
from caseview.domain.learned import LEARNED, LearnedRule
from caseview.domain.passage import Passage
from caseview.domain.suggestion import Decision, FiledSuggestion, Level, Suggestion
from caseview.tagging.features import features, weighed
from caseview.tagging.learned import LearnedTagger, likelihood
from caseview.tagging.silence import is_silent
from caseview.usecases.ports import Stop
from caseview.usecases.work import Casebook, Work

Told = Callable[[int, int], object]
"""Hears how many are done, and how many there are."""

Found = Mapping[int, tuple[tuple[int, Suggestion], ...]]
"""What learned rules say of each document, by its id: each passage's id and the suggestion."""


@dataclass(frozen=True, slots=True)
class Put:
    """The commands that put suggestions in place, and how many come and go."""

    commands: tuple[SetSuggestions, ...]
    added: int
    removed: int


def look_through(
    casebook: Casebook, rules: Iterable[LearnedRule], *, told: Told, stop: Stop
) -> Found | None:
    """Return what learned rules say of every document; None when stopped. Nothing changes.

    Each document is read for itself, so that whoever decides meanwhile never waits.
    """
    with casebook.reading() as work:
        hands = hands_of(work.codebook, rules)
        documents = [document.id for document in work.documents.all()] if hands else []
    found: dict[int, tuple[tuple[int, Suggestion], ...]] = {}
    for done, document_id in enumerate(documents, start=1):
        if stop():
            return None
        with casebook.reading() as work:
            passages = work.documents.passages(document_id)
        found[document_id] = tuple(
            (kept.id, put) for kept in passages for put in said_of(kept.passage, hands)
        )
        told(done, len(documents))
    return found


def put_in_place(work: Work, found: Found, themes: Collection[str]) -> Put:
    """Return what puts these suggestions in place of those of learned rules for some themes.

    What was decided stays, and where a rule of the codebook suggests or a coder tagged, nothing
    is added.
    """
    before: dict[int, list[FiledSuggestion]] = {}
    taken = {
        (tag.passage_id, tag.theme) for tag in work.decisions.tags() if tag.passage_id is not None
    }
    for kept in work.decisions.suggestions():
        put = kept.suggestion
        if not put.rule.endswith(LEARNED) or kept.decision is not Decision.UNDECIDED:
            taken.add((kept.passage_id, put.theme))
        elif put.theme in themes:
            filed = FiledSuggestion(kept.id, kept.passage_id, put, kept.decision)
            before.setdefault(kept.document_id, []).append(filed)
    commands: list[SetSuggestions] = []
    for document in work.documents.all():
        old = tuple(before.get(document.id, ()))
        said = [
            (passage, put)
            for passage, put in found.get(document.id, ())
            if (passage, put.theme) not in taken
        ]
        if _places(said) != _places((one.passage_id, one.suggestion) for one in old):
            new = tuple(
                FiledSuggestion(work.decisions.new_id("suggestion"), passage, put)
                for passage, put in said
            )
            commands.append(SetSuggestions(document.id, old, new))
    added = sum(len(command.after) for command in commands)
    removed = sum(len(command.before) for command in commands)
    return Put(tuple(commands), added, removed)


def _places(
    said: Iterable[tuple[int, Suggestion]],
) -> Mapping[tuple[int, str], Suggestion]:
    return {(passage, put.theme): put for passage, put in said}


@dataclass(frozen=True, slots=True)
class Hand:
    """A learned rule made ready: its tagger, and how rare its words are."""

    tagger: LearnedTagger
    rarity: Mapping[str, float]

    def knows(self, found: Sequence[str]) -> bool:
        """Return whether a passage of these features holds the theme, at level normal."""
        rule = self.tagger.rule
        weights = weighed(found, self.rarity)
        total = sum(weight * rule.words[one][1] for one, weight in weights.items())
        return likelihood(rule, total + rule.bias) >= Level.NORMAL.least


def hands_of(codebook: Codebook, rules: Iterable[LearnedRule]) -> tuple[Hand, ...]:
    """Return learned rules made ready, those whose theme is in use."""
    living = {theme.id: theme for theme in codebook.themes if not theme.retired}
    return tuple(
        Hand(
            LearnedTagger(rule, living[rule.theme]),
            {word: rarity for word, (rarity, _) in rule.words.items()},
        )
        for rule in rules
        if rule.theme in living
    )


def said_of(passage: Passage, hands: Sequence[Hand]) -> Iterator[Suggestion]:
    """Yield what learned rules suggest on a passage, at level normal and above."""
    if not hands or is_silent(passage):
        return
    held = features(passage)
    for hand in hands:
        if hand.knows(held):
            put = hand.tagger.suggestion(passage, Level.NORMAL.least)
            if put is not None:
                yield put
