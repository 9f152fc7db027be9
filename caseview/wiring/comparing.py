"""Coders compared, disagreements settled, casebooks merged: for the window and command line."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from caseview.domain.agreement import (
    Agreement,
    Disagreement,
    DoubleCoding,
    Draw,
    Per,
    RuleRecord,
    SpotCheck,
    Verdict,
)
from caseview.domain.changes import Changes
from caseview.domain.errors import CasebookError
from caseview.domain.merging import Merged, MergePreview
from caseview.domain.passage import KeptPassage
from caseview.usecases.compare_coders import coders_of, compare_coders
from caseview.usecases.double_coding import choose_reviews, fill_copy, record_choice
from caseview.usecases.export_agreement import export_agreement
from caseview.usecases.merge_casebooks import Readable, merge_casebooks, preview_merge
from caseview.usecases.rule_record import rule_record
from caseview.usecases.settle import give_reason, reopen, settle
from caseview.usecases.spot_check import draw, mark, spot_checks
from caseview.usecases.work import Casebook
from caseview.wiring.house import House, Opening, now


@contextmanager
def other_casebook(
    house: House, path: Path, casebook: Casebook, opening: Opening
) -> Iterator[Readable]:
    """Open another casebook to read from, and give it back.

    Raises CasebookError when it is `casebook` itself, CasebookCannotOpenError when it cannot be
    opened.
    """
    from caseview.search.full_text import FullTextIndex  # noqa: PLC0415 (start-up)
    from caseview.store.other_casebook import open_other  # noqa: PLC0415 (start-up)

    other = open_other(
        path,
        beside=Path(casebook.info().path),
        full_text=FullTextIndex(),
        migrations=house.places.migrations,
        passphrase=opening.passphrase,
        coder=opening.coder,
    )
    try:
        yield other
    finally:
        other.close()


def copy_for_second_coder(
    house: House, casebook: Casebook, path: Path, wanted: Draw, opening: Opening
) -> DoubleCoding:
    """Make a casebook for a second coder with reviews chosen at random; return the choice.

    It holds nothing that anybody decided here. `opening` says who chose, and the passphrase of
    the copy. Raises CasebookError when there is a file already, when no review can be chosen, or
    when this casebook is encrypted and the copy would not be; a copy half made is taken away.
    """
    from caseview.search.full_text import FullTextIndex  # noqa: PLC0415 (start-up)
    from caseview.store.casebook import create_casebook  # noqa: PLC0415 (start-up)

    info = casebook.info()
    if info.encrypted and not opening.passphrase:
        raise CasebookError(
            "This casebook is protected by a passphrase, so its copy has to be, too.",
            "Give the copy a passphrase.",
        )
    with casebook.reading() as work:
        choice = choose_reviews(work, wanted, coder=opening.coder, now=now)
        copy = create_casebook(
            path,
            work.codebook,
            full_text=FullTextIndex(),
            migrations=house.places.migrations,
            passphrase=opening.passphrase,
            coder=opening.coder,
            title=f"{info.title}: second coder",
        )
        try:
            fill_copy(work, copy, choice.reviews, info.title)
        except BaseException:
            copy.close()
            path.unlink(missing_ok=True)
            raise
        copy.close()
    with casebook.writing() as work:
        record_choice(work, choice, coder=opening.coder)
    return choice


@dataclass(frozen=True, slots=True)
class Comparing:
    """What one coder does with the work of others; each act is one journal entry."""

    house: House
    casebook: Casebook
    coder: str

    def coders(self) -> tuple[str, ...]:
        """Return everyone who has finished a document or made a tag, by how much they finished."""
        return coders_of(self.casebook)

    def agreement(self, coders: Sequence[str], per: Per) -> Agreement:
        """Return how coders agree."""
        return compare_coders(self.casebook, coders, per, now=now)

    def settle(self, found: Disagreement, verdict: Verdict) -> Changes:
        """Settle a disagreement."""
        return settle(self.casebook, found, verdict, coder=self.coder, now=now)

    def reopen(self, found: Disagreement) -> Changes:
        """Take back how a disagreement was settled."""
        return reopen(self.casebook, found, coder=self.coder)

    def give_reason(self, found: Disagreement, reason: str) -> Changes:
        """Say why a disagreement was settled so."""
        return give_reason(self.casebook, found, reason, coder=self.coder)

    def rules(self) -> tuple[RuleRecord, ...]:
        """Return how often each rule was right."""
        return rule_record(self.casebook)

    def spot_checks(self) -> tuple[SpotCheck, ...]:
        """Return every spot check, oldest first."""
        return spot_checks(self.casebook)

    def passages(self, ids: Sequence[int]) -> tuple[KeptPassage, ...]:
        """Return passages by id, in this order; one that is gone is left out."""
        with self.casebook.reading() as work:
            return work.comparison.passages(ids)

    def draw(self) -> Changes:
        """Draw paragraphs at random where no rule found anything."""
        return draw(self.casebook, coder=self.coder, now=now)

    def mark(self, passage_id: int, *, held: bool | None) -> Changes:
        """Say whether a drawn paragraph held a theme; None takes it back."""
        return mark(self.casebook, passage_id, held=held, coder=self.coder)

    def export(self, found: Agreement, path: Path) -> None:
        """Write a comparison to Excel, Word or CSV by the path's ending."""
        export_agreement(self.casebook, found, self.house.listing_writer(path.suffix), path)

    def copy_for_second_coder(
        self, path: Path, wanted: Draw, passphrase: str | None
    ) -> DoubleCoding:
        """Make a second coder's casebook of reviews chosen at random."""
        opening = Opening(self.coder, passphrase)
        return copy_for_second_coder(self.house, self.casebook, path, wanted, opening)

    def preview_merge(self, path: Path, passphrase: str | None) -> MergePreview:
        """Return what merging another casebook would bring.

        Raises WrongPassphraseError when it needs a passphrase, or another one.
        """
        opening = Opening(self.coder, passphrase)
        with other_casebook(self.house, path, self.casebook, opening) as other:
            return preview_merge(self.casebook, other, path.stem)

    def merge(self, path: Path, passphrase: str | None) -> Merged:
        """Merge another casebook into this one. Raises as `preview_merge` does."""
        opening = Opening(self.coder, passphrase)
        with other_casebook(self.house, path, self.casebook, opening) as other:
            return merge_casebooks(self.casebook, other, path.stem, coder=self.coder)
