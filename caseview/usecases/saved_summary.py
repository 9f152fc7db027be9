"""Keeps what goes into a theme summary under a name; the numbers are made anew each time."""

import json
from dataclasses import dataclass, field, replace
from typing import Any

from caseview.domain.changes import Changes
from caseview.domain.crosstab import Counts
from caseview.domain.errors import CasebookError
from caseview.domain.evidence import Evidence
from caseview.domain.journal import (
    AnyCommand,
    SetDecision,
    SetFinished,
    SetKind,
    SetReview,
    SetScreening,
    SetSuggestions,
    SetTag,
)
from caseview.domain.quote import Quote
from caseview.domain.saved import Saved, SavedKind
from caseview.domain.summary import (
    AnalystWords,
    Part,
    QuotePlace,
    Quotes,
    Summary,
    SummarySpec,
    place_of,
)
from caseview.usecases.keep_named import keep, named
from caseview.usecases.ports import Now
from caseview.usecases.work import Casebook

Picked = tuple[bool, int]
"""A quote a person ticked: whether it is a suggestion's, and its id."""


@dataclass(frozen=True, slots=True)
class SummaryChoice:
    """What a person chose for a summary: what is asked, their own words, parts, ticked quotes.

    `made_at` is when its numbers were last made (ISO 8601 in UTC), "" for never. `picked` counts
    only where the quotes are picked by hand. Quotes at `without` stay out, and `looked_at` are
    the words that could give a person away and were kept, by what names them. `template` is the
    path of a house template, "" for none.
    """

    spec: SummarySpec
    key_points: tuple[str, ...] = ()
    left_out: frozenset[Part] = frozenset()
    picked: frozenset[Picked] = field(default=frozenset())
    made_at: str = ""
    without: frozenset[QuotePlace] = frozenset()
    looked_at: frozenset[str] = frozenset()
    template: str = ""

    def applied(self, summary: Summary) -> Summary:
        """Return a composed summary as this choice has it: words, parts and quotes."""

        def goes_in(quote: Quote, item: Evidence | None) -> bool:
            if place_of(quote) in self.without:
                return False
            if item is None or not self.spec.by_hand:
                return True
            return (item.suggested, item.id) in self.picked

        sections = tuple(one.narrowed(self.left_out, goes_in) for one in summary.sections)
        return replace(
            summary,
            sections=sections,
            left_out=self.left_out,
            key_points=self.key_points,
            words=self.spec.words,
            marking=self.spec.marking or summary.marking,
        )


def body_of(choice: SummaryChoice) -> str:
    """Return a choice as it is kept."""
    spec, words = choice.spec, choice.spec.words
    kept = {
        "themes": list(spec.themes),
        "counts": spec.counts.value,
        "quotes": spec.quotes.value if isinstance(spec.quotes, Quotes) else spec.quotes,
        "marking": spec.marking,
        "where": spec.where,
        "by_hand": spec.by_hand,
        "about": words.about,
        "words": dict(words.themes),
        "questions": {theme: list(asked) for theme, asked in words.questions.items()},
        "key_points": list(choice.key_points),
        "left_out": sorted(choice.left_out),
        "picked": sorted([suggested, number] for suggested, number in choice.picked),
        "made_at": choice.made_at,
        "small_numbers": spec.small_numbers,
        "without": sorted(map(list, choice.without)),
        "looked_at": sorted(choice.looked_at),
        "template": choice.template,
    }
    return json.dumps(kept, ensure_ascii=False)


def choice_of(body: str) -> SummaryChoice:
    """Return the choice that was kept. Raises CasebookError when it cannot be read."""
    try:
        return _choice(json.loads(body))
    except (ValueError, KeyError, TypeError, AttributeError):
        raise CasebookError(
            "A saved summary cannot be read, so it was left out.", "Remove it and save it anew."
        ) from None


def _choice(kept: dict[str, Any]) -> SummaryChoice:
    quotes = kept["quotes"]
    words = AnalystWords(
        kept["about"],
        {str(theme): str(said) for theme, said in kept["words"].items()},
        {str(theme): tuple(map(str, asked)) for theme, asked in kept["questions"].items()},
    )
    spec = SummarySpec(
        themes=tuple(map(str, kept["themes"])),
        counts=Counts(kept["counts"]),
        quotes=quotes if isinstance(quotes, int) else Quotes(quotes),
        marking=str(kept["marking"]),
        where=str(kept["where"]),
        by_hand=bool(kept["by_hand"]),
        words=words,
        small_numbers=int(kept.get("small_numbers", 0)),
    )
    return SummaryChoice(
        spec,
        tuple(map(str, kept["key_points"])),
        frozenset(map(Part, kept["left_out"])),
        frozenset((bool(suggested), int(number)) for suggested, number in kept["picked"]),
        str(kept["made_at"]),
        frozenset((int(at), int(start), int(end)) for at, start, end in kept.get("without", ())),
        frozenset(map(str, kept.get("looked_at", ()))),
        str(kept.get("template", "")),
    )


def save_summary_choice(
    casebook: Casebook, name: str, choice: SummaryChoice, *, coder: str, now: Now
) -> Changes:
    """Keep a choice under a name, in place of one that has the name already.

    What is kept again and again while it is written is one act to undo. Raises CasebookError
    without a name.
    """
    fresh = Saved(0, SavedKind.SUMMARY, name, body_of(choice), coder, now())
    with casebook.writing() as work:
        return keep(work, fresh)


def saved_summary(casebook: Casebook, name: str) -> SummaryChoice:
    """Return what is saved under a name. Raises CasebookError when there is none."""
    with casebook.reading() as work:
        return choice_of(named(work, SavedKind.SUMMARY, name).body)


def saved_summaries(casebook: Casebook) -> tuple[tuple[Saved, SummaryChoice], ...]:
    """Return every saved summary with what it asks for, by name; one unreadable is left out."""
    with casebook.reading() as work:
        kept = work.saved.all(SavedKind.SUMMARY)
    found = []
    for saved in kept:
        try:
            found.append((saved, choice_of(saved.body)))
        except CasebookError:
            continue
    return tuple(found)


def tags_changed_since(casebook: Casebook, moment: str) -> int:
    """Return how many acts changed tags or suggestions since a time (ISO 8601 in UTC)."""
    with casebook.reading() as work:
        return sum(
            entry.at > moment and not entry.undone and any(map(_counts, entry.commands))
            for entry in work.journal.entries()
        )


def _counts(command: AnyCommand) -> bool:
    return isinstance(
        command,
        SetTag | SetDecision | SetFinished | SetScreening | SetReview | SetSuggestions | SetKind,
    )
