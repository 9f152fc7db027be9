"""The fields that say what reviews are: type, second type of a joint review, form."""

from collections.abc import Sequence
from enum import StrEnum

from PySide6.QtWidgets import QComboBox, QGridLayout

from caseview.desktop.tongue import told, tr
from caseview.desktop.widgets.labels import Voice, label
from caseview.domain.document import Form, Kind
from caseview.domain.english import English
from caseview.domain.review import Review
from caseview.usecases.edit_review import documents_of
from caseview.usecases.group_reviews import Recast

AS_THEY_ARE = English("as they are")
NOT_JOINT = "no"


class TypeFields:
    """Fields in a grid for one review, or for several that all get the same type.

    The form is that of the review's principal document, and is asked for one review alone.
    """

    def __init__(self, reviews: Sequence[Review], grid: QGridLayout) -> None:
        self._one = reviews[0] if len(reviews) == 1 else None
        self._kind = _combo(tr("Type"), list(Kind), several=self._one is None)
        self._also = _combo(tr("Joint with"), list(Kind), several=self._one is None, none=NOT_JOINT)
        self._form = _combo(tr("Form"), list(Form), several=False)
        rows = [(tr("Type"), self._kind), (tr("Joint with"), self._also)]
        if self._one is not None:
            rows.append((tr("Form"), self._form))
            _choose(self._kind, self._one.kind)
            _choose(self._also, self._one.kind_also)
            _choose(self._form, documents_of(self._one)[0].form)
        for at, (words, field) in enumerate(rows):
            grid.addWidget(label(words, Voice.SECONDARY), at, 0)
            grid.addWidget(field, at, 1)
        self.rows = len(rows)
        self._before = self._said

    def begin(self) -> None:
        """Put the cursor into the first field."""
        self._kind.setFocus()

    @property
    def wanted(self) -> Recast | None:
        """What the fields say now, None where they say what they said at first."""
        kind, also, form = self._said
        if self._said == self._before:
            return None
        return Recast(
            Kind(kind) if kind else None,
            Form(form) if form and form != self._before[2] else None,
            Kind(also) if also and also != NOT_JOINT else None,
            joint=None if also == self._before[1] else also != NOT_JOINT,
        )

    @property
    def _said(self) -> tuple[str, str, str]:
        form = str(self._form.currentData()) if self._one is not None else ""
        return str(self._kind.currentData()), str(self._also.currentData()), form


def _combo(
    name: str, choices: Sequence[Kind | Form], *, several: bool, none: str = ""
) -> QComboBox:
    field = QComboBox()
    field.setAccessibleName(name)
    if several:
        field.addItem(tr(AS_THEY_ARE), "")
    if none:
        field.addItem(none, none)
    for one in choices:
        field.addItem(told(one.label), one.value)
    return field


def _choose(field: QComboBox, wanted: StrEnum | None) -> None:
    found = field.findData(wanted.value) if wanted is not None else 0
    field.setCurrentIndex(max(0, found))


def recasts(reviews: Sequence[Review], wanted: Recast) -> list[tuple[list[int], Recast]]:
    """Return which documents of reviews are recast how: a response to a review stays one."""
    steps = []
    if wanted.kind is not None or wanted.joint is not None:
        own = [
            document.id
            for review in reviews
            for document in (
                [d for d in review.documents if d.kind is not Kind.PFD_RESPONSE] or review.documents
            )
        ]
        steps.append((own, Recast(wanted.kind, None, wanted.kind_also, wanted.joint)))
    if wanted.form is not None:
        steps.append(([documents_of(review)[0].id for review in reviews], Recast(form=wanted.form)))
    return steps
