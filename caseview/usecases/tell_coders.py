"""Tells who has worked in a casebook."""

from collections import Counter

from caseview.domain.coder import CoderRecord, parted
from caseview.usecases.work import Casebook


def tell_coders(casebook: Casebook) -> tuple[CoderRecord, ...]:
    """Return everyone who has changed something, by initials, with what they did and when."""
    first: dict[str, str] = {}
    last: dict[str, str] = {}
    for line in casebook.audit():
        first.setdefault(line.coder, line.at)
        last[line.coder] = line.at
    with casebook.reading() as work:
        tags = Counter(one for tag in work.decisions.tags() for one in parted(tag.coder))
        finished = Counter(one.finished_by for one in work.documents.all() if one.finished_by)
    return tuple(
        CoderRecord(who, tags[who], finished[who], first[who], last[who])
        for who in sorted(first, key=str.casefold)
    )
