"""What is decided teaches; what was learned suggests, can be undone, and shows what was missed."""

from collections.abc import Callable, Iterator, Sequence
from functools import partial
from pathlib import Path

import pytest

from caseview.domain.errors import CasebookError
from caseview.domain.learned import LEARNED, LearnedRule, Lesson, Score, Trial
from caseview.domain.span import Span
from caseview.domain.suggestion import Decision, Level
from caseview.store.casebook import StoredCasebook
from caseview.usecases.decide import Ruling, decide
from caseview.usecases.find_missed import find_missed, more_like
from caseview.usecases.finish_document import finish_documents
from caseview.usecases.import_documents import Batch, import_documents
from caseview.usecases.learn_rules import learn_rules
from caseview.usecases.ports import FileReader, Stop
from caseview.usecases.tag_passage import Chosen, tag_passage
from caseview.usecases.tell_learned import switch_learned

Clock = Callable[[], str]
Words = dict[str, tuple[float, float]]
LINES = (
    "Findings",
    "The rota was thin and the gaps on it were covered by nobody.",
    "The panel met three times in the spring and twice in the autumn.",
    "There were gaps on the rota at weekends, and it was thin at night.",
    "The family lived near the harbour and kept a small boat there.",
)


def unheard(_done: int, _of: int) -> None:
    """Hear nothing."""


def going_on() -> bool:
    return False


class OneRule:
    """A Trainer that has learned that a rota with gaps is staffing, and keeps the lessons."""

    def __init__(self, *, gain: float = 0.2, words: Words | None = None) -> None:
        self.lessons: Sequence[Lesson] = ()
        self._gain = gain
        self._words = words or {"rota": (1.0, 3.0), "gaps": (1.0, 2.0), "panel": (1.0, -3.0)}

    def train(self, lessons: Sequence[Lesson], at: str, stop: Stop) -> Iterator[LearnedRule]:
        self.lessons = lessons
        score = Score(0.9, 0.9, 0.9)
        trial = Trial(200, 80, 12, score, score, self._gain, 0.4)
        yield LearnedRule("staffing_capacity", at, trial, self._words, bias=-1.0)


@pytest.fixture
def casebook_(casebook: StoredCasebook, reader: FileReader, tmp_path: Path) -> StoredCasebook:
    path = tmp_path / "letter.txt"
    path.write_text("\n\n".join(LINES) + "\n", encoding="utf-8")
    list(import_documents(casebook, reader, Batch((path,)), jobs=1, stop=lambda: False))
    return casebook


def span_of(casebook: StoredCasebook, words: str) -> Span:
    with casebook.reading() as work:
        at = work.documents.text(1).text.index(words)
    return Span(at, at + len(words))


def learned_of(casebook: StoredCasebook) -> list[str]:
    with casebook.reading() as work:
        return [
            kept.suggestion.text
            for kept in work.decisions.suggestions()
            if kept.suggestion.rule.endswith(LEARNED)
        ]


def test_tags_teach_that_a_passage_holds_and_finished_documents_that_others_do_not(
    casebook_: StoredCasebook, clock: Clock
) -> None:
    chosen = Chosen(1, span_of(casebook_, LINES[1]), "staffing_capacity")
    tag_passage(casebook_, chosen, coder="JB", now=clock)
    trainer = OneRule()
    learn_rules(casebook_, trainer, coder="JB", now=clock, told=unheard, stop=going_on)
    (lesson,) = trainer.lessons
    assert [example.holds for example in lesson.examples] == [True]
    finish_documents(casebook_, [1], coder="JB", now=clock)
    learn_rules(casebook_, trainer, coder="JB", now=clock, told=unheard, stop=going_on)
    (lesson,) = trainer.lessons
    assert sorted(example.holds for example in lesson.examples) == [False, False, False, True]


def test_a_rule_that_pays_suggests_where_nobody_tagged_and_undo_takes_it_back(
    casebook_: StoredCasebook, clock: Clock
) -> None:
    chosen = Chosen(1, span_of(casebook_, LINES[1]), "staffing_capacity")
    tag_passage(casebook_, chosen, coder="JB", now=clock)
    before = learned_of(casebook_)
    done = learn_rules(casebook_, OneRule(), coder="JB", now=clock, told=unheard, stop=going_on)
    assert done
    with casebook_.reading() as work:
        assert work.learned.all() == done.rules
        ruled = {
            kept.passage_id
            for kept in work.decisions.suggestions()
            if kept.suggestion.theme == "staffing_capacity"
        }
    assert before == []
    assert len(learned_of(casebook_)) == done.added
    assert LINES[1] not in learned_of(casebook_)
    assert ruled
    again = learn_rules(casebook_, OneRule(), coder="JB", now=clock, told=unheard, stop=going_on)
    assert again
    assert (again.added, again.removed) == (0, 0)
    if done.added:
        with casebook_.writing() as work:
            work.journal.undo("JB")
        assert learned_of(casebook_) == []


