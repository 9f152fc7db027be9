"""Whether what two documents say of themselves lets them be about one case."""

from caseview.domain.attribute import Detail, DetailName, name_key, value, values

Details = tuple[Detail, ...]
_PLACES = (DetailName.BOARD, DetailName.AREA, DetailName.AREA_AS_PRINTED)


def same_subject(one: Details, other: Details) -> bool:
    """Return whether both name one person."""
    first, second = _subject(one), _subject(other)
    return first is not None and first == second


def other_subject(one: Details, other: Details) -> bool:
    """Return whether both name somebody, and not one person."""
    return _differ(_subject(one), _subject(other))


def names_place(details: Details) -> bool:
    """Return whether a board or an area is named."""
    return any(values(details, name) for name in _PLACES)


def same_place(one: Details, other: Details) -> bool:
    """Return whether both name one board, else one area; no when one of them names neither."""
    return _one_place(one, other) is True


def other_place(one: Details, other: Details) -> bool:
    """Return whether both name a board or an area, and not one of them is the same."""
    return _one_place(one, other) is False


def same_value(one: Details, other: Details, name: DetailName) -> bool:
    """Return whether both have the detail `name`, and the same."""
    here = value(one, name)
    return bool(here) and here == value(other, name)


def other_value(one: Details, other: Details, name: DetailName) -> bool:
    """Return whether both have the detail `name`, and not the same."""
    return _differ(value(one, name), value(other, name))


def _one_place(one: Details, other: Details) -> bool | None:
    for name in _PLACES:
        here, there = (set(values(some, name)) for some in (one, other))
        if here and there:
            return bool(here & there)
    return None


def _subject(details: Details) -> str | None:
    named = value(details, DetailName.SUBJECT)
    return name_key(named) if named else None


def _differ(one: str | None, other: str | None) -> bool:
    return bool(one and other and one != other)
