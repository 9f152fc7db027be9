"""What recommendations ask and how far they have come, by their words alone."""

import pytest

from caseview.counting.asking import progress, strength
from caseview.domain.register import Progress, Strength


@pytest.mark.parametrize(
    ("words", "meant"),
    [
        ("Train all response officers on strangulation.", Strength.TRAINING),
        ("Brief staff on the escalation policy.", Strength.TRAINING),
        ("Revise the discharge policy.", Strength.POLICY),
        ("Audit the recording of familial incidents.", Strength.POLICY),
        ("Fund four further posts in the unit.", Strength.SYSTEM),
        ("Amend the electronic record so that it shows earlier contacts.", Strength.SYSTEM),
        ("Seek a change in the law.", Strength.SYSTEM),
        ("Train staff and establish a specialist team.", Strength.SYSTEM),
        ("Speak to children before closing a notification.", Strength.UNKNOWN),
    ],
)
def test_strength_is_that_of_the_change_asked_for(words: str, meant: Strength) -> None:
    assert strength(words) is meant


@pytest.mark.parametrize(
    ("beside", "meant"),
    [
        ("7 | | Board | March 2023 | Complete", Progress.DONE),
        ("Completed and signed off in May", Progress.DONE),
        ("To be completed by March 2024", Progress.UNKNOWN),
        ("Not yet completed", Progress.UNKNOWN),
        ("Ongoing: the pathway is being developed", Progress.IN_PROGRESS),
        ("Partially complete", Progress.IN_PROGRESS),
        ("The Trust accepts this", Progress.ACCEPTED),
        ("Not accepted by the agency", Progress.REJECTED),
        ("Children’s Services | June 2020", Progress.UNKNOWN),
        ("", Progress.UNKNOWN),
    ],
)
def test_progress_is_read_where_the_words_beside_it_tell(beside: str, meant: Progress) -> None:
    assert progress(beside) is meant
