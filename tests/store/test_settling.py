"""Coders compared as each had decided, settled with both names, drawn for a second coder."""

from dataclasses import replace
from pathlib import Path

import pytest

from caseview.domain.agreement import Disagreement, Draw, Per, Verdict
from caseview.domain.errors import CasebookError
from caseview.domain.reads_as import ReadsAs
from caseview.domain.suggestion import Decision
from caseview.store.casebook import StoredCasebook
from caseview.usecases.compare_coders import coders_of, compare_coders
from caseview.usecases.decide import Ruling, decide
from caseview.usecases.double_coding import (
    choices,
    choose_reviews,
    fill_copy,
    record_choice,
)
from caseview.usecases.finish_document import finish_documents
from caseview.usecases.rule_record import rule_record
from caseview.usecases.settle import give_reason, reopen, settle
from caseview.usecases.spot_check import draw, mark, spot_checks
from caseview.usecases.undo import redo, undo
from tests.store.merging_room import Made, add, now, state, tag


@pytest.fixture
def coded(ours: StoredCasebook, document: Made) -> StoredCasebook:
    """Return a casebook where JB and SO finished two reviews and KL nothing."""
    for name in ("north.pdf", "south.pdf"):
        number = add(ours, document(name))
        for coder in ("JB", "SO"):
            tag(ours, number, coder, theme="recording", at=(14, 20))
        finish_documents(ours, [number], coder="JB", now=now)
        finish_documents(ours, [number], coder="SO", now=now)
    decide(ours, [2], Ruling(Decision.ACCEPTED), coder="JB", now=now)
    tag(ours, 2, "KL", theme="staffing")
    return ours


def compared(casebook: StoredCasebook, per: Per = Per.REVIEW) -> object:
    found = compare_coders(casebook, ["JB", "SO"], per, now=now)
    return found.overall, found.themes


def test_only_what_both_finished_is_compared(coded: StoredCasebook) -> None:
    assert coders_of(coded) == ("JB", "SO", "KL")
    found = compare_coders(coded, ["JB", "SO"], Per.REVIEW, now=now)
    assert (found.units, found.shared, found.one_only) == (2, 2, 0)
    by_theme = {one.theme: one for one in found.themes}
    assert by_theme["recording"].all_used == 2
    (only,) = found.disagreements
    assert [one.coder for one in only.mine] == ["JB"]
    with pytest.raises(CasebookError, match="It takes two coders"):
        compare_coders(coded, ["JB", "JB"], Per.REVIEW, now=now)
    with pytest.raises(CasebookError, match="Nobody called “XY”"):
        compare_coders(coded, ["JB", "XY"], Per.REVIEW, now=now)
    assert compare_coders(coded, ["JB", "KL"], Per.REVIEW, now=now).shared == 0


@pytest.mark.parametrize("per", Per)
@pytest.mark.parametrize("verdict", Verdict)
def test_settling_changes_no_figure_and_undo_restores_the_very_rows(
    coded: StoredCasebook, verdict: Verdict, per: Per
) -> None:
    before, figures = state(coded)[:-1], compared(coded, per)
    (found,) = compare_coders(coded, ["JB", "SO"], per, now=now).disagreements
    settle(coded, found, verdict, coder="JB", now=now)
    assert compared(coded, per) == figures
    kept = verdict in {Verdict.MINE, Verdict.BOTH}
    with coded.reading() as work:
        there = {one.id: one.coder for one in work.decisions.tags()}
        decided = work.decisions.suggestions(ids=[2])[0].decision
    assert there.get(found.mine[0].id) == ("JB + SO" if kept else None)
    assert decided is (Decision.ACCEPTED if kept else Decision.REJECTED)
    undo(coded, coder="JB")
    assert state(coded)[:-1] == before
    redo(coded, coder="JB")
    (again,) = compare_coders(coded, ["JB", "SO"], per, now=now).disagreements
    assert [one.verdict for one in again.settled] == [verdict]
    reopen(coded, again, coder="JB")
    assert state(coded)[:-1] == before
    assert coded.check(repair=False) == ()


