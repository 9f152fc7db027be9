"""A codebook reads back as it was written, and a wrong one is refused in plain words."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from caseview.domain.codebook import Codebook, Effect, Rule, Theme, ThemeGroup
from caseview.domain.errors import CodebookError
from caseview.domain.reads_as import ReadsAs
from caseview.domain.section import SectionRole
from caseview.tagging.codebook_text import EFFECT_ORDER, read_codebook, write_codebook

said = st.text(st.characters(codec="utf-8"), max_size=30)
names = st.text("abcdefgh_", min_size=1, max_size=8)
patterns = st.sampled_from(["lack of staff*", "(no|poor) .. polic(y|ies)", "did not (fully)? ask"])


@st.composite
def themes(draw: st.DrawFn, theme: str, group: str) -> Theme:
    numbers = draw(
        st.dictionaries(st.sampled_from(EFFECT_ORDER), st.lists(patterns, min_size=1, max_size=3))
    )
    rules = tuple(
        Rule(f"{theme}.{effect.value}.{number}", theme, effect, pattern)
        for effect in EFFECT_ORDER
        for number, pattern in enumerate(numbers.get(effect, ()), 1)
    )
    return Theme(
        theme,
        draw(said),
        group,
        draw(said),
        use_when=draw(said),
        not_when=draw(said),
        examples=draw(st.dictionaries(said, said, max_size=2)),
        sources=tuple(draw(st.lists(said, max_size=2))),
        rules=rules,
        default_reads_as=draw(st.sampled_from(ReadsAs)),
        extended=draw(st.booleans()),
        marker=draw(st.booleans()),
        retired=draw(st.booleans()),
    )


@st.composite
def codebooks(draw: st.DrawFn) -> Codebook:
    ids = draw(st.lists(names, unique=True, max_size=3))
    group = draw(names)
    return Codebook(
        draw(said),
        draw(said),
        draw(said),
        draw(said),
        groups=(ThemeGroup(group, draw(said), draw(said)),),
        themes=tuple(draw(themes(theme, group)) for theme in ids),
        cues=draw(st.dictionaries(names, st.lists(patterns, max_size=3).map(tuple), max_size=2)),
        headings=draw(
            st.dictionaries(st.sampled_from(SectionRole), st.tuples(said, said), max_size=3)
        ),
        sources=draw(st.dictionaries(said, said, max_size=2)),
        notes=draw(said),
    )


@settings(max_examples=80, deadline=None)
@given(codebooks())
def test_codebook_reads_back_as_written(codebook: Codebook) -> None:
    assert read_codebook(write_codebook(codebook)) == codebook


TOP = 'id = "x"\nname = "X"\nversion = "1"\n'
THEME = '[[theme]]\nid = "staffing"\nname = "Staffing"\ndefinition = "…"\nmarker = true\n'


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ('id = "x\n', "line 1"),
        ('id = "x"\n', "has no “name”"),
        ('id = 7\nname = "X"\nversion = "1"\n', "“id” is not words"),
        (TOP + "colour = 3\n", "a field “colour”"),
        (TOP + '[headings]\nprologue = ["x"]\n', "“prologue” is not a role"),
        (TOP + THEME + '[theme.rules.gap]\n1 = "lack of (staff"\n', "“staffing.gap.1”"),
        (TOP + THEME + '[theme.rules.gap]\n1 = "lack of (staff"\n', "character 9"),
        (TOP + THEME + '[theme.rules.hunch]\n1 = "staff"\n', "a field “hunch”"),
        (TOP + THEME + 'default_reads_as = "issue"\n', "“issue” is not a way"),
        (TOP + THEME + "extended = 1\n", "“extended” is not true or false"),
        (TOP + THEME + THEME, "share an id"),
        (TOP + '[cues]\ngood = ["(well"]\n', "the cues “good”"),
        (TOP + 'theme = "staffing"\n', "[[theme]]"),
        (TOP + 'cues = ["good"]\n', "a table of its own"),
        (TOP + THEME.replace("marker = true", 'group = "g"'), "unknown group “g”"),
    ],
)
def test_wrong_text_is_refused_with_its_place(text: str, words: str) -> None:
    with pytest.raises(CodebookError) as refused:
        read_codebook(text)
    assert words in refused.value.message
    assert refused.value.advice


def test_rule_with_a_strange_id_cannot_be_written() -> None:
    rule = Rule("my rule", "a", Effect.GAP, "staff")
    codebook = Codebook(
        "x", "X", "1", "en-GB", (), (Theme("a", "A", "", "", marker=True, rules=(rule,)),)
    )
    with pytest.raises(CodebookError, match="my rule"):
        write_codebook(codebook)


def test_patterns_that_were_checked_before_are_not_looked_at_again(core_text: str) -> None:
    assert read_codebook(core_text, checked=True) == read_codebook(core_text)
    broken = core_text.replace('"lack of', '"(lack of', 1)
    with pytest.raises(CodebookError):
        read_codebook(broken)
    assert read_codebook(broken, checked=True).id == "caseview-core"