def test_what_is_imported_later_is_suggested_on_by_what_was_learned_while_it_is_on(
    casebook_: StoredCasebook, reader: FileReader, tmp_path: Path, clock: Clock
) -> None:
    trainer = OneRule(words={"zither": (1.0, 3.0)})
    learn_rules(casebook_, trainer, coder="JB", now=clock, told=unheard, stop=going_on)
    bring = partial(import_documents, casebook_, reader, jobs=1, stop=going_on)
    words = "The zither hung on the wall, a zither for all to see."
    for number, name in enumerate(("second", "third"), start=2):
        path = tmp_path / f"{name}.txt"
        path.write_text(f"Findings\n\n{words}\n\nThe {name} letter ends here.\n", "utf-8")
        list(bring(Batch((path,))))
        with casebook_.reading() as work:
            said = [
                (one.suggestion.text, one.suggestion.theme)
                for one in work.decisions.suggestions(document_id=number)
                if one.suggestion.rule.endswith(LEARNED)
            ]
        assert said == ([(words, "staffing_capacity")] if name == "second" else [])
        switch_learned(casebook_, "staffing_capacity", on=False, coder="JB", stop=going_on)


def test_a_rule_that_does_not_pay_suggests_nothing_and_withdraws_what_it_had(
    casebook_: StoredCasebook, clock: Clock
) -> None:
    learn_rules(casebook_, OneRule(), coder="JB", now=clock, told=unheard, stop=going_on)
    learn_rules(casebook_, OneRule(gain=-0.1), coder="JB", now=clock, told=unheard, stop=going_on)
    assert learned_of(casebook_) == []


def test_what_was_missed_is_listed_by_the_learned_rule_even_where_it_is_off(
    casebook_: StoredCasebook, clock: Clock
) -> None:
    learn_rules(casebook_, OneRule(gain=-0.1), coder="JB", now=clock, told=unheard, stop=going_on)
    with casebook_.reading() as work:
        said = {
            kept.passage_id
            for kept in work.decisions.suggestions(themes=["staffing_capacity"])
            if kept.suggestion.confidence >= Level.NORMAL.least
        }
    found = find_missed(casebook_, "staffing_capacity")
    assert not said & {one.passage_id for one in found}
    assert [one.likelihood for one in found] == sorted(
        (one.likelihood for one in found), reverse=True
    )
    assert found[-1].text.startswith(("The panel", "The family"))


def test_without_a_learned_rule_likeness_to_tags_finds_what_was_missed(
    casebook_: StoredCasebook, clock: Clock
) -> None:
    chosen = Chosen(1, span_of(casebook_, LINES[1]), "trauma_informed")
    tag_passage(casebook_, chosen, coder="JB", now=clock)
    first = find_missed(casebook_, "trauma_informed")[0]
    assert first.text == LINES[3]
    assert {"rota", "gaps"} & set(first.words)


def test_where_nothing_is_tagged_what_the_rules_found_too_faint_is_listed(
    casebook_: StoredCasebook,
) -> None:
    with casebook_.reading() as work:
        faint = {
            kept.passage_id: kept.suggestion.confidence
            for kept in work.decisions.suggestions(themes=["staffing_capacity"])
            if kept.suggestion.confidence < Level.NORMAL.least
        }
    found = find_missed(casebook_, "staffing_capacity")
    assert {one.passage_id for one in found} <= faint.keys()
    assert find_missed(casebook_, "trauma_informed") == ()


def test_passages_like_one_are_found_by_the_words_they_share(casebook_: StoredCasebook) -> None:
    with casebook_.reading() as work:
        ids = {kept.passage.text: kept.id for kept in work.documents.passages(1)}
    assert more_like(casebook_, ids[LINES[3]])[0].text == LINES[1]
    with pytest.raises(CasebookError, match="no passage 999"):
        more_like(casebook_, 999)


def test_a_rejected_suggestion_teaches_that_its_passage_does_not_hold(
    casebook_: StoredCasebook, clock: Clock
) -> None:
    chosen = Chosen(1, span_of(casebook_, LINES[1]), "staffing_capacity")
    tag_passage(casebook_, chosen, coder="JB", now=clock)
    with casebook_.reading() as work:
        said = work.decisions.suggestions(themes=["staffing_capacity"])
    turned_down = [kept.id for kept in said if kept.passage.text == LINES[3]]
    assert turned_down, "the rules know a thin rota"
    decide(casebook_, turned_down, Ruling(Decision.REJECTED), coder="JB", now=clock)
    trainer = OneRule()
    learn_rules(casebook_, trainer, coder="JB", now=clock, told=unheard, stop=going_on)
    assert sorted(example.holds for example in trainer.lessons[0].examples) == [False, True]
