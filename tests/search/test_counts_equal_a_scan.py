"""Whatever is asked of whatever casebook, the counts are those of a reader of every word."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from caseview.domain.attribute import DetailName
from caseview.domain.document import Kind
from caseview.domain.query import Search
from caseview.domain.section import SectionRole
from caseview.domain.suggestion import Decision
from caseview.usecases.edit_details import edit_details
from tests.search import scan
from tests.search.desk import THEMES, Desk, Doc, Para, doc, open_desk

KINDS = [Kind.SAR, Kind.DHR, Kind.PFD]
ROLES = [SectionRole.ANALYSIS, SectionRole.FINDINGS, SectionRole.CHRONOLOGY]
# A few words that come often, so that phrases and near words are met at every distance.
CLOSE = ["staff", "staffing", "risk", "harm", "the"]
SPOKEN = st.sampled_from(scan.WORDS + 4 * CLOSE)
SPELLINGS = {"cafe": ["café", "cafe", "CAFE"], "harm": ["harm", "Harm,", "“harm”"]}


@dataclass(frozen=True)
class Draft:
    """A document to be made and what the scan knows of each of its passages."""

    made: Doc
    known: tuple[tuple[tuple[str, ...], tuple[int, ...], Para], ...]
    year: str


@st.composite
def paragraphs(draw: st.DrawFn) -> tuple[tuple[str, ...], tuple[int, ...], Para]:
    """Draw a paragraph of up to three sentences with the words and sentences in it."""
    spoken = draw(st.lists(st.lists(SPOKEN, min_size=1, max_size=8), max_size=3))
    words = tuple(word for sentence in spoken for word in sentence)
    numbers = tuple(number for number, sentence in enumerate(spoken) for _ in sentence)
    text = " ".join(
        " ".join(draw(st.sampled_from(SPELLINGS.get(word, [word]))) for word in sentence) + "!"
        for sentence in ([sentence[0].capitalize(), *sentence[1:]] for sentence in spoken)
    )
    themes = draw(st.sets(st.sampled_from(THEMES), max_size=2))
    role = draw(st.sampled_from(ROLES))
    return words, numbers, Para(text or "-", role, tuple(sorted(themes)))


@st.composite
def drafts(draw: st.DrawFn) -> Draft:
    known = tuple(draw(st.lists(paragraphs(), min_size=2, max_size=6)))
    year = str(draw(st.integers(2015, 2024)))
    kind = draw(st.sampled_from(KINDS))
    return Draft(doc(*(para for _, _, para in known), kind=kind, published=year), known, year)


few = st.lists(st.sampled_from(CLOSE), min_size=2, max_size=3).map(tuple)
leaves = st.one_of(
    st.sampled_from(scan.WORDS).map(scan.word),
    st.sampled_from(scan.WORDS).map(scan.exact),
    st.sampled_from([f"{prefix}*" for prefix in scan.PREFIXES]).map(scan.pattern),
    st.sampled_from(scan.PATTERNS).map(scan.pattern),
    st.sampled_from(["staf", "rsik", "horm", "cafes", "not"]).map(scan.fuzzy),
    few.map(scan.phrase),
    st.builds(scan.near, few, st.integers(0, 4)),
    st.builds(scan.ordered, few, st.integers(0, 4)),
    few.map(scan.one_sentence),
    few.map(scan.one_paragraph),
    st.lists(st.sampled_from(KINDS), min_size=1, max_size=2).map(scan.kinds),
    st.builds(scan.years, st.integers(2015, 2024), st.integers(2015, 2024)),
    st.sampled_from(THEMES).map(scan.theme),
    st.sampled_from(ROLES).map(scan.role),
)
queries = st.recursive(
    leaves,
    lambda inner: st.one_of(
        st.builds(scan.both, inner, inner, st.sampled_from([" ", " AND "])),
        st.builds(scan.either, inner, inner),
        st.builds(scan.negated, inner, st.sampled_from(["NOT ", "-"])),
    ),
    max_leaves=4,
)


@pytest.fixture(scope="module")
def shared(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    """One casebook for all examples, emptied after each."""
    with open_desk(tmp_path_factory.mktemp("scan") / "casebook.casebook") as made:
        yield made


def known_of(document: int, draft: Draft) -> list[scan.Passage]:
    return [
        scan.Passage(
            document, words, numbers, draft.made.kind, draft.year, para.role, frozenset(para.themes)
        )
        for words, numbers, para in draft.known
    ]


def compare(desk: Desk, known: list[scan.Passage], query: scan.Query) -> None:
    expected = [passage for passage in known if query.answers(passage)]
    answer = desk.ask(query.text, limit=1000)
    assert answer.remark == "" or "Nothing has" in answer.remark
    assert answer.total.passages == len(expected) == len(answer.hits)
    assert answer.total.documents == len({passage.document for passage in expected})
    assert Counter(hit.document_id for hit in answer.hits) == Counter(
        passage.document for passage in expected
    )
    for name, value in (("kind", "kind"), ("year", "year"), ("role", "role")):
        counted = Counter(str(getattr(passage, value)) for passage in expected)
        assert dict(answer.facets[name]) == dict(counted)
    themes = Counter(theme for passage in expected for theme in passage.themes)
    assert dict(answer.facets["theme"]) == dict(themes)
    with desk.rows() as rows:
        assert desk.finder.first(rows, Search(query.text)).total == answer.total


def compare_edited(
    desk: Desk, by_document: dict[int, list[scan.Passage]], one: int, asked: list[scan.Query]
) -> None:
    """Give a document another year, reject all suggested of it, compare, and take both back."""
    edit_details(desk.casebook, [one], DetailName.PUBLISHED, ["2030"], coder="JB")
    themed = any(passage.themes for passage in by_document[one])
    if themed:
        desk.decide(one, Decision.REJECTED)
    edited = [replace(known, year="2030", themes=frozenset()) for known in by_document[one]]
    now = by_document | {one: edited}
    for query in asked:
        compare(desk, [known for some in now.values() for known in some], query)
    for _ in range(1 + themed):
        desk.undo()


@settings(
    max_examples=20, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(
    made=st.lists(drafts(), min_size=2, max_size=4),
    asked=st.lists(queries, min_size=12, max_size=20),
)
def test_counts_equal_a_scan_after_adding_editing_removing_and_rebuilding(
    shared: Desk, made: list[Draft], asked: list[scan.Query]
) -> None:
    documents = shared.add(*(draft.made for draft in made))
    try:
        by_document = {
            number: known_of(number, draft) for number, draft in zip(documents, made, strict=True)
        }
        for query in asked:
            compare(shared, [one for some in by_document.values() for one in some], query)
        compare_edited(shared, by_document, documents[-1], asked[::3])
        shared.remove(documents[0])
        del by_document[documents[0]]
        left = [one for some in by_document.values() for one in some]
        for query in asked:
            compare(shared, left, query)
        with shared.casebook.writing() as work:
            work.sql.write("INSERT INTO passage_words(passage_words) VALUES (?)", [("rebuild",)])
        for query in asked:
            compare(shared, left, query)
    finally:
        for document in documents:
            with shared.rows() as rows:
                there = rows.rows("SELECT 1 FROM document WHERE id = ?", (document,))
            if there:
                shared.remove(document)
