"""Lists what was guessed about reviews, with the words that prove it, and takes what is decided."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from caseview.domain.attribute import Detail, DetailName
from caseview.domain.changes import Changes
from caseview.domain.english import English
from caseview.domain.errors import CasebookError
from caseview.domain.journal import SetDetails
from caseview.domain.review import Review
from caseview.usecases.edit_review import documents_of
from caseview.usecases.work import Casebook, Work

CONFIRMED = (
    DetailName.PUBLISHED,
    DetailName.DATE_OF_DEATH,
    DetailName.AREA,
    DetailName.BOARD,
    DetailName.POLICE_FORCE,
    DetailName.AGENCY,
    DetailName.HARM,
    DetailName.AGE,
    DetailName.SEX,
    DetailName.CORONER,
)
"""The details that are shown of a review and counted by, in the order they are shown."""

Held = Mapping[int, tuple[Detail, ...]]
Become = Callable[[tuple[Detail, ...], frozenset[str]], tuple[Detail, ...]]


@dataclass(frozen=True, slots=True)
class Guess:
    """One value that nobody has confirmed, as a review shows it, and the document it is from."""

    review_id: int
    review: str
    document_id: int
    detail: Detail

    @property
    def key(self) -> tuple[int, DetailName, str]:
        """What tells it from every other: document, detail, value."""
        return self.document_id, self.detail.name, self.detail.value


@dataclass(frozen=True, slots=True)
class Proof:
    """The words that prove a guess inside the paragraph they stand in; `page` None without one.

    `words` is "" where a person or a rule gave the value and no words support it.
    """

    before: str = ""
    words: str = ""
    after: str = ""
    page: int | None = None


def guessed_details(casebook: Casebook) -> tuple[Guess, ...]:
    """Return every guess that a review shows, by review, then in the order of the details.

    Reviews that are screened out are left out: nothing of them is counted.
    """
    with casebook.reading() as work:
        reviews, guessed = work.reviews.all(), work.reviews.guessed()
    return tuple(
        guess
        for review in reviews
        if review.screened_out is None
        for guess in sorted(_guesses(review, guessed), key=_place)
    )


def prove(casebook: Casebook, guess: Guess) -> Proof:
    """Return the words that support a guess in their paragraph, with the page they stand on."""
    start, end = guess.detail.start, guess.detail.end
    if start is None or end is None:
        return Proof()
    with casebook.reading() as work:
        told = work.documents.text(guess.document_id)
    around = next((one for one in told.paragraphs if one.start <= start < one.end), None)
    first, last = (around.start, max(around.end, end)) if around else (start, end)
    return Proof(
        told.text[first:start], told.text[start:end], told.text[end:last], told.page_at(start)
    )


def confirm(casebook: Casebook, guesses: Sequence[Guess], *, coder: str) -> Changes:
    """Confirm guesses as one undoable act; what is confirmed already stays.

    Raises CasebookError when a guess is no longer what its document has.
    """
    label = _label("Confirm", guesses)
    with casebook.writing() as work:
        return _perform(work, label, _by_detail(guesses), coder, _confirmed)


def not_recorded(casebook: Casebook, guesses: Sequence[Guess], *, coder: str) -> Changes:
    """Take guesses away as one undoable act: the review does not record them.

    The value goes from every document of the review, so that it does not come back from another.
    Raises CasebookError when a guess is no longer what its document has.
    """
    with casebook.writing() as work:
        everywhere = list(guesses)
        for guess in guesses:
            others = (d.id for d in work.reviews.get(guess.review_id).documents)
            for number in others:
                held = work.documents.details(number)
                same = [d for d in held if _same(d, guess.detail) and number != guess.document_id]
                everywhere += [replace(guess, document_id=number, detail=d) for d in same]
        return _perform(
            work, _label("Not recorded:", guesses), _by_detail(everywhere), coder, _gone
        )


def correct(casebook: Casebook, guess: Guess, value: str, *, coder: str) -> Changes:
    """Put another value, confirmed, in place of a guess. Raises CasebookError without one."""
    if not (typed := value.strip()):
        raise CasebookError(
            "No value was given, so the guess stays as it is.",
            "Type one, or say that it is not recorded.",
        )

    def corrected(held: tuple[Detail, ...], wanted: frozenset[str]) -> tuple[Detail, ...]:
        named = [Detail(d.name, typed, confirmed=True) if d.value in wanted else d for d in held]
        return tuple({one.value: one for one in named}.values())

    with casebook.writing() as work:
        label = f"Change {guess.detail.name.label.lower()}"
        return _perform(work, label, _by_detail([guess]), coder, corrected)


def _guesses(review: Review, guessed: Held) -> Iterator[Guess]:
    documents = documents_of(review)
    for detail in review.details:
        if detail.confirmed or detail.name not in CONFIRMED:
            continue
        source = next((d.id for d in documents if detail in guessed.get(d.id, ())), None)
        if source is not None:
            yield Guess(review.id, review.title, source, detail)


def _place(guess: Guess) -> int:
    return CONFIRMED.index(guess.detail.name)


def _same(one: Detail, other: Detail) -> bool:
    return one.name is other.name and one.value == other.value


def _by_detail(guesses: Sequence[Guess]) -> dict[tuple[int, DetailName], frozenset[str]]:
    found: dict[tuple[int, DetailName], frozenset[str]] = {}
    for guess in guesses:
        key = guess.document_id, guess.detail.name
        found[key] = found.get(key, frozenset()) | {guess.detail.value}
    return found


def _perform(
    work: Work,
    label: str,
    wanted: dict[tuple[int, DetailName], frozenset[str]],
    coder: str,
    become: Become,
) -> Changes:
    commands = []
    for (number, name), chosen in wanted.items():
        held = work.documents.details(number)
        before = tuple(detail for detail in held if detail.name is name)
        if not chosen <= {detail.value for detail in before}:
            raise CasebookError(
                English("“{0}” has changed meanwhile. Nothing was changed.", name.label),
                "Look at it again: the list shows what is there now.",
            )
        after = become(before, chosen)
        if after != before:
            commands.append(SetDetails(number, name, before, after))
    return work.journal.perform(label, commands, coder) if commands else Changes()


def _confirmed(held: tuple[Detail, ...], wanted: frozenset[str]) -> tuple[Detail, ...]:
    return tuple(replace(d, confirmed=True) if d.value in wanted else d for d in held)


def _gone(held: tuple[Detail, ...], wanted: frozenset[str]) -> tuple[Detail, ...]:
    return tuple(d for d in held if d.value not in wanted)


def _label(verb: str, guesses: Sequence[Guess]) -> str:
    if len(guesses) == 1:
        return f"{verb} {guesses[0].detail.name.label.lower()}"
    return f"{verb} {len(guesses)} details"
