"""Puts mentions together that differ only in where they stand, and takes them apart again."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

from caseview.domain.crosstab import Alike, Mention


def alike(mentions: Iterable[Mention]) -> tuple[Alike, ...]:
    """Return mentions as groups that differ only in place, tags and suggestions apart."""
    groups: dict[tuple[object, ...], list[Mention]] = defaultdict(list)
    for one in mentions:
        shared = (one.suggested, one.theme, one.reads_as, one.restated, one.role, one.coder)
        groups[*shared, one.confidence].append(one)
    return tuple(
        Alike(
            suggested=some[0].suggested,
            theme=some[0].theme,
            reads_as=some[0].reads_as,
            restated=some[0].restated,
            role=some[0].role,
            coder=some[0].coder,
            confidence=some[0].confidence,
            ids=[one.id for one in some],
            documents=[one.document_id for one in some],
            passages=[one.passage_id for one in some],
        )
        for some in groups.values()
    )


def apart(group: Alike, review_of: Mapping[int, int]) -> Iterator[Mention]:
    """Yield the mentions of a group that stand in documents whose review is known."""
    for id_, document, passage in zip(group.ids, group.documents, group.passages, strict=True):
        if document in review_of:
            yield Mention(
                id_, group.suggested, review_of[document], document, passage, group.theme,
                group.reads_as, group.restated, group.role, group.coder, group.confidence,
            )  # fmt: skip
