"""Applies the commands of a team's work: codebook, registers, saved questions, settings."""

from collections.abc import Collection, Mapping
from dataclasses import asdict

from sqlalchemy import Connection, delete, insert, select, update

from caseview.domain.changes import Changes
from caseview.domain.journal import (
    ReadAs,
    SetAnswer,
    SetAsked,
    SetCell,
    SetCodebook,
    SetCoded,
    SetGroup,
    SetKind,
    SetReplaced,
    SetSaved,
    SetSetting,
    SetSettled,
    SetStanding,
    SetSuggestions,
)
from caseview.domain.register import ConcernAnswer, Placed
from caseview.store import loading
from caseview.store.applying import Applier, expect, missing, of_documents
from caseview.store.coders import know_coder
from caseview.store.filed_suggestions import put_suggestions, take_suggestions
from caseview.store.kept_codebook import in_use, use_codebook
from caseview.store.matrix import set_cell
from caseview.store.register import answer_of, asked_at, group_of, standing_of
from caseview.store.saved import saved_of
from caseview.store.settlements import set_settled
from caseview.store.tables import DocumentRow, RecommendationRow
from caseview.store.tables_team import (
    CodedRow,
    ConcernAnswerRow,
    GroupMemberRow,
    RecommendationGroupRow,
    ReplacementRow,
    SavedRow,
    SettingRow,
    StandingRow,
)


def _set_suggestions(command: SetSuggestions, connection: Connection) -> Changes:
    take_suggestions(connection, command.document_id, command.before)
    put_suggestions(connection, command.document_id, command.after)
    ids = frozenset(one.id for one in (*command.before, *command.after))
    return of_documents(connection, frozenset({command.document_id}), Changes(suggestions=ids))


def _set_codebook(command: SetCodebook, connection: Connection) -> Changes:
    expect(in_use(connection), command.before)
    use_codebook(connection, command.after)
    return Changes(codebook=True)


def _set_kind(command: SetKind, connection: Connection) -> Changes:
    row = DocumentRow
    kind, also, form = connection.execute(
        select(row.kind, row.kind_also, row.form).where(row.id == command.document_id)
    ).first() or missing("document", command.document_id)
    there = ReadAs(loading.KINDS[kind], loading.KINDS[also] if also else None, loading.FORMS[form])
    expect(there, command.before)
    connection.execute(
        update(row).where(row.id == command.document_id).values(asdict(command.after))
    )
    return of_documents(connection, frozenset({command.document_id}), Changes())


def _set_replaced(command: SetReplaced, connection: Connection) -> Changes:
    row = ReplacementRow
    mine = row.document_id == command.document_id
    expect(connection.scalar(select(row.replaced_by).where(mine)), command.before)
    connection.execute(delete(row).where(mine))
    if command.after is not None:
        values = {"document_id": command.document_id, "replaced_by": command.after}
        connection.execute(insert(row).values(values))
    return of_documents(connection, frozenset({command.document_id}), Changes())


def _set_coded(command: SetCoded, connection: Connection) -> Changes:
    row = CodedRow
    mine = (row.document_id == command.document_id) & (row.coder == command.coder)
    expect(connection.scalar(select(row.at).where(mine)), command.before)
    connection.execute(delete(row).where(mine))
    if command.after is not None:
        know_coder(connection, command.coder)
        values = {"document_id": command.document_id, "coder": command.coder, "at": command.after}
        connection.execute(insert(row).values(values))
    return of_documents(connection, frozenset({command.document_id}), Changes())


def _set_saved(command: SetSaved, connection: Connection) -> Changes:
    known = command.before or command.after
    if known is None:
        return Changes()
    expect(saved_of(connection, known.id), command.before)
    connection.execute(delete(SavedRow).where(SavedRow.id == known.id))
    if command.after is not None:
        know_coder(connection, command.after.coder)
        connection.execute(insert(SavedRow).values(asdict(command.after)))
    return Changes(saved=frozenset({known.id}))


