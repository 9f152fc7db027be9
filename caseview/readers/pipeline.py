"""One file from bytes to suggestions: what a reading child does for each path it is given."""

import hashlib
import time
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

from caseview.domain.description import ReadDocument
from caseview.readers.limits import USUAL, Cores, Limits, check_length, one_core
from caseview.readers.telling import Tell

Read = Callable[[Path, Tell], ReadDocument]
"""Reads, describes and suggests on one file. Raises ReadError when it cannot be read."""


@dataclass(frozen=True, slots=True)
class Preparation:
    """What a child needs to know before its first file; small, and pickled once a child.

    `lists` is the folder of reference lists, `codebook` the text of the codebook in force.
    """

    lists: Path
    codebook: str
    limits: Limits = USUAL

    def start(self, cores: Cores = one_core) -> Read:
        """Load lists, codebook and the formats' libraries once, and return what reads a file.

        Meant to be called in the child: the parent never loads any of it. `cores` says, each
        time it is asked, how many programs may help with a file at once. Raises CaseViewError
        when the lists or the codebook cannot be used.
        """
        from caseview.readers.describe import Describer  # noqa: PLC0415 (in the child only)
        from caseview.readers.lists import load_lists  # noqa: PLC0415 (in the child only)
        from caseview.readers.registry import read_bytes, text_of  # noqa: PLC0415 (in the child)
        from caseview.tagging.codebook_text import read_codebook  # noqa: PLC0415 (in the child)
        from caseview.tagging.suggest import Tagger  # noqa: PLC0415 (in the child only)

        codebook = read_codebook(self.codebook)
        describer = Describer(load_lists(self.lists), codebook.headings)
        tagger = Tagger(codebook)
        limits = replace(self.limits, cores=cores)

        def read(path: Path, tell: Tell) -> ReadDocument:
            began = time.perf_counter()
            data = read_bytes(path, limits)
            text = text_of(data, path, limits, tell)
            check_length(len(text.text), limits.characters)
            tell(max(1, len(text.pages), len(text.text) // limits.characters_a_page))
            found = describer.describe(text, path.name)
            guess = found.guess
            return ReadDocument(
                path=str(path),
                sha256=hashlib.sha256(data).hexdigest(),
                text=text,
                description=found,
                suggestions=tagger.suggest(found.passages, kind=guess.kind, form=guess.form),
                seconds=round(time.perf_counter() - began, 4),
            )

        return read
