"""A summary keeps the analyst's own words, quotes recommendations, and warns of names."""

from dataclasses import replace
from pathlib import Path
from typing import Any

import docx
import pytest

from caseview.domain.crosstab import Counts
from caseview.domain.errors import CasebookError
from caseview.domain.saved import SavedKind
from caseview.domain.summary import AnalystWords, Made, Part, Quotes, SummarySpec
from caseview.exporters.word_summary import WordSummary
from caseview.store.casebook import StoredCasebook
from caseview.tagging.anonymity import Telling
from caseview.usecases.check_anonymity import check_anonymity
from caseview.usecases.compose_summary import compose_summary
from caseview.usecases.export_summary import export_summary
from caseview.usecases.keep_named import forget
from caseview.usecases.ports import Now
from caseview.usecases.saved_summary import (
    SummaryChoice,
    body_of,
    choice_of,
    save_summary_choice,
    saved_summaries,
    tags_changed_since,
)
from caseview.usecases.screen_review import screen_review

THEME = "information_sharing"
WORDS = AnalystWords(
    about="These reviews were chosen by the panel.",
    themes={THEME: "What one service knew\nanother needed."},
    questions={THEME: ("Who would tell your officers?",)},
)
SPEC = SummarySpec((THEME,), words=WORDS)


def test_recommendations_on_the_theme_are_quoted_word_for_word_once_a_review(
    book: StoredCasebook, finder: Any, clock: Now
) -> None:
    (section,) = compose_summary(book, finder, SPEC, clock).sections
    assert section.recommendations
    with book.reading() as work:
        for made in section.recommendations:
            text = work.documents.text(made.quote.document_id).text
            assert text[made.quote.start : made.quote.end] == made.quote.text
            assert made.name.startswith("Recommendation")
        themes = work.register.themes()
    on_theme = [place for place, said in themes.items() if THEME in said]
    assert 0 < len(section.recommendations) <= len(on_theme)


def test_where_only_tags_count_suggested_recommendations_are_left_out(
    book: StoredCasebook, finder: Any, clock: Now
) -> None:
    spec = replace(SPEC, counts=Counts.TAGS)
    (section,) = compose_summary(book, finder, spec, clock).sections
    assert section.recommendations == ()


def test_the_analysts_words_stand_in_the_word_file_and_parts_can_be_left_out(
    book: StoredCasebook, finder: Any, clock: Now, tmp_path: Path
) -> None:
    summary = compose_summary(book, finder, SPEC, clock)
    own = replace(summary, left_out=frozenset({Part.RECOMMENDED}))
    export_summary(book, WordSummary(), own, tmp_path / "a.docx")
    said = [one.text for one in docx.Document(str(tmp_path / "a.docx")).paragraphs]
    for words in (
        "These reviews were chosen by the panel.",
        "What one service knew",
        "another needed.",
        "Who would tell your officers?",
        "Recommendations on this theme",
        "Themes and what they mean",
    ):
        assert words in said
    fewer = replace(summary, left_out=frozenset({Part.RECOMMENDATIONS, Part.CODEBOOK}))
    export_summary(book, WordSummary(), fewer, tmp_path / "b.docx")
    said = [one.text for one in docx.Document(str(tmp_path / "b.docx")).paragraphs]
    assert not {"Recommendations on this theme", "Themes and what they mean"} & set(said)


def test_names_in_quotes_and_in_own_words_are_listed_before_they_leave(
    book: StoredCasebook, finder: Any, clock: Now
) -> None:
    words = replace(WORDS, about="Ask Dr Hollins at 12 Harbour Road.")
    summary = compose_summary(book, finder, replace(SPEC, words=words), clock)
    told = check_anonymity(book, summary)
    own = [(one.what.sort, one.what.words) for one in told if one.quote is None]
    assert own == [(Telling.NAME, "Dr Hollins"), (Telling.ADDRESS, "12 Harbour Road")]
    assert all(one.what.span.of(one.text) == one.what.words for one in told)
    assert all(one.text == one.quote.text for one in told if one.quote is not None)


def test_whom_a_recommendation_is_to_is_looked_at_as_well(
    book: StoredCasebook, finder: Any, clock: Now
) -> None:
    summary = compose_summary(book, finder, SPEC, clock)
    first, *rest = summary.sections
    quote = summary.quotes[0]
    made = Made("Recommendation 1", quote, "Mrs P. Hollin, Managing Director")
    named = replace(
        summary, sections=(replace(first, recommendations=(made,)), *rest), words=AnalystWords()
    )
    [told] = [one for one in check_anonymity(book, named) if one.text.startswith("To ")]
    assert told.what.words == "Mrs P. Hollin"
    assert told.quote == quote, "leaving it out leaves the recommendation out"
    assert told.where.startswith("Recommendation 1, ")


def test_a_choice_is_kept_under_a_name_and_comes_back_whole(
    book: StoredCasebook, clock: Now
) -> None:
    choice = SummaryChoice(
        replace(SPEC, quotes=Quotes.KEY, marking="OFFICIAL", by_hand=True),
        ("One point",),
        frozenset({Part.REVIEWS}),
        frozenset({(True, 4), (False, 2)}),
        "2026-03-01T09:00:00+00:00",
    )
    assert choice_of(body_of(choice)) == choice
    save_summary_choice(book, " Spring  briefing ", choice, coder="JB", now=clock)
    ((saved, kept),) = saved_summaries(book)
    assert (saved.name, kept) == ("Spring briefing", choice)
    assert not save_summary_choice(book, "Spring briefing", choice, coder="JB", now=clock).saved
    forget(book, SavedKind.SUMMARY, "Spring briefing", coder="JB")
    assert saved_summaries(book) == ()
    with book.writing() as work:
        work.journal.undo("JB")
    assert len(saved_summaries(book)) == 1


@pytest.mark.parametrize("body", ["", "[]", '{"themes": []}', '{"themes": 3, "counts": "no"}'])
def test_a_choice_that_cannot_be_read_is_said(body: str) -> None:
    with pytest.raises(CasebookError, match="cannot be read"):
        choice_of(body)


def test_what_changed_since_the_numbers_were_made_is_counted(book: StoredCasebook) -> None:
    assert tags_changed_since(book, "2020-01-01T00:00:00+00:00") == 0
    screen_review(book, 1, "Out of scope", coder="JB")
    assert tags_changed_since(book, "2020-01-01T00:00:00+00:00") == 1
    assert tags_changed_since(book, "2999-01-01T00:00:00+00:00") == 0
    with book.writing() as work:
        work.journal.undo("JB")
    assert tags_changed_since(book, "2020-01-01T00:00:00+00:00") == 0
