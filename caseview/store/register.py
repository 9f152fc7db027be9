"""The register of recommendations and the answers to coroners' concerns."""

from collections.abc import Callable, Mapping

from sqlalchemy import ColumnElement, Connection, select, text

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
from caseview.domain.suggestion import Decision, Level
from caseview.store.loading import AnyRow, AnySelect
from caseview.store.tables import ConcernRow, DocumentRow, PassageRow, RecommendationRow
from caseview.store.tables_team import (
    ConcernAnswerRow,
    GroupMemberRow,
    RecommendationGroupRow,
    StandingRow,
)

_WHERE = (
    PassageRow.page,
    PassageRow.printed,
    PassageRow.number.label("paragraph"),
    PassageRow.begins.label("opens"),
    PassageRow.text.label("around"),
)
# Whoever stands on the words of a recommendation, wholly or in part: 1 a tag, 0 a suggestion.
_THEMES = """
SELECT r.document_id, r.position, t.theme, 1 FROM recommendation AS r
JOIN tag AS t ON t.document_id = r.document_id AND t.begins < r.ends AND t.ends > r.begins
UNION
SELECT r.document_id, r.position, s.theme, 0 FROM recommendation AS r
JOIN suggestion AS s ON s.document_id = r.document_id AND s.begins < r.ends AND s.ends > r.begins
WHERE s.confidence >= :least AND s.decision <> :out
ORDER BY 1, 2, 3
"""


class StoredRegister:
    """The register inside one transaction."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def recommendations(self) -> tuple[KeptRecommendation, ...]:
        """Return every recommendation with its standing, by document and as they stand in it."""
        row, kept = RecommendationRow, StandingRow
        chosen = (
            select(
                row.document_id, row.position, DocumentRow.review_id, row.number, row.text,
                row.addressee, row.begins, row.ends, kept.progress, kept.strength,
                kept.addressee.label("said"), kept.confirmed, *_WHERE,
            )
            .join(DocumentRow, DocumentRow.id == row.document_id)
            .outerjoin(PassageRow, _begins_in(row))
            .outerjoin(
                kept, (kept.document_id == row.document_id) & (kept.position == row.position)
            )
            .order_by(row.document_id, row.begins, row.position)
        )  # fmt: skip
        return tuple(
            KeptRecommendation(
                Placed(one.document_id, one.position),
                one.review_id,
                Recommendation(one.number, one.text, one.addressee, one.begins, one.ends),
                _standing(one.progress, one.strength, one.said, confirmed=bool(one.confirmed)),
                one.page,
                one.printed or str(one.paragraph or ""),
                _beside(one),
            )
            for one in self._connection.execute(chosen)
        )

    def themes(self) -> Mapping[Placed, Mapping[str, bool]]:
        """Return the themes on the words of each recommendation: True where a coder tagged it.

        Suggestions count from level normal on, as everywhere; rejected ones do not.
        """
        found: dict[Placed, dict[str, bool]] = {}
        for document, position, theme, tagged in self._connection.execute(
            text(_THEMES),
            {"least": Level.NORMAL.least, "out": Decision.REJECTED.value},
        ):
            themes = found.setdefault(Placed(document, position), {})
            themes[theme] = themes.get(theme, False) or bool(tagged)
        return found

    def groups(self) -> tuple[RecommendationGroup, ...]:
        """Return every group of recommendations, by name."""
        row = RecommendationGroupRow
        ids = self._connection.scalars(select(row.id).order_by(row.id)).all()
        found = [group_of(self._connection, number) for number in ids]
        groups = [group for group in found if group is not None]
        return tuple(sorted(groups, key=lambda group: (group.name.casefold(), group.id)))

    def concerns(self) -> tuple[KeptConcern, ...]:
        """Return every coroner's concern with its answers, by document and place."""
        row = ConcernRow
        chosen = (
            select(
                row.document_id, row.position, DocumentRow.review_id, row.number, row.text,
                row.addressee, row.begins, row.ends, *_WHERE,
            )
            .join(DocumentRow, DocumentRow.id == row.document_id)
            .outerjoin(PassageRow, _begins_in(row))
            .order_by(row.document_id, row.position)
        )  # fmt: skip
        answers: dict[Placed, list[ConcernAnswer]] = {}
        for one in self._connection.execute(_select_answers()):
            place = Placed(one.document_id, one.position)
            answers.setdefault(place, []).append(_answer(one))
        return tuple(
            KeptConcern(
                place := Placed(one.document_id, one.position),
                one.review_id,
                Concern(one.number, one.text, one.addressee, one.begins, one.ends),
                tuple(answers.get(place, ())),
                one.page,
            )
            for one in self._connection.execute(chosen)
        )


def _begins_in(row: type[RecommendationRow | ConcernRow]) -> ColumnElement[bool]:
    """Return what joins words to the passage they begin in."""
    return (
        (PassageRow.document_id == row.document_id)
        & (PassageRow.begins <= row.begins)
        & (PassageRow.ends > row.begins)
    )


def _beside(row: AnyRow) -> str:
    """Return the rest of the passage a recommendation begins in."""
    if row.around is None:
        return ""
    begin, end = row.begins - row.opens, row.ends - row.opens
    return f"{row.around[:begin]} {row.around[end:]}".strip()


def asked_at(connection: Connection, place: Placed) -> Recommendation | None:
    """Return the recommendation at a place, None where there is none."""
    row = RecommendationRow
    found = connection.execute(
        select(row.number, row.text, row.addressee, row.begins, row.ends).where(
            row.document_id == place.document_id, row.position == place.position
        )
    ).first()
    return None if found is None else Recommendation(*found)


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


def answer_of(connection: Connection, place: Placed, response_id: int) -> ConcernAnswer | None:
    """Return what one response answers to one concern, None so far."""
    row = ConcernAnswerRow
    found = connection.execute(
        _select_answers().where(
            row.document_id == place.document_id,
            row.position == place.position,
            row.response_id == response_id,
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
    ).order_by(row.document_id, row.position, row.response_id)  # fmt: skip


def _answer(row: AnyRow) -> ConcernAnswer:
    return ConcernAnswer(row.response_id, Reply(row.reply), row.begins, row.ends, row.coder, row.at)
