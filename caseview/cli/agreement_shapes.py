"""The JSON shapes of agreement between coders and of a merge."""

from dataclasses import asdict

from caseview.cli.shapes import Shape
from caseview.counting import agreement_wording as wording
from caseview.counting.merge_wording import preview_notes, preview_sentence
from caseview.domain.agreement import (
    Agreement,
    Coefficient,
    Disagreement,
    Settlement,
    ThemeAgreement,
)
from caseview.domain.codebook import Codebook
from caseview.domain.merging import MergePreview
from caseview.domain.tag import Tag

_DIGITS = 4


def agreement(found: Agreement, codebook: Codebook) -> Shape:
    """Return a comparison of coders; shares and coefficients are at most 1, absent is null."""
    names = {theme.id: theme.name for theme in codebook.themes}
    return {
        "coders": list(found.coders),
        "unit": found.per.value,
        "units": found.units,
        "documents": found.shared,
        "left_out": found.one_only,
        "codebook_version": found.codebook_version,
        "counted_at": found.counted_at,
        "overall": _theme(found.overall, "", found),
        "themes": [
            {"theme": one.theme, **_theme(one, names.get(one.theme, one.theme), found)}
            for one in found.themes
        ],
        "disagreements": [_disagreement(one) for one in found.disagreements],
        "base_line": wording.base_sentence(found),
        "notes": list(wording.notes(found)),
    }


def _theme(one: ThemeAgreement, label: str, found: Agreement) -> Shape:
    kappa = wording.main_kappa(one)
    measures = one.measures
    return {
        **({"label": label} if label else {}),
        "units": one.units,
        "both": one.all_used,
        "neither": one.none_used,
        "alone": dict(one.alone),
        "percent": _coefficient(measures.percent),
        "kappa": _coefficient(kappa),
        "kappa_words": wording.kappa_sentence(one, found.per),
        "cohen": _coefficient(measures.cohen),
        "fleiss": _coefficient(measures.fleiss),
        "alpha": _coefficient(measures.alpha),
        "ac1": _coefficient(measures.ac1),
    }


def _coefficient(found: Coefficient) -> Shape:
    return {
        name: None if held is None else round(held, _DIGITS) for name, held in asdict(found).items()
    }


def _disagreement(found: Disagreement) -> Shape:
    first = (*found.mine, *found.others)[0]
    return {
        "theme": found.theme,
        "differing": found.differing.value,
        "unit": found.per.value,
        "unit_id": found.unit_id,
        "document": first.document_id,
        "review": first.review_id,
        "tags": {
            coder: [_tag(tag) for tag in tags]
            for coder, tags in zip(found.coders, (found.mine, found.others), strict=True)
        },
        "settled": [_settlement(one) for one in found.settled],
    }


def _tag(tag: Tag) -> Shape:
    return {
        "id": tag.id,
        "document": tag.document_id,
        "review": tag.review_id,
        "start": tag.start,
        "end": tag.end,
        "text": tag.text,
        "whole_page": tag.page,
        "reads_as": tag.reads_as.value,
    }


def _settlement(one: Settlement) -> Shape:
    return {
        "verdict": one.verdict.value,
        "coders": list(one.coders),
        "by": one.by,
        "at": one.at,
        "reason": one.reason,
    }


def merge(preview: MergePreview, *, merged: bool) -> Shape:
    """Return what a merge would bring, or has brought (`merged`)."""
    return {
        "merged": merged,
        **asdict(preview),
        "themes": list(preview.themes),
        "coders": list(preview.coders),
        "words": preview_sentence(preview),
        "notes": list(preview_notes(preview)),
    }
