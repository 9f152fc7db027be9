"""A codebook in memory that fulfils what the Codebook view asks."""

from dataclasses import dataclass, field, replace
from pathlib import Path

from typing_extensions import override

from caseview.desktop.session.revising import Revising, Stop, Told
from caseview.domain.changes import Changes
from caseview.domain.codebook import Codebook, Rule
from caseview.domain.codebook import Effect as RuleEffect
from caseview.domain.codebook_effect import Effect, Happens, Touched
from caseview.domain.codebook_figures import CodebookFigures, Record, Use
from caseview.domain.codebook_version import CodebookVersion
from caseview.domain.query import Search
from caseview.domain.reads_as import ReadsAs
from caseview.domain.tag import Tag
from caseview.tagging.editing.draft import Draft
from caseview.tagging.notation import parse
from caseview.usecases.try_rule import Attempt, Trial
from tests.desktop import invented
from tests.desktop.invented_schooling import InventedSchooling


def touched(at: int, happens: Happens = Happens.ADDED) -> Touched:
    words = "The two records were kept apart. Had they been read together, all was plain."
    return Touched(
        happens=happens,
        theme="workload",
        was="",
        document_id=10,
        review_id=1 + at,
        review="Person Alder",
        page=2,
        paragraph="2.1",
        start=0,
        end=30,
        text=words,
        reads_as=ReadsAs.GAP,
    )


@dataclass
class InventedRevising(Revising):
    """Answers at once, and remembers what was applied."""

    applied: list[Draft] = field(default_factory=list)
    written: list[Path] = field(default_factory=list)
    taken: Codebook | None = None
    school: InventedSchooling = field(default_factory=InventedSchooling)

    @property
    @override
    def schooling(self) -> InventedSchooling:
        return self.school

    @override
    def figures(self) -> CodebookFigures:
        ids = [theme.id for theme in invented.THEMES]
        return CodebookFigures(
            {one: Use(tags=31 - n, reviews=12 - n) for n, one in enumerate(ids)},
            {one: Record(accepted=n, rejected=5) for n, one in enumerate(ids)},
            {f"{one}.gap.1": Record(accepted=8, rejected=2) for one in ids},
        )

    @override
    def versions(self) -> tuple[CodebookVersion, ...]:
        kept = CodebookVersion(1, "Invented themes", "2", "", "", invented.NOON, in_use=False)
        note = "“Workload”: new rule “vacan*” (gap)."
        return (kept, replace(kept, id=2, version="3", coder="QZ", note=note, in_use=True))

    @override
    def version(self, number: int) -> Codebook:
        return invented.CODEBOOK

    @override
    def preview(self, draft: Draft, told: Told, stop: Stop) -> Effect | None:
        told(1, 2)
        if stop():
            return None
        found = (*(touched(n) for n in range(3)), touched(1, Happens.REMOVED))
        return Effect("4", draft.changes, found, {10: ()})

    @override
    def apply(self, draft: Draft, effect: Effect) -> Changes:
        self.applied.append(draft)
        return Changes("Change the codebook to version 4", codebook=True)

    @override
    def try_rule(self, attempt: Attempt, stop: Stop) -> Trial:
        parse(attempt.pattern)
        return Trial(41, 29, 6, tuple(touched(n) for n in range(3)))

    @override
    def tags_of(self, theme: str) -> tuple[Tag, ...]:
        kept = invented.suggestions(10, 1)[:3]
        return tuple(invented.tag_of(one, 900 + one.id, "QZ") for one in kept)

    @override
    def rule_of(self, search: Search) -> str:
        return search.query

    @override
    def read_file(self, path: Path) -> Codebook:
        rule = Rule("workload.gap.1", "workload", RuleEffect.GAP, "vacan*")
        return replace(
            invented.CODEBOOK,
            themes=tuple(
                replace(theme, rules=(rule,)) if theme.id == "workload" else theme
                for theme in invented.THEMES
            ),
        )

    @override
    def write_file(self, codebook: Codebook, path: Path) -> None:
        self.written.append(path)

    @override
    def open_of_rule(self, document_id: int, rule: str) -> int:
        return 2

    @override
    def reject_rule(self, document_id: int, rule: str) -> Changes:
        return Changes("Reject")
