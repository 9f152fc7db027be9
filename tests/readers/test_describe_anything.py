"""Whatever the words are, a description is well formed."""

from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from caseview.domain.document import DocumentText, Paragraph, ParagraphStyle
from caseview.domain.recommendation import Concern, Recommendation
from caseview.readers.describe import Describer
from caseview.readers.lists import load_lists

DESCRIBER = Describer(load_lists(Path(__file__).parents[2] / "resources" / "lists"), {})

OPENINGS = [
    "REGULATION 28 REPORT TO PREVENT FUTURE DEATHS",
    "Safeguarding Adults Review",
    "Dear Dr Lorne\nThank you for your Regulation 28 report dated 3 May 2024",
    "Minutes",
]
LINES = [
    "THIS REPORT IS BEING SENT TO:",
    "1 CORONER",
    "5 CORONERS CONCERNS",
    "5",
    "(1) The door was shut. (2) The lamp was out.",
    "a) The key was lost;",
    "Contents",
    "1. Introduction",
    "6. Recommendations",
    "Recommendation 1: The Board should look.",
    "No. | Recommendation | Lead",
    "1 | The Board should look again at the door. | The Board",
    "You state that the door was shut:",
    "Concern 2",
    "“The lamp was out.”",
    "Yours sincerely",
    "I am the Senior Coroner for Norfolk",
    "into the death of Iris Pike aged 7 weeks",
    "31/31/2020 and 3 May 2021",
    "İstanbul – ’ “ ( [REDACTED] |",
    ":",
]
STYLES = st.sampled_from(ParagraphStyle)


@st.composite
def documents(draw: st.DrawFn) -> DocumentText:
    words = [draw(st.sampled_from(OPENINGS)), *draw(st.lists(st.sampled_from(LINES), max_size=25))]
    paragraphs, place = [], 0
    for number, text in enumerate(words, start=1):
        printed = draw(st.sampled_from(["", "", "1", "(2)", "5.1", "R3", "a"]))
        style = draw(STYLES)
        paragraphs.append(
            Paragraph(place, place + len(text), number, None, printed, style, number % 3)
        )
        place += len(text) + 2
    return DocumentText("\n\n".join(words), tuple(paragraphs))


@settings(max_examples=150, deadline=None)
@given(documents(), st.sampled_from(["a.pdf", "2024-0616-trust.txt", "no_ending"]))
def test_a_description_is_well_formed(text: DocumentText, name: str) -> None:
    found = DESCRIBER.describe(text, name)
    assert [(p.start, p.end) for p in found.passages] == [(p.start, p.end) for p in text.paragraphs]
    for passage in found.passages:
        assert passage.text == text.text[passage.start : passage.end]
    for detail in found.details:
        assert detail.value == detail.value.strip() != ""
        if detail.text is not None:
            assert detail.text == text.text[detail.start : detail.end]
    items: list[Concern | Recommendation] = [*found.concerns, *found.recommendations]
    for item in items:
        assert item.text == text.text[item.start : item.end] != ""
    starts = [section.start for section in found.outline]
    assert starts == sorted(starts)
    assert all(s.start <= s.end <= len(text.text) and s.level >= 1 for s in found.outline)
    assert found.guess.margin >= 0
