"""Invented reviews, codebook and document for the desktop's tests: small, and of no real case."""

from caseview.domain.attribute import Detail, DetailName
from caseview.domain.codebook import Codebook, Theme, ThemeGroup
from caseview.domain.document import (
    Document,
    DocumentText,
    Form,
    Kind,
    Page,
    Paragraph,
    ParagraphStyle,
)
from caseview.domain.passage import KeptPassage, Passage
from caseview.domain.reads_as import ReadsAs
from caseview.domain.review import Review, Status
from caseview.domain.section import Section, SectionRole
from caseview.domain.suggestion import Decision, KeptSuggestion, Suggestion
from caseview.domain.tag import Tag

NOON = "2026-03-02T12:00:00+00:00"

GROUPS = (
    ThemeGroup("people", "People and families", "PF"),
    ThemeGroup("risk", "Risk and thresholds", "RI"),
    ThemeGroup("sharing", "Sharing information", "IN"),
    ThemeGroup("working", "Working together", "MA"),
    ThemeGroup("practice", "Practice", "PO"),
    ThemeGroup("organisation", "Organisation", "OW"),
)
THEMES = tuple(
    Theme(name.lower().replace(" ", "_"), name, group, f"Passages about {name.lower()}.")
    for group, names in {
        "people": ("Hearing the person", "Family knowledge"),
        "risk": ("Repeat contacts", "Risk not reviewed"),
        "sharing": ("Records not joined", "Sharing late"),
        "working": ("Meetings missed",),
        "practice": ("Curious questions", "Closing too soon"),
        "organisation": ("Workload", "Supervision missed"),
    }.items()
    for name in names
)
CODEBOOK = Codebook("invented", "Invented themes", "3", "en", GROUPS, THEMES)

KINDS = (Kind.SAR, Kind.CSPR, Kind.DHR, Kind.PFD)
AREAS = ("Fenwick", "Lowmarsh", "Upper Tarn", "Saltby")
TREES = (
    *("Alder", "Ash", "Aspen", "Bay", "Beech", "Birch", "Box"),
    *("Cedar", "Cherry", "Cypress", "Elder", "Elm", "Fir", "Hawthorn"),
    *("Hazel", "Holly", "Hornbeam", "Juniper", "Larch", "Laurel", "Lime"),
    *("Maple", "Oak", "Olive", "Pear", "Pine", "Plane", "Poplar"),
    *("Rowan", "Spruce", "Sycamore", "Walnut", "Willow", "Yew"),
)
PARAGRAPHS = (
    ("1 What happened", SectionRole.CHRONOLOGY, "1"),
    (
        (
            "The family rang the surgery five times in the autumn. Each call was answered by a "
            "different person, and nobody looked back at what had been said before."
        ),
        SectionRole.CHRONOLOGY,
        "1.1",
    ),
    (
        (
            "A neighbour told the housing office that the curtains were closed all day. The note "
            "stayed in the housing file and no other agency saw it until the spring."
        ),
        SectionRole.CHRONOLOGY,
        "1.2",
    ),
    ("2 What we learned", SectionRole.ANALYSIS, "2"),
    (
        (
            "The two records were kept apart. Had they been read together, the worker said, the "
            "pattern of visits would have been plain to anyone. The file was closed in June "
            "without a visit, because the letter had not been answered."
        ),
        SectionRole.ANALYSIS,
        "2.1",
    ),
    (
        (
            "By contrast, the school nurse asked to see her alone and wrote down her own words. "
            "This was careful work, and the panel wishes to say so."
        ),
        SectionRole.GOOD_PRACTICE,
        "2.2",
    ),
    (
        (
            "The team had lost two of its nine workers, and supervision was put off three times "
            "in the period. Staff told us that they carried the worry home with them."
        ),
        SectionRole.ANALYSIS,
        "2.3",
    ),
    ("3 Recommendations", SectionRole.RECOMMENDATIONS, "3"),
    (
        (
            "The partnership should agree how repeat calls are brought together and looked at by "
            "one named person within a working day."
        ),
        SectionRole.RECOMMENDATIONS,
        "3.1",
    ),
)
MARKS = (
    ("rang the surgery five times", "repeat_contacts", ReadsAs.GAP, 0.8),
    ("no other agency saw it", "records_not_joined", ReadsAs.GAP, 0.7),
    ("The two records were kept apart", "records_not_joined", ReadsAs.GAP, 0.9),
    ("closed in June without a visit", "closing_too_soon", ReadsAs.GAP, 0.8),
    ("asked to see her alone", "hearing_the_person", ReadsAs.GOOD_PRACTICE, 0.8),
    ("lost two of its nine workers", "workload", ReadsAs.GAP, 0.6),
    ("supervision was put off three times", "supervision_missed", ReadsAs.GAP, 0.9),
    ("repeat calls are brought together", "repeat_contacts", ReadsAs.RECOMMENDED, 0.7),
)


