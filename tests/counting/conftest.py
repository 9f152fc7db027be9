"""A small casebook in values: reviews, a codebook and mentions to count."""

from collections.abc import Callable

import pytest

from caseview.counting.population import population
from caseview.counting.scales import MENTION_SCALES, attribute_scale, mention_scale
from caseview.counting.tally import Tally
from caseview.counting.together import alike
from caseview.domain.codebook import Codebook, Theme, ThemeGroup
from caseview.domain.crosstab import CrossTabSpec, Mention
from caseview.domain.document import Document, Form, Kind
from caseview.domain.reads_as import ReadsAs
from caseview.domain.review import Review, Status

Attributes = dict[str, dict[int, tuple[str, ...]]]


@pytest.fixture(scope="session")
def codebook() -> Codebook:
    return Codebook(
        id="small",
        name="Small codebook",
        version="3",
        language="en-GB",
        groups=(
            ThemeGroup("practice", "Practice and judgement", "PJ"),
            ThemeGroup("workforce", "Organisation and workforce", "OW"),
        ),
        themes=(
            Theme("staffing", "Staffing and capacity", "workforce", "Too few staff."),
            Theme("curiosity", "Professional curiosity", "practice", "Asking further."),
            Theme("praised", "Good practice named as such", "", "Praise.", marker=True),
            Theme("risk", "Risk assessment", "practice", "Weighing risk."),
            Theme("old", "An old theme", "practice", "No longer used.", retired=True),
        ),
    )


@pytest.fixture(scope="session")
def a_review() -> Callable[..., Review]:
    def make(
        id_: int,
        kind: Kind = Kind.SAR,
        status: Status = Status.FINISHED,
        forms: tuple[Form, ...] = (Form.FULL_REPORT,),
        words: int = 900,
    ) -> Review:
        documents = tuple(
            Document(
                id=id_ * 10 + place,
                review_id=id_,
                name=f"{id_}-{place}.txt",
                sha256="",
                kind=kind,
                form=form,
                title=f"Document {id_}.{place}",
                pages=4,
                words=words,
                imported_at="2026-11-01T09:00:00Z",
            )
            for place, form in enumerate(forms)
        )
        return Review(id_, f"Review {id_}", kind, status, documents)

    return make


@pytest.fixture(scope="session")
def a_mention() -> Callable[..., Mention]:
    def make(id_: int, review: int, theme: str, **more: object) -> Mention:
        values: dict[str, object] = {
            "suggested": False,
            "document_id": review * 10,
            "passage_id": review * 1000,
            "reads_as": ReadsAs.GAP,
            "restated": False,
            "role": "analysis",
            "coder": "JB",
        }
        return Mention(id=id_, review_id=review, theme=theme, **(values | more))  # type: ignore[arg-type]

    return make


@pytest.fixture(scope="session")
def tally(codebook: Codebook) -> Callable[..., Tally]:
    def make(
        spec: CrossTabSpec,
        reviews: tuple[Review, ...],
        mentions: tuple[Mention, ...],
        attributes: Attributes | None = None,
        selected: frozenset[int] | None = None,
    ) -> Tally:
        whom = population(reviews, spec, selected)
        known: Attributes = dict(attributes or {})
        known["kind"] = {review.id: (review.kind.value,) for review in reviews}
        scales = [
            mention_scale(name, spec, codebook)
            if name in MENTION_SCALES
            else attribute_scale(name, known.get(name, {}), whom)
            for name in (spec.rows, spec.columns)
        ]
        return Tally(spec, whom, alike(mentions), *scales)

    return make
