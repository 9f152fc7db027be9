"""What keeps a reader of a table from adding up what does not add up."""

from caseview.counting.scales import GROUPS, MENTION_SCALES, THEMES
from caseview.domain.crosstab import NOT_RECORDED, CrossTab, Share
from caseview.domain.english import English


def overlap_sentence(table: CrossTab) -> str:
    """Return why rows or columns do not add up, "" where they do."""
    spec, one = table.spec, table.spec.unit.one
    if spec.rows in {THEMES, GROUPS} and spec.columns in {THEMES, GROUPS}:
        return English("A cell counts each {0} in which both themes stand.", one)
    if table.share in {Share.ROW, Share.NONE}:
        return _columns_overlap(table)
    if spec.rows in {THEMES, GROUPS}:
        return English("A {0} can carry several themes, so columns do not add up to 100%.", one)
    if spec.rows in MENTION_SCALES:
        return English("A {0} can stand in several rows, so columns do not add up to 100%.", one)
    return _columns_overlap(table)


def _columns_overlap(table: CrossTab) -> str:
    one = table.spec.unit.one
    if sum(axis.base for axis in table.columns) > table.base:
        return English("A {0} can stand in several columns; it counts once in the total.", one)
    return ""


def missing_sentence(table: CrossTab) -> str:
    """Return what “not recorded” means, "" where the table does not say it."""
    if NOT_RECORDED in {axis.id for axis in (*table.rows, *table.columns)}:
        return English(
            "“Not recorded” means that the review does not say, not that the answer is no."
        )
    return ""
