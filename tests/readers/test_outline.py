"""Headings name roles however they are worded; places have one name; lists load or say why not."""

from pathlib import Path

import pytest

from caseview.domain.document import DocumentText, Paragraph
from caseview.domain.errors import ReadError
from caseview.domain.section import SectionRole
from caseview.readers.lines import fold, lines_of
from caseview.readers.lists import ReferenceLists, load_lists
from caseview.readers.outline import OutlineReader
from caseview.readers.places import Places
from caseview.readers.roles import RoleFinder
from caseview.readers.sections import sections_of
from caseview.readers.wording import whole_words

R = SectionRole
LISTS = load_lists(Path(__file__).parents[2] / "resources" / "lists")
ROLES = RoleFinder(LISTS.headings)

NAMED = {
    "CONCLUSIONS AND LESSONS LEARNED": R.LEARNING,
    "Summary of Review Findings": R.FINDINGS,
    "The Serious Case Review process": R.METHODOLOGY,
    "Analysis: the risk of suicide": R.ANALYSIS,
    "Changes since Iris’s death": R.IMPROVEMENT,
    "What family, friends and colleagues said": R.BACKGROUND,
    "Circumstances of Ms J's death": R.CHRONOLOGY,
    "Appendix C: Terms of reference": R.TERMS_OF_REFERENCE,
    "Appendix B: those who took part": R.APPENDIX,
    "Section 4: Recommendations": R.RECOMMENDATIONS,
    "Practice and organisational learning": R.ANALYSIS,
    "Improving systems and practice": R.RECOMMENDATIONS,
    "A message of condolence": R.FRONT_MATTER,
    "Doors and keys": None,
}


@pytest.mark.parametrize(("heading", "role"), NAMED.items())
def test_a_heading_names_a_role(heading: str, role: SectionRole | None) -> None:
    assert ROLES.find(heading).role is role


def test_the_codebooks_headings_add_to_the_lists() -> None:
    roles = RoleFinder(LISTS.headings, {R.LEARNING: ("doors and keys",)})
    assert roles.find("Doors and keys").role is R.LEARNING
    assert roles.find("Chronology").role is R.CHRONOLOGY


def outline(*words: str) -> list[tuple[str, SectionRole]]:
    """The outline of plain paragraphs, as a file without any styles gives them."""
    paragraphs, place = [], 0
    for number, text in enumerate(words, start=1):
        paragraphs.append(Paragraph(place, place + len(text), number))
        place += len(text) + 2
    document = DocumentText("\n\n".join(words), tuple(paragraphs))
    headings = OutlineReader(ROLES).read(document, lines_of(document))
    return [(s.heading, s.role) for s in sections_of(headings, len(document.text))]


LONG = "Nobody asked who held the key, and the door stayed shut for the whole of that winter. " * 3


def test_headings_are_known_by_their_wording_where_nothing_is_styled() -> None:
    assert outline("Background", LONG, "What worked well", LONG) == [
        ("Background", R.BACKGROUND),
        ("What worked well", R.GOOD_PRACTICE),
    ]


def test_learning_told_by_themes_is_the_analysis_where_there_is_no_other() -> None:
    themes = ("What we learned", LONG, "Learning point one", LONG)
    more = ("Learning point two", LONG, "Learning point three", LONG)
    roles = {role for _, role in outline("Chronology", LONG, *themes, *more)}
    assert roles == {R.CHRONOLOGY, R.ANALYSIS}
    kept = outline("Analysis", LONG, *themes, *more)
    assert ("What we learned", R.LEARNING) in kept


def test_a_numbered_sentence_is_no_heading() -> None:
    assert outline("Chronology", "4.1 The family moved house in May.", LONG) == [
        ("Chronology", R.CHRONOLOGY)
    ]


def test_sections_end_where_the_next_of_their_level_begins() -> None:
    words = ("1. Chronology", LONG, "1.1 Key events", LONG, "2. Analysis", LONG)
    paragraphs, place = [], 0
    for number, text in enumerate(words, start=1):
        paragraphs.append(Paragraph(place, place + len(text), number))
        place += len(text) + 2
    document = DocumentText("\n\n".join(words), tuple(paragraphs))
    headings = OutlineReader(ROLES).read(document, lines_of(document))
    first, inner, second = sections_of(headings, len(document.text))
    assert (first.level, inner.level, second.level) == (1, 2, 1)
    assert first.end == inner.end == second.start
    assert second.end == len(document.text)


PLACES = Places(LISTS)
SPELLINGS = {
    "Yorkshire South Western": "South Yorkshire (West)",
    "City of Manchester": "Manchester City",
    "the County of Devon, Plymouth & Torbay": "County of Devon, Plymouth and Torbay",
    "Newcastleupon-Tyne and North Tyneside": "Newcastle upon Tyne and North Tyneside",
}


@pytest.mark.parametrize(("printed", "name"), SPELLINGS.items())
def test_spellings_of_a_coroner_area_are_one(printed: str, name: str) -> None:
    area = PLACES.coroner_area(printed)
    assert area is not None
    assert area.name == name


def test_forces_are_found_by_whole_names() -> None:
    found = PLACES.forces_in(fold("Essex Police and GMP; Wessex Policeman; Kent Police"))
    assert [place.force.name for place in found] == ["Essex Police", "Kent Police"]


def test_folding_keeps_every_offset() -> None:
    odd = "İSTANBUL “Straße”\u00a0– D’Arcy\n`x`"
    assert len(fold(odd)) == len(odd)
    assert fold("“D’Arcy” – A\u00a0B") == '"d\'arcy" - a b'


def test_listed_wording_matches_over_line_ends_and_whole_words_only() -> None:
    pattern = whole_words("key practice / episodes?")
    assert pattern.search("Key\nPractice")
    assert not pattern.search("key practices")


def test_lists_that_are_missing_say_so(tmp_path: Path) -> None:
    with pytest.raises(ReadError) as raised:
        load_lists(tmp_path)
    assert "cannot be described" in raised.value.message


def test_lists_know_the_field() -> None:
    assert isinstance(LISTS, ReferenceLists)
    assert sum(force.territorial for force in LISTS.forces) == 43
    assert {area.force for area in LISTS.areas if area.force} <= {f.name for f in LISTS.forces}
