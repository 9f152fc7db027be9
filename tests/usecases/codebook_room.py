"""A casebook with a small codebook and a few documents, to change the codebook of."""

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from caseview.domain.codebook import Codebook, Effect, Rule, Theme, ThemeGroup
from caseview.domain.codebook_effect import Effect as WhatItDoes
from caseview.domain.description import ReadDocument
from caseview.domain.learned import LearnedRule, Lesson, Score, Trial
from caseview.readers.describe import Describer
from caseview.readers.lists import load_lists
from caseview.readers.registry import read_text
from caseview.search.full_text import FullTextIndex
from caseview.store.casebook import StoredCasebook, create_casebook, open_casebook
from caseview.tagging.editing.draft import Draft
from caseview.tagging.suggest import Tagger
from caseview.usecases.edit_codebook import preview_codebook
from caseview.usecases.learn_rules import Learned, learn_rules
from caseview.usecases.ports import Stop
from caseview.usecases.suggest_again import InTurn

ROOT = Path(__file__).parents[2]
CODER = "JB"
NAME = "learning.casebook"

SENTENCES = (
    "Staff were short and posts were unfilled for weeks.",
    "There was a lack of professional curiosity about the household.",
    "Nobody asked who else lived there, and records were kept late.",
    "The record was late again and staff did not share information.",
    "Information was shared well between the teams.",
    "The records were late, and nobody asked why.",
    "Staff were praised for their curiosity about the bruise.",
    "The home was quiet and tidy when it was visited.",
)


def themes() -> tuple[Theme, ...]:
    made = {
        "staffing": {Effect.GAP: ["(staff|posts) .. (short|unfilled)"], Effect.TOPIC: ["staff"]},
        "curiosity": {
            Effect.GAP: ["lack of .. curiosity", "nobody asked"],
            Effect.TOPIC: ["curiosity"],
        },
        "recording": {
            Effect.GAP: ["record* .. late"],
            Effect.FALSE_FRIEND: ["record* were kept"],
        },
        "sharing": {Effect.TOPIC: ["information .. shared", "share information"]},
    }
    return tuple(
        Theme(
            name,
            name.capitalize(),
            "work",
            f"About {name}.",
            rules=tuple(
                Rule(f"{name}.{effect.value}.{n}", name, effect, pattern)
                for effect, patterns in rules.items()
                for n, pattern in enumerate(patterns, start=1)
            ),
        )
        for name, rules in made.items()
    )


def codebook() -> Codebook:
    groups = (ThemeGroup("work", "Work", "WO"),)
    cues = {"deficit": ("lack of", "nobody", "did not"), "good": ("praised", "well")}
    return Codebook("small", "Small", "7", "en-GB", groups, themes(), cues)


def document(folder: Path, name: str, sentences: Sequence[str]) -> Path:
    path = folder / f"{name}.txt"
    words = "\n\n".join(sentences)
    path.write_text(f"SAFEGUARDING ADULTS REVIEW\n\n{name}\n\nAnalysis\n\n{words}\n", "utf-8")
    return path


@dataclass
class CodebookRoom:
    """The casebook, and ways to look at all of it."""

    casebook: StoredCasebook
    folder: Path

    def add(self, name: str, sentences: Sequence[str]) -> None:
        """Import a document of these sentences, suggested on by the codebook in use."""
        path = document(self.folder, name, sentences)
        text = read_text(path)
        with self.casebook.reading() as work:
            book = work.codebook
        found = Describer(load_lists(ROOT / "resources" / "lists"), book.headings).describe(
            text, path.name
        )
        guess = found.guess
        put = Tagger(book).suggest(found.passages, kind=guess.kind, form=guess.form)
        data = path.read_bytes()
        read = ReadDocument(str(path), hashlib.sha256(data).hexdigest(), text, found, put)
        with self.casebook.writing() as work:
            work.documents.add(read, data, None)

    def learn(self, *, low: float = 0.1, stop: bool = False) -> Learned | None:
        """Learn that what is quiet and tidy is curiosity; `low` above 0 says that it pays."""
        return learn_rules(
            self.casebook,
            Taught(low=low),
            coder=CODER,
            now=lambda: "2024-05-01T12:00:00+00:00",
            told=lambda *_: None,
            stop=lambda: stop,
        )

    @property
    def book(self) -> Codebook:
        with self.casebook.reading() as work:
            return work.codebook

    def state(self) -> dict[str, Any]:
        """Return everything that a change of the codebook may touch."""
        with self.casebook.reading() as work:
            return {
                "suggestions": {one.id: one for one in work.decisions.suggestions()},
                "tags": {one.id: one for one in work.decisions.tags()},
                "codebook": work.codebook,
            }

    def preview(self, draft: Draft) -> WhatItDoes:
        found = preview_codebook(
            self.casebook, draft, InTurn(), told=lambda *_: None, stop=lambda: False
        )
        assert found is not None
        return found

    def draft(self, **rules: str) -> Draft:
        """Return a draft in which a theme named by keyword has one gap rule more."""
        book = self.book
        changed = []
        for theme in book.themes:
            more = rules.get(theme.id)
            new = Rule(f"{theme.id}.gap.9", theme.id, Effect.GAP, more or "")
            changed.append(replace(theme, rules=(*theme.rules, new)) if more else theme)
        return Draft.of(book).with_codebook(replace(book, themes=tuple(changed)))


class Taught:
    """A Trainer that has learned that what is quiet and tidy is curiosity."""

    def __init__(self, *, low: float = 0.1) -> None:
        self.low = low

    def train(self, lessons: Sequence[Lesson], at: str, stop: Stop) -> Iterator[LearnedRule]:
        if stop():
            return
        score = Score(0.9, 0.9, 0.9)
        words = {"quiet": (1.0, 6.0), "tidy": (1.0, 3.0), "section:other": (1.0, 2.0)}
        words["records"] = (1.0, -3.0)
        trial = Trial(212, 80, 12, score, score, self.low, 0.4)
        yield LearnedRule("curiosity", at, trial, words, bias=-2.0)


def opened(path: Path) -> StoredCasebook:
    """Return a casebook that is there already."""
    index, migrations = FullTextIndex(), ROOT / "db"
    return open_casebook(path, full_text=index, migrations=migrations, passphrase=None, coder=CODER)


def open_room(folder: Path) -> CodebookRoom:
    """Return a room with three documents."""
    made = create_casebook(
        folder / NAME,
        codebook(),
        full_text=FullTextIndex(),
        migrations=ROOT / "db",
        passphrase=None,
        coder=CODER,
    )
    room = CodebookRoom(made, folder)
    room.add("Adult M", SENTENCES)
    room.add("Adult N", SENTENCES[::-2])
    room.add("Adult P", SENTENCES[1:4])
    return room