def test_it_can_be_settled_anew_and_given_a_reason(coded: StoredCasebook) -> None:
    def found() -> Disagreement:
        return compare_coders(coded, ["JB", "SO"], Per.REVIEW, now=now).disagreements[0]

    with pytest.raises(CasebookError, match="nothing to give a reason for"):
        give_reason(coded, found(), "Why", coder="JB")
    settle(coded, found(), Verdict.NEITHER, coder="JB", now=now)
    settle(coded, found(), Verdict.BOTH, coder="SO", now=now)
    give_reason(coded, found(), " The definition says so. ", coder="SO")
    (one,) = found().settled
    assert (one.verdict, one.by, one.reason) == (Verdict.BOTH, "SO", "The definition says so.")


def test_words_read_otherwise_are_a_disagreement_too(coded: StoredCasebook) -> None:
    tag(coded, 1, "JB", theme="staffing", at=(59, 64), reads_as=ReadsAs.GAP)
    tag(coded, 1, "SO", theme="staffing", at=(59, 64), reads_as=ReadsAs.GOOD_PRACTICE)
    found = compare_coders(coded, ["JB", "SO"], Per.PARAGRAPH, now=now)
    kinds = [one.differing.value for one in found.disagreements]
    assert "reading" in kinds


def test_the_second_coders_copy_holds_nothing_anybody_decided(
    coded: StoredCasebook, maker: Made, tmp_path: Path
) -> None:
    with coded.reading() as work:
        choice = choose_reviews(work, Draw(50, seed=7), coder="JB", now=now)
        assert choose_reviews(work, Draw(50, seed=7), coder="JB", now=now) == choice
        copy = maker(tmp_path / "copy.casebook")
        fill_copy(work, copy, choice.reviews, "ours")
    with coded.writing() as work:
        record_choice(work, choice, coder="JB")
    assert choices(coded) == (choice,)
    assert len(choice.reviews) == 1
    with copy.reading() as work:
        (there,) = work.documents.all()
        assert there.finished_by is None
        assert work.decisions.tags() == ()
        assert work.decisions.every_note() == ()
        assert work.journal.entries() == ()
        decided = {one.decision for one in work.decisions.suggestions()}
        assert decided == {Decision.UNDECIDED}
    copy.close()
    with coded.reading() as work, pytest.raises(CasebookError, match="no review to choose"):
        choose_reviews(work, Draw(10, kinds=("dhr",)), coder="JB", now=now)


def test_rules_are_counted_by_what_was_decided(coded: StoredCasebook) -> None:
    decide(coded, [3], Ruling(Decision.REJECTED), coder="JB", now=now)
    records = {one.rule: one for one in rule_record(coded)}
    decided = [one for one in records.values() if one.decided]
    assert sorted((one.accepted, one.rejected) for one in decided) == [(0, 1), (1, 0)]
    assert all(one.low is not None for one in decided)


def test_a_spot_check_draws_where_no_rule_found_anything_and_is_kept(
    ours: StoredCasebook, document: Made
) -> None:
    read, original = document("quiet.pdf")
    number = add(ours, (replace(read, suggestions=()), original))
    draw(ours, coder="JB", now=now, seed=7)
    (check,) = spot_checks(ours)
    assert (check.seed, check.population, len(check.drawn)) == (7, 3, 3)
    with pytest.raises(CasebookError, match="have not been read yet"):
        draw(ours, coder="JB", now=now)
    for passage in check.drawn:
        mark(ours, passage, held=passage == check.drawn[0], coder="JB")
    (check,) = spot_checks(ours)
    assert sorted(check.held.values()) == [False, False, True]
    undo(ours, coder="JB")
    assert len(spot_checks(ours)[0].held) == 2
    redo(ours, coder="JB")
    with pytest.raises(CasebookError, match="no paragraph left"):
        draw(ours, coder="JB", now=now)
    with pytest.raises(CasebookError, match="not one of those drawn"):
        mark(ours, 999, held=True, coder="JB")
    assert number == 1
