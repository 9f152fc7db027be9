"""The verb summary takes a saved summary by its name, and hides small numbers."""

from contextlib import closing
from typing import Any

import docx
import pytest

from caseview.domain.crosstab import Counts
from caseview.domain.summary import AnalystWords, SummarySpec
from caseview.usecases.saved_summary import SummaryChoice, save_summary_choice
from caseview.wiring import Opening, house, now

pytestmark = pytest.mark.usefixtures("filled")
THEME = "professional_curiosity"


def words(path: Any) -> str:
    return "\n".join(paragraph.text for paragraph in docx.Document(str(path)).paragraphs)


def save(caller: Any, name: str) -> None:
    own = AnalystWords("Read by two of us.", {THEME: "Nobody asked."}, {THEME: ("Who asks?",)})
    spec = SummarySpec((THEME,), Counts.PROVISIONAL, words=own, small_numbers=3)
    choice = SummaryChoice(spec, ("Ask once more.",))
    with closing(house().open_casebook(caller.casebook, Opening(coder="JB"))) as casebook:
        save_summary_choice(casebook, name, choice, coder="JB", now=now)


def test_a_saved_summary_brings_its_words_and_its_rule_for_small_numbers(caller: Any) -> None:
    save(caller, "Spring")
    out = caller.folder / "summary.docx"
    caller.run("summary", caller.casebook, "--name", "Spring", "--out", out)
    said = words(out)
    for own in ("Read by two of us.", "Nobody asked.", "Who asks?", "Ask once more."):
        assert own in said
    assert "Counts under 3 show as “<3”" in said
    caller.run("summary", caller.casebook, "--name", "Spring", "--small-numbers", 0, "--out", out)
    assert "<3" not in words(out)


def test_a_name_that_nothing_has_is_told(caller: Any) -> None:
    done = caller.run(
        "summary", caller.casebook, "--name", "No", "--out", caller.folder / "s.docx", expect=1
    )
    assert "No summary is saved as “No”" in done.err
