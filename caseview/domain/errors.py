"""What the world can do wrong, each said in plain words with advice."""

from typing_extensions import override


class CaseViewError(Exception):
    """A fault of the world, not of the program: shown to the person as it stands.

    `message` says what happened and what it means for the work; `advice` says what to do.
    """

    def __init__(self, message: str, advice: str = "") -> None:
        super().__init__(message, advice)
        self.message = message
        self.advice = advice

    @override
    def __str__(self) -> str:
        return f"{self.message} {self.advice}".strip()


class ReadError(CaseViewError):
    """A file cannot be read as a document."""


class CasebookError(CaseViewError):
    """A casebook cannot do what is asked of it."""


class CasebookCannotOpenError(CasebookError):
    """A casebook cannot be opened at all."""


class WrongPassphraseError(CasebookCannotOpenError):
    """The passphrase does not open this casebook."""


class CasebookLockedError(CasebookCannotOpenError):
    """Somebody else has this casebook open."""


class CasebookDamagedError(CasebookCannotOpenError):
    """The file is not a casebook, or its content is broken."""


class StoppedError(CaseViewError):
    """A question to the casebook was stopped before its answer: nobody wants it any more."""


class CodebookError(CaseViewError):
    """A codebook or one of its rules cannot be used."""


class NotationError(CodebookError):
    """A pattern cannot be read; `place` is the code-point offset of the trouble in it."""

    def __init__(self, message: str, advice: str = "", *, place: int) -> None:
        super().__init__(message, advice)
        self.place = place

    @override
    def __reduce__(self) -> tuple[object, ...]:
        return (_notation_error, (self.message, self.advice, self.place))


def _notation_error(message: str, advice: str, place: int) -> NotationError:
    return NotationError(message, advice, place=place)


class ExportError(CaseViewError):
    """A Word, Excel or other file cannot be written."""


class QueryError(CaseViewError):
    """A search cannot be understood; `place` is the code-point offset of the trouble, or None."""

    def __init__(self, message: str, advice: str = "", *, place: int | None = None) -> None:
        super().__init__(message, advice)
        self.place = place

    @override
    def __reduce__(self) -> tuple[object, ...]:
        return (_query_error, (self.message, self.advice, self.place))


def _query_error(message: str, advice: str, place: int | None) -> QueryError:
    return QueryError(message, advice, place=place)