def document_text() -> DocumentText:
    """Return the words of the one document that opens, on two pages."""
    text = "\n\n".join(words for words, _, _ in PARAGRAPHS)
    paragraphs, at = [], 0
    half = text.index("2 What we learned")
    for number, (words, _, printed) in enumerate(PARAGRAPHS, 1):
        heading = "." not in printed
        style = ParagraphStyle.HEADING if heading else ParagraphStyle.BODY
        page = 1 if at < half else 2
        paragraphs.append(
            Paragraph(at, at + len(words), number, page, printed, style, int(heading))
        )
        at += len(words) + 2
    pages = (Page(1, 0, half, 595, 842), Page(2, half, len(text), 595, 842))
    return DocumentText(text, tuple(paragraphs), pages)


TEXT = document_text()


def passages(document_id: int, review_id: int) -> tuple[KeptPassage, ...]:
    """Return the passages of the document."""
    return tuple(
        KeptPassage(
            100 + p.number,
            document_id,
            review_id,
            Passage(p.start, p.end, words, p.number, p.page, role, p.printed, p.style),
        )
        for p, (words, role, _) in zip(TEXT.paragraphs, PARAGRAPHS, strict=True)
    )


def outline() -> tuple[Section, ...]:
    """Return its sections."""
    heads = [(p, row) for p, row in zip(TEXT.paragraphs, PARAGRAPHS, strict=True) if p.level]
    ends = [p.start for p, _ in heads[1:]] + [len(TEXT.text)]
    return tuple(
        Section(words, role, 1, p.start, end)
        for (p, (words, role, _)), end in zip(heads, ends, strict=True)
    )


def suggestions(document_id: int, review_id: int) -> tuple[KeptSuggestion, ...]:
    """Return its suggestions, all undecided."""
    found = []
    for n, (words, theme, reads_as, confidence) in enumerate(MARKS, 1):
        start = TEXT.text.replace("\n", " ").index(words)
        end = start + len(words)
        kept = next(
            k for k in passages(document_id, review_id) if k.passage.start <= start < k.passage.end
        )
        reason = f"“{words}” answers to a phrase of this theme."
        made = Suggestion(theme, start, end, words, reads_as, f"{theme}.gap.1", reason, confidence)
        found.append(
            KeptSuggestion(
                n, document_id, review_id, kept.id, kept.passage, made, Decision.UNDECIDED
            )
        )
    return tuple(found)


def reviews() -> tuple[Review, ...]:
    """Return the reviews, with documents and details."""
    made = []
    for n, tree in enumerate(TREES, 1):
        status = (Status.TO_TAG, Status.TAGGING, Status.FINISHED, Status.FINISHED)[n % 4]
        if n % 11 == 0:
            status = Status.NO_TEXT
        if n % 13 == 0:
            status = Status.SCREENED_OUT
        made.append(review(n, f"Person {tree}", status))
    return tuple(sorted(made, key=lambda r: r.title))


def review(n: int, title: str, status: Status) -> Review:
    """Return one review of one or two documents."""
    kind, year = KINDS[n % 4], str(2018 + n % 7)
    finished = NOON if status is Status.FINISHED else None
    words = 0 if status is Status.NO_TEXT else 900 + 37 * n
    documents = tuple(
        Document(
            n * 10 + k,
            n,
            f"{title.lower().replace(' ', '-')}-{k}.pdf",
            f"{n:064x}",
            kind,
            (Form.FULL_REPORT, Form.BRIEFING)[k],
            title,
            2,
            words,
            NOON,
            finished_by="QZ" if finished else None,
            finished_at=finished,
        )
        for k in range(1 + n % 2)
    )
    details = (
        Detail(DetailName.PUBLISHED, f"{year}-05"),
        Detail(DetailName.AREA, AREAS[n % 4]),
        Detail(DetailName.BOARD, f"{AREAS[n % 4]} Safeguarding Partnership"),
        Detail(DetailName.AGENCY, "Housing"),
        Detail(DetailName.AGENCY, "Health visiting"),
        Detail(DetailName.HARM, "Neglect"),
    )
    done = status in {Status.FINISHED, Status.TAGGING}
    return Review(
        n,
        title,
        kind,
        status,
        documents,
        details,
        tags=3 + n if done else 0,
        to_decide=8 if status in {Status.TO_TAG, Status.TAGGING} else 0,
        screened_out="Outside the period" if status is Status.SCREENED_OUT else None,
    )


def tag_of(kept: KeptSuggestion, tag_id: int, coder: str) -> Tag:
    """Return the tag that accepting a suggestion makes."""
    given = kept.suggestion
    return Tag(
        tag_id,
        kept.document_id,
        kept.review_id,
        kept.passage_id,
        given.theme,
        given.start,
        given.end,
        given.text,
        given.reads_as,
        given.restated,
        coder,
        NOON,
        "3",
        given.rule,
        kept.id,
    )
