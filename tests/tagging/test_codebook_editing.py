"""Edits of a codebook obey an algebra: nothing is lost, and each edit can be said backwards."""

from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from caseview.domain.codebook import Codebook, Effect, Rule, Theme, ThemeGroup
from caseview.domain.document import Form, Kind
from caseview.domain.errors import CodebookError, NotationError
from caseview.tagging.codebook_text import read_codebook, write_codebook
from caseview.tagging.editing.change_log import changes_between
from caseview.tagging.editing.draft import Draft, affected_themes, narrowed
from caseview.tagging.editing.joining import Half, merge, split
from caseview.tagging.editing.rules import add_rule, edit_rule, remove_rule
from caseview.tagging.editing.themes import (
    add_group,
    add_theme,
    bring_back,
    map_theme,
    put_group,
    put_theme,
    regroup,
    rename,
    retire,
)
from caseview.tagging.editing.versions import adopt, next_version
from caseview.tagging.suggest import Tagger
from tests.tagging.conftest import MakePassage

WORDS = ("staff*", "shortage*", "lack of .. care", "(no|never) asked", "curious", "record* .. late")
GROUPS = (ThemeGroup("work", "Work", "WO"), ThemeGroup("care", "Care", "CA"))

patterns = st.lists(st.sampled_from(WORDS), unique=True, max_size=4)
effects = st.sampled_from([Effect.GAP, Effect.TOPIC, Effect.FALSE_FRIEND])


@st.composite
def codebooks(draw: st.DrawFn) -> Codebook:
    themes = []
    for n in range(draw(st.integers(2, 4))):
        rules: list[Rule] = []
        for effect in (Effect.GAP, Effect.TOPIC, Effect.FALSE_FRIEND):
            for number, pattern in enumerate(draw(patterns), start=1):
                rules.append(Rule(f"t{n}.{effect.value}.{number}", f"t{n}", effect, pattern))
        group = draw(st.sampled_from(["work", "care"]))
        themes.append(Theme(f"t{n}", f"Theme {n}", group, f"About {n}.", rules=tuple(rules)))
    return Codebook("made", "Made", "1", "en-GB", GROUPS, tuple(themes))


def said(theme: Theme) -> set[tuple[Effect, str]]:
    return {(rule.effect, rule.pattern) for rule in theme.rules}


HALVES = (Half("First half", "One."), Half("Second half", "Two."))


@given(codebooks(), st.data())
def test_a_split_and_a_merge_of_its_halves_leave_the_rules_as_a_rename_would(
    book: Codebook, data: st.DataObject
) -> None:
    rules = [rule.id for rule in book.theme("t0").rules]
    second = data.draw(st.sets(st.sampled_from(rules)) if rules else st.just(set()))
    parted = split(book, "t0", HALVES, second)
    again = merge(parted, "second_half", "first_half")
    renamed = rename(book, "t0", "First half")
    assert said(again.theme("first_half")) == said(renamed.theme("t0"))
    living = [theme.name for theme in again.themes if not theme.retired]
    assert living == [theme.name for theme in renamed.themes]
    assert again.theme("first_half").came_from[0] == "t0"


@given(codebooks(), st.data())
def test_every_rule_of_a_split_theme_goes_to_a_half_and_what_holds_back_to_both(
    book: Codebook, data: st.DataObject
) -> None:
    theme = book.theme("t0")
    rules = [rule.id for rule in theme.rules]
    second = data.draw(st.sets(st.sampled_from(rules)) if rules else st.just(set()))
    parted = split(book, "t0", HALVES, second)
    one, two = parted.theme("first_half"), parted.theme("second_half")
    assert said(one) | said(two) == said(theme)
    shared = {pair for pair in said(theme) if pair[0] is Effect.FALSE_FRIEND}
    assert said(one) & said(two) == shared
    assert parted.theme("t0") == replace(theme, retired=True)


@given(codebooks())
def test_retiring_deletes_nothing_and_bringing_back_is_its_inverse(book: Codebook) -> None:
    gone = retire(book, "t1")
    assert [theme.id for theme in gone.themes] == [theme.id for theme in book.themes]
    assert gone.theme("t1").rules == book.theme("t1").rules
    assert bring_back(gone, "t1") == book
    assert retire(gone, "t1") == gone


