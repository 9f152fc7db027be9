"""Tags in the casebook: each is compared with the words or page it stands on, in and out."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import Connection, bindparam, delete, insert, select

from caseview.domain.english import English
from caseview.domain.errors import CasebookError
from caseview.domain.tag import Tag
from caseview.store import loading
from caseview.store.coders import know_coder
from caseview.store.rows import StoredRows
from caseview.store.tables import PageRow, PassageRow, ThemeRow
from caseview.store.tables_decided import TagRow

GAP = "\n\n"

# Made once, for a merge puts tens of thousands of tags.
_PASSAGE_AT = select(PassageRow.id).where(
    PassageRow.id == bindparam("passage"),
    PassageRow.document_id == bindparam("document"),
    PassageRow.begins <= bindparam("start"),
    PassageRow.ends > bindparam("start"),
)
_WORDS_AT = (
    select(PassageRow.begins, PassageRow.text)
    # An end inside the blank line after a paragraph needs the paragraph behind it, too.
    .where(
        PassageRow.document_id == bindparam("document"),
        PassageRow.ends > bindparam("start"),
        PassageRow.begins < bindparam("behind"),
    )
    .order_by(PassageRow.number)
)
_PAGE_AT = select(PageRow.begins, PageRow.ends).where(
    PageRow.document_id == bindparam("document"), PageRow.number == bindparam("page")
)
_THEME = select(ThemeRow.id).where(ThemeRow.id == bindparam("theme"))
_REMOVE = delete(TagRow).where(TagRow.id == bindparam("tag"))
_INSERT = insert(TagRow)


def read_tags(connection: Connection, where: str, parameters: Sequence[Any]) -> tuple[Tag, ...]:
    """Return the tags that an SQL condition over t (tag) and d (document) selects, in order.

    Raises CasebookDamagedError when the words or page of one are not at their place.
    """
    rows = StoredRows(connection).rows(
        f"SELECT {loading.TAG_COLUMNS}, p.begins, p.ends, p.text, g.begins, g.ends "  # noqa: S608 - our own words
        "FROM tag AS t JOIN document AS d ON d.id = t.document_id "
        "LEFT JOIN passage AS p ON p.id = t.passage_id "
        "LEFT JOIN page AS g ON g.document_id = t.document_id AND g.number = t.page "
        f"WHERE {where} "
        "ORDER BY t.document_id, t.begins, t.ends, t.id",
        parameters,
    )
    return tuple(_checked(connection, row) for row in rows)


def stored_tag(connection: Connection, tag_id: int) -> Tag | None:
    """Return one tag, None when there is none with this id."""
    found = read_tags(connection, "t.id = ?", [tag_id])
    return found[0] if found else None


def put_tag(connection: Connection, tag: Tag, *, replacing: bool) -> None:
    """Write a tag, in place of the one with its id when `replacing`.

    Raises CasebookError when its words are not at their place, its page is not there or has words
    of its own, or its theme is not in the codebook.
    """
    if tag.page is None:
        _expect_words(connection, tag)
    else:
        _expect_bare_page(connection, tag, tag.page)
    if connection.scalar(_THEME, {"theme": tag.theme}) is None:
        raise CasebookError(
            English("The codebook has no theme “{0}”. Nothing was tagged.", tag.theme),
            "Look at the list of themes.",
        )
    know_coder(connection, tag.coder)
    if replacing:
        connection.execute(_REMOVE, {"tag": tag.id})
    connection.execute(_INSERT, _values(tag))


def _expect_words(connection: Connection, tag: Tag) -> None:
    place = {"passage": tag.passage_id, "document": tag.document_id, "start": tag.start}
    passage = connection.scalar(_PASSAGE_AT, place)
    words = words_at(connection, tag.document_id, tag.start, tag.end)
    whole = bool(words) and len(words) == tag.end - tag.start
    if passage is None or not whole or words != tag.text:
        raise CasebookError(
            "The words to tag are not at that place in the document. Nothing was tagged.",
            "Choose them again in the document.",
        )


def _expect_bare_page(connection: Connection, tag: Tag, page: int) -> None:
    place = {"document": tag.document_id, "page": page}
    there = connection.execute(_PAGE_AT, place).first()
    if there is None or tuple(there) != (tag.start, tag.start):
        raise CasebookError(
            English("Page {0} is not there, or has words of its own. Nothing was tagged.", page),
            "Choose a page without words, or the words to tag.",
        )


def words_at(connection: Connection, document_id: int, start: int, end: int) -> str:
    """Return the words of a stretch of a document, "" when it runs outside its passages."""
    place = {"document": document_id, "start": start, "behind": end + len(GAP)}
    touched = connection.execute(_WORDS_AT, place).all()
    if not touched or touched[0].begins > start:
        return ""
    return GAP.join(one.text for one in touched)[
        start - touched[0].begins : end - touched[0].begins
    ]


def _checked(connection: Connection, row: Sequence[Any]) -> Tag:
    begins, ends, text, *page = row[loading.TAG_WIDTH :]
    tag = loading.tag(row[: loading.TAG_WIDTH])
    if tag.page is not None:
        if page != [tag.start, tag.start]:
            raise loading.damaged_words(f"tag {tag.id}")
        return tag
    if tag.end <= ends:
        words = text[tag.start - begins : tag.end - begins]
    else:
        words = words_at(connection, tag.document_id, tag.start, tag.end)
    whole = len(words) == tag.end - tag.start
    if tag.start < begins or not whole or words != tag.text:
        raise loading.damaged_words(f"tag {tag.id}")
    return tag


def _values(tag: Tag) -> dict[str, Any]:
    return {
        "id": tag.id,
        "document_id": tag.document_id,
        "passage_id": tag.passage_id,
        "theme": tag.theme,
        "begins": tag.start,
        "ends": tag.end,
        "text": tag.text,
        "reads_as": tag.reads_as.value,
        "restated": tag.restated,
        "coder": tag.coder,
        "made_at": tag.made_at,
        "codebook_version": tag.codebook_version,
        "origin": tag.origin,
        "suggestion_id": tag.suggestion_id,
        "is_key": tag.is_key,
        "page": tag.page,
    }
