"""Gives a document that arrived with a project the standing the project says it had."""

import json
from collections.abc import Iterable, Iterator, Mapping

from caseview.domain.attribute import Detail, DetailName
from caseview.domain.document import Form, Kind
from caseview.domain.exchange import ExchangeValue
from caseview.domain.journal import (
    AnyCommand,
    Finished,
    ReadAs,
    SetDetails,
    SetFinished,
    SetKind,
    SetScreening,
)
from caseview.usecases.export_exchange import FINISHED, FORM, KIND, KIND_ALSO, SCREENED_OUT
from caseview.usecases.work import Work

_DETAILS = {
    word.casefold(): name
    for name in DetailName
    for word in (name.label, name.value, name.value.replace("_", " "))
}
_OURS = {KIND, KIND_ALSO, FORM, FINISHED, SCREENED_OUT}


def is_ours(variable: str) -> bool:
    """Return whether CaseView knows what is recorded under this name."""
    return variable in _OURS or variable.strip().casefold() in _DETAILS


def standing_as(
    work: Work, document_id: int, values: Iterable[ExchangeValue]
) -> Iterator[AnyCommand]:
    """Yield the commands that make a document's kind, details and state those recorded.

    Only what differs from what was read is changed, and counts as confirmed.
    """
    said = {one.variable: one.value for one in values}
    yield from _kind(work, document_id, said)
    yield from _details(work, document_id, said)
    who, _, when = said.get(FINISHED, "").partition(" ")
    if who and when and work.documents.get(document_id).finished_by is None:
        yield SetFinished(document_id, None, Finished(who, when))


def screened_as(
    work: Work, review_id: int, values: Iterable[ExchangeValue]
) -> Iterator[AnyCommand]:
    """Yield the command that screens a review out for the reason recorded, if there is one."""
    for one in values:
        if one.variable == SCREENED_OUT and work.reviews.get(review_id).screened_out is None:
            yield SetScreening(review_id, None, one.value)


def _kind(work: Work, document_id: int, said: Mapping[str, str]) -> Iterator[AnyCommand]:
    document = work.documents.get(document_id)
    before = ReadAs(document.kind, document.kind_also, document.form)
    kinds, forms = {one.value: one for one in Kind}, {one.value: one for one in Form}
    if said.get(KIND) not in kinds:
        return
    after = ReadAs(
        kinds[said[KIND]],
        kinds.get(said.get(KIND_ALSO, "")),
        forms.get(said.get(FORM, ""), before.form),
    )
    if after != before:
        yield SetKind(document_id, before, after)


def _details(work: Work, document_id: int, said: Mapping[str, str]) -> Iterator[AnyCommand]:
    read: dict[DetailName, list[Detail]] = {}
    for detail in work.documents.details(document_id):
        read.setdefault(detail.name, []).append(detail)
    for variable, value in said.items():
        name = _DETAILS.get(variable.strip().casefold())
        if name is None:
            continue
        before = tuple(read.get(name, ()))
        wanted = _several(value) if name.many else (value,)
        if tuple(one.value for one in before) != wanted:
            after = tuple(Detail(name, one, confirmed=True) for one in wanted)
            yield SetDetails(document_id, name, before, after)


def _several(value: str) -> tuple[str, ...]:
    """Return the values that one text holds: a JSON list, or one value."""
    try:
        found = json.loads(value)
    except ValueError:
        return (value,)
    return tuple(map(str, found)) if isinstance(found, list) else (value,)