@given(codebooks())
def test_a_merge_gives_every_rule_and_keeps_the_old_theme_to_be_read(book: Codebook) -> None:
    merged = merge(book, "t0", "t1")
    assert said(merged.theme("t1")) == said(book.theme("t0")) | said(book.theme("t1"))
    assert merged.theme("t0") == replace(book.theme("t0"), retired=True)
    assert len({rule.id for t in merged.themes for rule in t.rules}) == sum(
        len(theme.rules) for theme in merged.themes
    )


@given(codebooks(), effects)
def test_a_rule_added_and_removed_leaves_the_codebook_as_it_was(
    book: Codebook, effect: Effect
) -> None:
    added = add_rule(book, "t0", effect, "quite new")
    (new,) = [rule for rule in added.theme("t0").rules if rule.pattern == "quite new"]
    assert remove_rule(added, new.id) == book
    assert added.theme("t0").rules != book.theme("t0").rules


@given(codebooks())
def test_every_edited_codebook_is_written_and_read_back_as_it_is(book: Codebook) -> None:
    edited = map_theme(split(merge(book, "t0", "t1"), "t1", HALVES, ()), "t1", "ons", "6 – staff")
    edited = add_rule(edited, "first_half", Effect.GAP, "(one|two) .. three")
    assert read_codebook(write_codebook(edited)) == edited


@given(codebooks())
def test_nothing_changed_is_nothing_said_and_every_change_is_said(book: Codebook) -> None:
    assert changes_between(book, book) == ()
    for edited in (
        rename(book, "t0", "Other"),
        regroup(book, "t0", "care" if book.theme("t0").group == "work" else "work"),
        retire(book, "t0"),
        merge(book, "t0", "t1"),
        split(book, "t0", HALVES, ()),
        map_theme(book, "t0", "nvap", "2.6"),
        add_theme(book, "New", "work", "Something."),
        add_group(book, "More", "mo"),
        put_group(book, replace(GROUPS[0], letters="WK")),
        add_rule(book, "t0", Effect.TOPIC, "quite new"),
        put_theme(book, replace(book.theme("t0"), definition="Else.")),
    ):
        assert changes_between(book, edited)
        assert all(line.endswith(".") for line in changes_between(book, edited))


def test_the_log_says_in_plain_words_what_was_done(small: Codebook) -> None:
    edited = add_rule(small, "staffing", Effect.GAP, "unfilled post*")
    edited = map_theme(rename(edited, "curiosity", "Asking on"), "curiosity", "nvap", "Theme 2")
    assert changes_between(small, edited) == (
        "“Staffing”: new rule “unfilled post*” (gap).",
        "“Curiosity” is called “Asking on”.",
        "“Asking on” maps to “Theme 2” (National Vulnerability Action Plan).",
    )
    merged = merge(small, "curiosity", "staffing")
    assert "“Staffing” takes in “Curiosity”." in changes_between(small, merged)
    assert "“Curiosity” is retired." in changes_between(small, merged)
    parted = split(small, "staffing", HALVES, ())
    assert "New theme “First half”, split from “Staffing”." in changes_between(small, parted)


def test_a_rule_that_reads_otherwise_gets_a_number_never_used(small: Codebook) -> None:
    edited = edit_rule(small, "staffing.gap.1", Effect.GAP, "shortage*")
    assert [rule.id for rule in edited.theme("staffing").rules if rule.effect is Effect.GAP] == [
        "staffing.gap.2"
    ]
    kept = edit_rule(small, "staffing.gap.1", Effect.GAP, " (shortage*|lack) of .. staff* ")
    assert kept == small
    removed = remove_rule(small, "staffing.gap.1")
    again = add_rule(removed, "staffing", Effect.GAP, "new", taken={"staffing.gap.7"})
    assert again.theme("staffing").rules[0].id == "staffing.gap.8"


def test_a_rule_that_cannot_be_read_says_at_which_character(small: Codebook) -> None:
    with pytest.raises(NotationError) as told:
        add_rule(small, "staffing", Effect.GAP, "lack of (staff")
    assert told.value.place == len("lack of ")
    with pytest.raises(NotationError) as told:
        add_rule(small, "staffing", Effect.GAP, "lack ..")
    assert told.value.place == len("lack ..")


