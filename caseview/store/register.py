"""The register of recommendations and the answers to coroners' concerns."""

from collections.abc import Callable

from sqlalchemy import Connection, select

from caseview.domain.recommendation import Concern, Recommendation
from caseview.domain.register import (
    ConcernAnswer,
    KeptConcern,
    KeptRecommendation,
    Placed,
    Progress,
    RecommendationGroup,
    Reply,
    Standing,
    Strength,
)
from caseview.store.loading import AnyRow, AnySelect
from caseview.store.tables import ConcernRow, DocumentRow, RecommendationRow
from caseview.store.tables_team import (
    ConcernAnswerRow,
    GroupMemberRow,
    RecommendationGroupRow,
    StandingRow,
)


class StoredRegister:
    """The register inside one transaction."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def recommendations(self) -> tuple[KeptRecommendation, ...]:
        """Return every recommendation with its standing, by document and place."""
        row, kept = RecommendationRow, StandingRow
        chosen = (
            select(
                row.document_id, row.position, DocumentRow.review_id, row.number, row.text,
                row.addressee, row.begins, row.ends, kept.progress, kept.strength,
                kept.addressee.label("said"), kept.confirmed,
            )
            .join(DocumentRow, DocumentRow.id == row.document_id)
            .outerjoin(
                kept, (kept.document_id == row.document_id) & (kept.position == row.position)
            )
            .order_by(row.document_id, row.position)
        )  # fmt: skip
        return tuple(
            KeptRecommendation(
                Placed(one.document_id, one.position),
                one.review_id,
                Recommendation(one.number, one.text, one.addressee, one.begins, one.ends),
                _standing(one.progress, one.strength, one.said, confirmed=bool(one.confirmed)),
            )
            for one in self._connection.execute(chosen)
        )

    def groups(self) -> tuple[RecommendationGroup, ...]:
        """Return every group of recommendations, by name."""
        row = RecommendationGroupRow
        ids = self._connection.scalars(select(row.id).order_by(row.id)).all()
        found = [group_of(self._connection, number) for number in ids]
        groups = [group for group in found if group is not None]
        return tuple(sorted(groups, key=lambda group: (group.name.casefold(), group.id)))

    def concerns(self) -> tuple[KeptConcern, ...]:
        """Return every coroner's concern with its answer, by document and place."""
        row = ConcernRow
        chosen = (
            select(
                row.document_id, row.position, DocumentRow.review_id, row.number, row.text,
                row.addressee, row.begins, row.ends,
            )
            .join(DocumentRow, DocumentRow.id == row.document_id)
            .order_by(row.document_id, row.position)
        )  # fmt: skip
        answers = {
            Placed(one.document_id, one.position): _answer(one)
            for one in self._connection.execute(_select_answers())
        }
        return tuple(
            KeptConcern(
                place := Placed(one.document_id, one.position),
                one.review_id,
                Concern(one.number, one.text, one.addressee, one.begins, one.ends),
                answers.get(place),
            )
            for one in self._connection.execute(chosen)
        )


def standing_of(connection: Connection, place: Placed) -> Standing:
    """Return how a recommendation stands."""
    row = StandingRow
    found = connection.execute(
        select(row.progress, row.strength, row.addressee, row.confirmed).where(
            row.document_id == place.document_id, row.position == place.position
        )
    ).first()
    if found is None:
        return Standing()
    return _standing(*found[:3], confirmed=bool(found.confirmed))


def group_of(connection: Connection, number: int) -> RecommendationGroup | None:
    """Return one group, None when there is none with this id."""
    name = connection.scalar(
        select(RecommendationGroupRow.name).where(RecommendationGroupRow.id == number)
    )
    if name is None:
        return None
    row = GroupMemberRow
    rows = connection.execute(
        select(row.document_id, row.position, row.belongs)
        .where(row.group_id == number)
        .order_by(row.document_id, row.position)
    ).all()

    def places(wanted: Callable[[AnyRow], bool]) -> tuple[Placed, ...]:
        return tuple(Placed(one.document_id, one.position) for one in rows if wanted(one))

    members = places(lambda one: bool(one.belongs))
    return RecommendationGroup(number, name, members, places(lambda one: not one.belongs))


def answer_of(connection: Connection, place: Placed) -> ConcernAnswer | None:
    """Return the answer to one concern, None so far."""
    row = ConcernAnswerRow
    found = connection.execute(
        _select_answers().where(
            row.document_id == place.document_id, row.position == place.position
        )
    ).first()
    return None if found is None else _answer(found)


def _standing(
    progress: str | None, strength: str | None, addressee: str | None, *, confirmed: bool
) -> Standing:
    if progress is None or strength is None:
        return Standing()
    return Standing(Progress(progress), Strength(strength), addressee or "", confirmed)


def _select_answers() -> AnySelect:
    row = ConcernAnswerRow
    return select(
        row.document_id, row.position, row.response_id, row.reply, row.begins, row.ends, row.coder,
        row.at,
    )  # fmt: skip


def _answer(row: AnyRow) -> ConcernAnswer:
    return ConcernAnswer(row.response_id, Reply(row.reply), row.begins, row.ends, row.coder, row.at)
