"""Learns from what was decided, and suggests by what was learned where that surely helps."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from zlib import crc32

from caseview.domain.changes import Changes
from caseview.domain.learned import LEARNED, Example, LearnedRule, Lesson, switched_off
from caseview.domain.suggestion import Decision, KeptSuggestion, Level
from caseview.tagging.features import features
from caseview.tagging.silence import is_silent
from caseview.usecases.ports import Now, Stop, Trainer
from caseview.usecases.suggest_learned import Told, look_through, put_in_place
from caseview.usecases.work import Casebook, Work

QUIET_FOR_EACH = 3
"""How many untagged passages of finished documents are taken for each decided one, at most."""


_AT_ONCE = 500


@dataclass(frozen=True, slots=True)
class Learned:
    """What came of learning: every rule there is now, and how many suggestions are new or gone."""

    rules: tuple[LearnedRule, ...]
    added: int
    removed: int
    changes: Changes


def learn_rules(  # noqa: PLR0913 - who teaches whom, when, and who hears of it, by name
    casebook: Casebook, trainer: Trainer, *, coder: str, now: Now, told: Told, stop: Stop
) -> Learned | None:
    """Learn every theme with enough decisions anew, and suggest by those that surely help.

    A learned rule is on only where it did better than the rules alone on documents it had not
    seen, beyond chance, and no coder has switched it off. What it suggested before and nobody
    decided is replaced, as one act that can be undone. `told` hears how many themes are learned.
    Stopped, it returns None and all is as it was. Raises CaseViewError where the part that learns
    is not installed.
    """
    with casebook.reading() as work:
        lessons = tuple(_lessons(work))
        off = switched_off(work.saved.settings())
    total = sum(lesson.supply.is_enough for lesson in lessons)
    rules: list[LearnedRule] = []
    told(0, total)
    for rule in trainer.train(lessons, now(), stop):
        rules.append(rule)
        told(len(rules), max(total, len(rules)))
    on = [rule for rule in rules if rule.is_on and rule.theme not in off]
    found = None if stop() else look_through(casebook, on, told=lambda *_: None, stop=stop)
    if found is None:
        return None
    with casebook.writing() as work:
        before = {rule.theme for rule in work.learned.all()}
        work.learned.keep(rules)
        put = put_in_place(work, found, before | {rule.theme for rule in rules})
        label = "Suggest by what was learned"
        changes = work.journal.perform(label, put.commands, coder) if put.commands else Changes()
        return Learned(work.learned.all(), put.added, put.removed, changes)


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
    """What is decided in a casebook, by passage; passages themselves are read when they teach."""

    def __init__(self, work: Work) -> None:
        self._work = work
        self._finished: list[int] = []
        self._features: dict[int, tuple[int, tuple[str, ...]]] = {}
        self._shared: dict[str, str] = {}
        for document in work.documents.all():
            if document.finished_by is not None:
                self._finished += [
                    kept.id
                    for kept in work.documents.passages(document.id)
                    if not is_silent(kept.passage)
                ]
        self._tagged: dict[str, set[int]] = {}
        for tag in work.decisions.tags():
            if tag.passage_id is not None:
                self._tagged.setdefault(tag.theme, set()).add(tag.passage_id)
        self._rejected: dict[str, set[int]] = {}
        self._said: dict[str, set[int]] = {}
        for kept in work.decisions.suggestions():
            self._heard(kept)

    def _heard(self, kept: KeptSuggestion) -> None:
        theme, learned = kept.suggestion.theme, kept.suggestion.rule.endswith(LEARNED)
        if kept.decision is Decision.REJECTED:
            self._rejected.setdefault(theme, set()).add(kept.passage_id)
        if not learned and kept.suggestion.confidence >= Level.NORMAL.least:
            self._said.setdefault(theme, set()).add(kept.passage_id)

    def examples(self, theme: str) -> Iterator[Example]:
        holding = self._tagged.get(theme, set())
        rejected = self._rejected.get(theme, set()) - holding
        quiet = [one for one in self._finished if one not in holding and one not in rejected]
        # Drawn by a hash of their place, so that learning twice teaches the same.
        quiet.sort(key=lambda one: crc32(f"{theme}/{one}".encode()))
        most = QUIET_FOR_EACH * (len(holding) + len(rejected))
        chosen = (*sorted(holding), *sorted(rejected), *quiet[:most])
        self._read([number for number in chosen if number not in self._features])
        for number in chosen:
            if number in self._features:
                document_id, held = self._features[number]
                yield Example(
                    document_id,
                    held,
                    holds=number in holding,
                    rules_say=number in self._said.get(theme, ()),
                )

    def _read(self, numbers: Sequence[int]) -> None:
        """Read passages and keep their features; one that cannot be tagged has none."""
        for begin in range(0, len(numbers), _AT_ONCE):
            for kept in self._work.decisions.passages(numbers[begin : begin + _AT_ONCE]):
                if not is_silent(kept.passage):
                    held = features(kept.passage)
                    # The same words stand in many passages; each is held once.
                    once = tuple(self._shared.setdefault(one, one) for one in held)
                    self._features[kept.id] = (kept.document_id, once)
