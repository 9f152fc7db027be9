"""The JSON shapes of the register of recommendations and of the responses to coroners."""

from caseview.cli.shapes import Shape
from caseview.domain.registered import Register, Registered
from caseview.domain.responses import Answered, Expected, Tracked, TrackedConcern


def registered(one: Registered, groups: dict[int, str]) -> Shape:
    """Return a recommendation; `id` is its document and its place among that one's, from 0."""
    kept = one.kept
    return {
        "id": _id(one.place.document_id, one.place.position),
        "document": one.place.document_id,
        "review": kept.review_id,
        "review_title": one.review,
        "kind": one.kind.value,
        "year": one.year or None,
        "number": kept.recommendation.number,
        "text": one.text,
        "start": kept.recommendation.start,
        "end": kept.recommendation.end,
        "page": kept.page,
        "paragraph": kept.paragraph,
        "addressee": kept.addressee or None,
        "bodies": list(one.bodies),
        "sorts": sorted(one.sorts),
        "themes": list(one.themes),
        "suggested_themes": list(one.suggested),
        "strength": one.strength.value,
        "strength_guessed": one.strength_guessed,
        "status": one.progress.value,
        "status_guessed": one.progress_guessed,
        "confirmed": kept.standing.confirmed,
        "group": groups.get(one.group) if one.group is not None else None,
        "made_before": [
            {"id": _id(e.place.document_id, e.place.position), "year": e.year, "decided": e.decided}
            for e in one.earlier
        ],
        "restated_in": [_id(place.document_id, place.position) for place in one.again],
    }


def groups(register: Register) -> list[Shape]:
    """Return the groups, then what is offered as one."""
    reviews = {one.place: one.kept.review_id for one in register.items}
    made = [
        {
            "id": group.id,
            "name": group.name,
            "offered": False,
            "reviews": len({reviews[place] for place in group.members if place in reviews}),
            "members": [_id(place.document_id, place.position) for place in group.members],
            "may_belong": [
                {
                    "id": _id(offer.place.document_id, offer.place.position),
                    "likeness": round(offer.likeness, 3),
                }
                for offer in register.may_belong.get(group.id, ())
            ],
        }
        for group in register.groups
    ]
    offered = [
        {
            "id": None,
            "name": None,
            "offered": True,
            "likeness": round(offer.likeness, 3),
            "reviews": len({reviews[place] for place in offer.members}),
            "members": [_id(place.document_id, place.position) for place in offer.members],
            "may_belong": [],
        }
        for offer in register.offered
    ]
    return [*made, *offered]


def tracked(report: Tracked) -> Shape:
    """Return a report with its responses and its concerns."""
    return {
        "document": report.report_id,
        "review": report.review_id,
        "review_title": report.review,
        "ref": report.ref or None,
        "sent": report.sent,
        "due": report.due,
        "responses": [_expected(one) for one in report.expected],
        "other_responses": list(report.others),
        "concerns": [_concern(one) for one in report.concerns],
    }


def _expected(one: Expected) -> Shape:
    return {
        "addressee": one.addressee,
        "stands": one.came,
        "days_late": one.days,
        "document": one.response_id,
        "received": one.received,
    }


def _concern(one: TrackedConcern) -> Shape:
    concern = one.kept.concern
    return {
        "id": _id(one.kept.place.document_id, one.kept.place.position),
        "number": concern.number,
        "text": concern.text,
        "start": concern.start,
        "end": concern.end,
        "page": one.kept.page,
        "answers": [_answer(answer) for answer in one.answers],
    }


def _answer(one: Answered) -> Shape:
    held = one.decided or one.offered
    return {
        "document": one.response_id,
        "says": one.reply.value,
        "decided": one.decided is not None,
        "coder": one.decided.coder if one.decided else None,
        "start": held.start,
        "end": held.end,
        "text": one.words or None,
        "restated": one.offered.restated or None,
    }


def _id(document: int, position: int) -> str:
    return f"{document}-{position}"
