"""Two coders in memory, compared by the program's own engine."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from typing_extensions import override

from caseview.counting.agreement import Compared, agreement_by_theme
from caseview.counting.disagreements import (
    Decided,
    Places,
    in_order,
    reading_disagreements,
    theme_disagreements,
    units_of,
)
from caseview.desktop.session.comparing import Comparing
from caseview.domain.agreement import (
    Agreement,
    Disagreement,
    DoubleCoding,
    Draw,
    Per,
    RuleRecord,
    Settlement,
    SpotCheck,
    Verdict,
)
from caseview.domain.changes import Changes
from caseview.domain.merging import Merged, MergePreview
from caseview.domain.passage import KeptPassage
from caseview.domain.reads_as import ReadsAs
from caseview.domain.tag import Tag
from tests.desktop import invented
from tests.desktop.invented_deciding import CODER

OTHER = "SO"
AT = "2026-03-01T09:00:00+00:00"
BROUGHT = MergePreview("theirs", 41, 187, 60, 300, 12, 14, coders=(OTHER,), themes=("Debt",))


def _both() -> dict[str, list[Tag]]:
    """Return what each of two coders tagged: alike, alone, and read otherwise."""
    made = [invented.tag_of(s, 500 + s.id, CODER) for s in invented.suggestions(1, 1)]
    theirs = [replace(tag, id=tag.id + 100, coder=OTHER) for tag in made[1:]]
    theirs[0] = replace(theirs[0], reads_as=ReadsAs.CONTEXT)
    unused = next(t.id for t in reversed(invented.THEMES) if t.id not in {m.theme for m in made})
    theirs.append(replace(made[0], id=900, theme=unused, coder=OTHER))
    return {CODER: made, OTHER: theirs}


@dataclass
class InventedComparing(Comparing):
    """What the Agreement view asks."""

    people: tuple[str, ...] = (CODER, OTHER)
    settled: list[Settlement] = field(default_factory=list)
    checks: list[SpotCheck] = field(default_factory=list)
    merged: list[Path] = field(default_factory=list)
    written: list[Path] = field(default_factory=list)

    @override
    def coders(self) -> tuple[str, ...]:
        return self.people

    @override
    def agreement(self, coders: Sequence[str], per: Per) -> Agreement:
        tags, places = _both(), Places(())
        pair = (coders[0], coders[1])
        used = {one: frozenset(units_of(tags[one], per, places)) for one in pair}
        units = {unit: frozenset(pair) for some in used.values() for unit, _ in some} | {
            999: frozenset(pair)
        }
        order = [theme.id for theme in invented.CODEBOOK.themes]
        overall, themes = agreement_by_theme(Compared(pair, units, used), order)
        decided = Decided(pair, tags, (), self.settled)
        found = [*theme_disagreements(decided, per), *reading_disagreements(decided)]
        return Agreement(pair, per, len(units), 1, 0, overall, themes, in_order(found), "3", AT)

    @override
    def settle(self, found: Disagreement, verdict: Verdict) -> Changes:
        self.reopen(found)
        before = (*found.mine, *found.others)
        number = len(self.settled) + 1
        self.settled.append(
            Settlement(number, 1, found.theme, found.coders, verdict, before, CODER, AT)
        )
        return Changes("Settle", tags=frozenset(tag.id for tag in before))

    @override
    def reopen(self, found: Disagreement) -> Changes:
        self.settled = [one for one in self.settled if one not in found.settled]
        return Changes("Open again", tags=frozenset({1}))

    @override
    def give_reason(self, found: Disagreement, reason: str) -> Changes:
        self.settled = [
            replace(one, reason=reason) if one in found.settled else one for one in self.settled
        ]
        return Changes("Reason", documents=frozenset({1}))

    @override
    def rules(self) -> tuple[RuleRecord, ...]:
        return (
            RuleRecord("curiosity.gap.1", "curiosity", 9, 3, 2, 46.8, 91.1),
            RuleRecord("staffing.gap.2", "staffing", 0, 0, 7),
        )

    @override
    def spot_checks(self) -> tuple[SpotCheck, ...]:
        return tuple(self.checks)

    @override
    def passages(self, ids: Sequence[int]) -> tuple[KeptPassage, ...]:
        return tuple(kept for kept in invented.passages(1, 1) if kept.id in ids)

    @override
    def draw(self) -> Changes:
        drawn = tuple(kept.id for kept in invented.passages(1, 1))[:3]
        self.checks.append(SpotCheck(7, 120, drawn, {}, CODER, AT))
        return Changes("Draw 3 paragraphs", settings=frozenset({"spot_checks"}))

    @override
    def mark(self, passage_id: int, *, held: bool | None) -> Changes:
        last = self.checks[-1]
        said = {**last.held, passage_id: bool(held)}
        self.checks[-1] = replace(last, held=said)
        return Changes("Spot check", settings=frozenset({"spot_checks"}))

    @override
    def export(self, found: Agreement, path: Path) -> None:
        self.written.append(path)

    @override
    def copy_for_second_coder(
        self, path: Path, wanted: Draw, passphrase: str | None
    ) -> DoubleCoding:
        self.written.append(path)
        return DoubleCoding(7, wanted.share, (), (1, 2), CODER, AT)

    @override
    def preview_merge(self, path: Path, passphrase: str | None) -> MergePreview:
        return BROUGHT

    @override
    def merge(self, path: Path, passphrase: str | None) -> Merged:
        self.merged.append(path)
        return Merged(BROUGHT, Changes("Merge “theirs”", reviews=frozenset({1})))