@pytest.mark.parametrize(
    "wrong",
    [
        lambda book: add_theme(book, " ", "work", ""),
        lambda book: add_theme(book, "staffing", "work", ""),
        lambda book: add_theme(book, "New", "nowhere", ""),
        lambda book: merge(book, "staffing", "staffing"),
        lambda book: merge(book, "staffing", "missing"),
        lambda book: split(retire(book, "staffing"), "staffing", HALVES, ()),
        lambda book: split(book, "staffing", (HALVES[0], HALVES[0]), ()),
        lambda book: add_rule(book, "staffing", Effect.TOPIC, "staffing level*"),
        lambda book: remove_rule(book, "staffing.gap.9"),
        lambda book: add_group(book, "Work", "XX"),
        lambda book: add_group(book, "Else", "wo"),
        lambda book: add_group(book, "Else", "WOR"),
    ],
)
def test_an_edit_that_cannot_be_is_refused_in_plain_words(small: Codebook, wrong: object) -> None:
    assert callable(wrong)
    with pytest.raises(CodebookError) as told:
        wrong(small)
    assert told.value.message.endswith(".")


def test_a_retired_name_is_free_and_bringing_back_under_a_taken_name_is_refused(
    small: Codebook,
) -> None:
    edited = add_theme(retire(small, "staffing"), "Staffing", "work", "Anew.")
    assert edited.theme("staffing_2").name == "Staffing"
    with pytest.raises(CodebookError):
        bring_back(edited, "staffing")


def test_tags_follow_themes_through_one_merge_after_another(small: Codebook) -> None:
    three = add_theme(small, "Third", "work", "More.")
    draft = Draft.of(three).merging("staffing", "curiosity").merging("curiosity", "third")
    assert draft.moves == {"staffing": "third", "curiosity": "third"}
    back = draft.with_codebook(bring_back(draft.after, "staffing")).merging("third", "staffing")
    assert back.moves == {"curiosity": "staffing", "third": "staffing"}
    assert not draft.is_empty
    assert Draft.of(small).is_empty


def test_a_codebook_taken_from_a_file_retires_what_it_lacks(small: Codebook) -> None:
    other = replace(small, version="40", themes=small.themes[:1], name="Theirs")
    taken = adopt(small, other)
    assert taken.version == "1"
    assert [theme.retired for theme in taken.themes] == [False, True]
    elsewhere = replace(
        other, groups=(ThemeGroup("g", "G", "GG"),), themes=(Theme("x", "X", "g", "X."),)
    )
    assert [group.id for group in adopt(small, elsewhere).groups] == ["g", "work"]


def test_the_version_goes_up_by_one() -> None:
    assert next_version(["7"]) == "8"
    assert next_version(["1.1"]) == "2"
    assert next_version(["3", "12", "4"]) == "13"
    assert next_version(["draft"]) == "1"


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=40)
@given(
    book=codebooks(),
    words=st.lists(
        st.sampled_from([
            "lack of good care",
            "no asked",
            "staffing",
            "curious",
            "the record was very late",
            "; ",
        ]),
        min_size=1,
        max_size=5,
    ),
)
def test_a_theme_is_suggested_for_by_its_own_rules_alone(
    passage: MakePassage, book: Codebook, words: list[str]
) -> None:
    text = [passage(", ".join(words))]
    whole = Tagger(book).suggest(text, kind=Kind.SAR, form=Form.FULL_REPORT)
    for theme in book.themes:
        part = Tagger(narrowed(book, {theme.id}))
        alone = part.suggest(text, kind=Kind.SAR, form=Form.FULL_REPORT)
        assert alone == tuple(one for one in whole if one.theme == theme.id)


def test_only_themes_whose_suggestions_may_differ_are_affected(small: Codebook) -> None:
    worded = put_theme(small, replace(small.theme("staffing"), definition="Else."))
    assert affected_themes(small, worded) == frozenset()
    assert affected_themes(small, retire(small, "staffing")) == {"staffing"}
    ruled = add_rule(small, "curiosity", Effect.TOPIC, "nosy")
    assert affected_themes(small, ruled) == {"curiosity"}
    assert affected_themes(small, replace(small, cues={})) == {"staffing", "curiosity"}