def _set_setting(command: SetSetting, connection: Connection) -> Changes:
    row = SettingRow
    mine = row.name == command.name
    expect(connection.scalar(select(row.value).where(mine)), command.before)
    connection.execute(delete(row).where(mine))
    if command.after is not None:
        connection.execute(insert(row).values(name=command.name, value=command.after))
    return Changes(settings=frozenset({command.name}))


def _set_asked(command: SetAsked, connection: Connection) -> Changes:
    expect(asked_at(connection, command.place), command.before)
    row, place, after = RecommendationRow, command.place, command.after
    mine = (row.document_id == place.document_id) & (row.position == place.position)
    if after is None:
        connection.execute(delete(row).where(mine))
        return _register(connection, {place.document_id})
    values = {
        "number": after.number,
        "text": after.text,
        "addressee": after.addressee,
        "begins": after.start,
        "ends": after.end,
    }
    # Changed where it stands, for what coders said of it goes with its row.
    change = update(row).where(mine) if command.before else insert(row)
    connection.execute(change.values({**asdict(place), **values}))
    return _register(connection, {place.document_id})


def _set_standing(command: SetStanding, connection: Connection) -> Changes:
    expect(standing_of(connection, command.place), command.before)
    row, place = StandingRow, command.place
    mine = (row.document_id == place.document_id) & (row.position == place.position)
    connection.execute(delete(row).where(mine))
    connection.execute(insert(row).values({**asdict(place), **asdict(command.after)}))
    return _register(connection, {place.document_id})


def _set_group(command: SetGroup, connection: Connection) -> Changes:
    known = command.before or command.after
    if known is None:
        return Changes()
    expect(group_of(connection, known.id), command.before)
    row, member = RecommendationGroupRow, GroupMemberRow
    connection.execute(delete(row).where(row.id == known.id))
    after = command.after
    if after is not None:
        connection.execute(insert(row).values(id=after.id, name=after.name))
        members = [
            {"group_id": after.id, **asdict(place), "belongs": belongs}
            for places, belongs in ((after.members, True), (after.refused, False))
            for place in places
        ]
        if members:
            connection.execute(insert(member), members)
    groups = [group for group in (command.before, after) if group is not None]
    return _register(connection, {one.document_id for group in groups for one in group.members})


def _set_answer(command: SetAnswer, connection: Connection) -> Changes:
    known = command.before or command.after
    if known is None:
        return Changes()
    row, place = ConcernAnswerRow, command.place
    expect(answer_of(connection, place, known.response_id), command.before)
    mine = (
        (row.document_id == place.document_id)
        & (row.position == place.position)
        & (row.response_id == known.response_id)
    )
    connection.execute(delete(row).where(mine))
    after = command.after
    if after is not None:
        know_coder(connection, after.coder)
        connection.execute(insert(row).values(_answer_values(place, after)))
    return _register(connection, {place.document_id})


def _register(connection: Connection, documents: Collection[int]) -> Changes:
    return of_documents(connection, frozenset(documents), Changes(register=True))


def _answer_values(place: Placed, answer: ConcernAnswer) -> dict[str, object]:
    return {
        **asdict(place),
        "response_id": answer.response_id,
        "reply": answer.reply.value,
        "begins": answer.start,
        "ends": answer.end,
        "coder": answer.coder,
        "at": answer.at,
    }


TEAM_APPLIERS: Mapping[type, Applier] = {
    SetSuggestions: _set_suggestions,
    SetCodebook: _set_codebook,
    SetKind: _set_kind,
    SetReplaced: _set_replaced,
    SetCoded: _set_coded,
    SetSaved: _set_saved,
    SetSetting: _set_setting,
    SetAsked: _set_asked,
    SetStanding: _set_standing,
    SetGroup: _set_group,
    SetAnswer: _set_answer,
    SetSettled: set_settled,
    SetCell: set_cell,
}
