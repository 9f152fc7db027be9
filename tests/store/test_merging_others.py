"""Merging keeps every tag, brings missing themes, and leaves the other casebook as it is."""

import contextlib
import shutil
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from caseview.domain.codebook import Theme
from caseview.domain.errors import CasebookError, CasebookLockedError, WrongPassphraseError
from caseview.domain.journal import SetCodebook
from caseview.domain.reads_as import ReadsAs
from caseview.domain.suggestion import Decision
from caseview.search.full_text import FullTextIndex
from caseview.store.casebook import StoredCasebook, open_casebook
from caseview.store.other_casebook import open_other
from caseview.usecases.decide import Ruling, decide
from caseview.usecases.finish_document import finish_documents
from caseview.usecases.merge_casebooks import merge_casebooks
from caseview.usecases.undo import undo
from tests.store.conftest import MIGRATIONS
from tests.store.merging_room import Made, Reading, add, merge, now, state, tag, tags


def test_a_theme_that_only_their_codebook_has_comes_with_its_rules_and_suggestions(
    ours: StoredCasebook, theirs: StoredCasebook, document: Made, codebook: Made, reading: Reading
) -> None:
    small = codebook()
    more = replace(
        small, version="2", themes=(*small.themes, Theme("debt", "Debt", "practice", "Owing."))
    )
    with theirs.writing() as work:
        number = work.codebooks.keep(more, coder="SO", note="Debt")
        work.journal.perform("Add", [SetCodebook(work.codebooks.in_use(), number)], "SO")
    read, original = document()
    suggested = replace(read.suggestions[0], theme="debt", rule="debt.gap.1")
    add(theirs, (replace(read, suggestions=(*read.suggestions, suggested)), original))
    tag(theirs, 1, "SO", theme="debt")
    theirs.close()
    merged = merge(ours, reading)
    assert merged.preview.themes == ("Debt",)
    with ours.reading() as work:
        assert work.codebook.theme("debt").definition == "Owing."
        assert work.codebook.version == "2"
        rules = {one.suggestion.rule for one in work.decisions.suggestions()}
        assert "debt.gap.1" in rules
        assert [one.theme for one in work.decisions.tags()] == ["debt"]
    undo(ours, coder="JB")
    with ours.reading() as work:
        assert work.codebook.version == "1"
        assert work.decisions.tags() == ()


def test_decisions_nobody_made_here_are_taken_over(
    ours: StoredCasebook, theirs: StoredCasebook, document: Made, reading: Reading
) -> None:
    for casebook in (ours, theirs):
        add(casebook, document())
    decide(theirs, [1], Ruling(Decision.ACCEPTED), coder="SO", now=now)
    decide(theirs, [2], Ruling(Decision.REJECTED), coder="SO", now=now)
    finish_documents(theirs, [1], coder="SO", now=now)
    theirs.close()
    merge(ours, reading)
    with ours.reading() as work:
        decided = [one.decision for one in work.decisions.suggestions()]
        assert decided[:2] == [Decision.ACCEPTED, Decision.REJECTED]
        assert work.documents.get(1).finished_by == "SO"
        assert work.decisions.tags()[0].suggestion_id == 1


def test_words_read_otherwise_are_found_again_or_kept_as_a_note(
    ours: StoredCasebook, theirs: StoredCasebook, document: Made, reading: Reading
) -> None:
    read, original = document()
    add(theirs, (read, original))
    tag(theirs, 1, "SO")
    tag(theirs, 1, "SO", theme="staffing", at=(59, 78))
    newer, _ = document("north.pdf", ("A new head", "Nobody asked who else lived at the address."))
    add(ours, (replace(newer, sha256=read.sha256), original))
    theirs.close()
    merged = merge(ours, reading)
    assert (merged.preview.tags, merged.preview.unplaced) == (1, 1)
    with ours.reading() as work:
        (kept,) = work.decisions.tags()
        assert (kept.text, kept.start) == ("Nobody", 12)
        (note,) = work.decisions.every_note()
        assert note.about == "document:1"
        assert "Staff vacancies" in note.text
    assert merge(ours, reading).preview.brings_nothing


def test_the_other_casebook_is_left_byte_for_byte(
    ours: StoredCasebook, theirs: StoredCasebook, document: Made, reading: Reading, other_path: Path
) -> None:
    add(theirs, document())
    tag(theirs, 1, "SO")
    theirs.close()
    before = other_path.read_bytes()
    merge(ours, reading)
    assert other_path.read_bytes() == before
    assert [one.name for one in other_path.parent.iterdir() if "theirs" in one.name] == [
        "theirs.casebook"
    ]


def test_the_open_casebook_itself_and_one_in_use_are_refused(
    ours: StoredCasebook, theirs: StoredCasebook, path: Path, other_path: Path, reading: Reading
) -> None:
    with pytest.raises(CasebookLockedError, match="open on this computer"), reading():
        pass
    with (
        pytest.raises(CasebookError, match="is the casebook you have open"),
        reading(beside=other_path),
    ):
        pass


@pytest.mark.parametrize("given_words", [None, "not it"])
def test_an_encrypted_casebook_asks_for_its_passphrase(
    maker: Made, other_path: Path, reading: Reading, given_words: str | None
) -> None:
    maker(other_path, coder="SO", passphrase="kept words").close()  # noqa: S106 - invented
    with pytest.raises(WrongPassphraseError), reading(passphrase=given_words):
        pass


ACTS = st.lists(
    st.tuples(
        st.sampled_from(["curiosity", "staffing", "recording"]),
        st.sampled_from([(14, 20), (21, 26), (59, 64), (116, 119)]),
        st.sampled_from(list(ReadsAs)),
        st.sampled_from(["JB", "SO", "KL"]),
        st.sampled_from([1, 2]),
    ),
    max_size=8,
)


@settings(
    max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(drawn=st.tuples(ACTS, ACTS, st.booleans()))
def test_no_tag_is_lost_and_each_keeps_its_coder(
    tmp_path_factory: pytest.TempPathFactory, maker: Made, document: Made, drawn: Any
) -> None:
    *acts_of_each, finish = drawn
    folder = tmp_path_factory.mktemp("merge")
    here, there = folder / "here.casebook", folder / "there.casebook"
    ours = maker(here, coder="JB", passphrase=None)
    add(ours, document())
    add(ours, document("south.pdf"))
    ours.close()
    shutil.copy2(here, there)
    usual: dict[str, Any] = {"migrations": MIGRATIONS, "passphrase": None, "coder": "JB"}
    ours, theirs = (open_casebook(one, full_text=FullTextIndex(), **usual) for one in (here, there))
    for casebook, acts in zip((ours, theirs), acts_of_each, strict=True):
        for theme, at, reads_as, coder, number in acts:
            with contextlib.suppress(CasebookError):
                tag(casebook, number, coder, theme=theme, at=at, reads_as=reads_as)
        if finish:
            finish_documents(casebook, [1], coder="SO", now=now)
    before = tags(ours) | tags(theirs)
    theirs.close()
    other = open_other(there, beside=here, full_text=FullTextIndex(), **usual)
    merge_casebooks(ours, other, "there", coder="JB")
    assert tags(ours) == before
    first = state(ours)
    merge_casebooks(ours, other, "there", coder="JB")
    assert state(ours) == first
    other.close()
    assert ours.check(repair=False) == ()
    ours.close()
