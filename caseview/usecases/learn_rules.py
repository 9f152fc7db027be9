"""Learns from what was decided, and suggests by what was learned where that surely helps."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from zlib import crc32

from caseview.domain.changes import Changes
from caseview.domain.document import Document
from caseview.domain.journal import AnyCommand, SetSuggestions
from caseview.domain.learned import LEARNED, Example, LearnedRule, Lesson
from caseview.domain.passage import KeptPassage
from caseview.domain.suggestion import Decision, FiledSuggestion, KeptSuggestion, Level
from caseview.tagging.features import features
from caseview.tagging.learned import LearnedTagger
from caseview.tagging.silence import is_silent
from caseview.usecases.ports import Now, Stop, Trainer
from caseview.usecases.work import Casebook, Work

_QUIET_FOR_EACH = 3
"""How many untagged passages of finished documents are taken for each decided one, at most."""
Told = Callable[[int, int], object]


@dataclass(frozen=True, slots=True)
class Learned:
    """What came of learning: every rule there is now, and how many suggestions are new or gone."""

    rules: tuple[LearnedRule, ...]
    added: int
    removed: int
    changes: Changes


def learn_rules(
    casebook: Casebook, trainer: Trainer, *, coder: str, now: Now, stop: Stop
) -> Learned:
    """Learn every theme with enough decisions anew, and suggest by those that surely help.

    A learned rule is on only where it did better than the rules alone on documents it had not
    seen, beyond chance. What it suggested before and nobody decided is replaced, as one act that
    can be undone. Raises CaseViewError where the part that learns is not installed.
    """
    with casebook.reading() as work:
        lessons = tuple(_lessons(work))
    rules = tuple(trainer.train(lessons, now(), stop))
    with casebook.writing() as work:
        work.learned.keep(rules)
        commands, added, removed = _suggested(work, rules)
        changes = (
            work.journal.perform("Suggest by what was learned", commands, coder)
            if commands
            else Changes()
        )
        return Learned(work.learned.all(), added, removed, changes)


def _lessons(work: Work) -> Iterator[Lesson]:
    """Yield what there is to learn each theme from: what a person decided, and nothing else.

    A passage holds a theme when a tag says so. It does not when its suggestion was rejected, or
    when its document is finished and nobody tagged it so.
    """
    known = _Known(work)
    for theme in work.codebook.themes:
        if not theme.retired:
            examples = tuple(known.examples(theme.id))
            if any(example.holds for example in examples):
                yield Lesson(theme.id, examples)


class _Known:
    """What is decided in a casebook, by passage."""

    def __init__(self, work: Work) -> None:
        self._passages: dict[int, KeptPassage] = {}
        self._finished: list[int] = []
        self._features: dict[int, tuple[str, ...]] = {}
        for document in work.documents.all():
            self._take(document, work.documents.passages(document.id))
        self._tagged: dict[str, set[int]] = {}
        for tag in work.decisions.tags():
            self._tagged.setdefault(tag.theme, set()).add(tag.passage_id)
        self._rejected: dict[str, set[int]] = {}
        self._said: dict[str, set[int]] = {}
        for kept in work.decisions.suggestions():
            self._heard(kept)

    def _take(self, document: Document, passages: Sequence[KeptPassage]) -> None:
        heard = [kept for kept in passages if not is_silent(kept.passage)]
        self._passages.update((kept.id, kept) for kept in heard)
        if document.finished_by is not None:
            self._finished += [kept.id for kept in heard]

    def _heard(self, kept: KeptSuggestion) -> None:
        theme, learned = kept.suggestion.theme, kept.suggestion.rule.endswith(LEARNED)
        if kept.decision is Decision.REJECTED:
            self._rejected.setdefault(theme, set()).add(kept.passage_id)
        if not learned and kept.suggestion.confidence >= Level.NORMAL.least:
            self._said.setdefault(theme, set()).add(kept.passage_id)

    def examples(self, theme: str) -> Iterator[Example]:
        holding = self._tagged.get(theme, set()) & self._passages.keys()
        rejected = (self._rejected.get(theme, set()) & self._passages.keys()) - holding
        quiet = [one for one in self._finished if one not in holding and one not in rejected]
        # Drawn by a hash of their place, so that learning twice teaches the same.
        quiet.sort(key=lambda one: crc32(f"{theme}/{one}".encode()))
        most = _QUIET_FOR_EACH * (len(holding) + len(rejected))
        for number in (*sorted(holding), *sorted(rejected), *quiet[:most]):
            kept = self._passages[number]
            if number not in self._features:
                self._features[number] = features(kept.passage)
            yield Example(
                kept.document_id,
                self._features[number],
                holds=number in holding,
                rules_say=number in self._said.get(theme, ()),
            )


def _suggested(work: Work, rules: Iterable[LearnedRule]) -> tuple[list[AnyCommand], int, int]:
    """Return the commands that put the suggestions of learned rules in place of those before."""
    taggers = [LearnedTagger(rule, work.codebook.theme(rule.theme)) for rule in rules if rule.is_on]
    before: dict[int, list[FiledSuggestion]] = {}
    taken: dict[str, set[int]] = {}
    for kept in work.decisions.suggestions():
        learned = kept.suggestion.rule.endswith(LEARNED)
        if learned and kept.decision is Decision.UNDECIDED:
            filed = FiledSuggestion(kept.id, kept.passage_id, kept.suggestion, kept.decision)
            before.setdefault(kept.document_id, []).append(filed)
        else:
            taken.setdefault(kept.suggestion.theme, set()).add(kept.passage_id)
    for tag in work.decisions.tags():
        taken.setdefault(tag.theme, set()).add(tag.passage_id)
    commands: list[AnyCommand] = []
    added = removed = 0
    for document in work.documents.all():
        old = tuple(before.get(document.id, ()))
        new = tuple(_new(work, document.id, taggers, taken))
        if not _same(old, new):
            commands.append(SetSuggestions(document.id, old, new))
            added, removed = added + len(new), removed + len(old)
    return commands, added, removed


def _new(
    work: Work, document_id: int, taggers: Sequence[LearnedTagger], taken: dict[str, set[int]]
) -> Iterator[FiledSuggestion]:
    if not taggers:
        return
    for kept in work.documents.passages(document_id):
        for tagger in taggers:
            if kept.id in taken.get(tagger.theme.id, ()):
                continue
            put = tagger.suggestion(kept.passage, Level.NORMAL.least)
            if put is not None:
                yield FiledSuggestion(work.decisions.new_id("suggestion"), kept.id, put)


def _same(old: Sequence[FiledSuggestion], new: Sequence[FiledSuggestion]) -> bool:
    """Return whether two sets of suggestions say the same, whatever their ids."""
    return [(one.passage_id, one.suggestion) for one in old] == [
        (one.passage_id, one.suggestion) for one in new
    ]
