"""Changes put together are what each of them changed, whatever the order."""

from functools import reduce
from operator import or_

from hypothesis import given
from hypothesis import strategies as st

from caseview.domain.changes import Changes, together

IDS = st.frozensets(st.integers(1, 9), max_size=3)
CHANGES = st.builds(
    Changes, label=st.just(""), reviews=IDS, documents=IDS, suggestions=IDS, tags=IDS, notes=IDS,
    saved=IDS, settings=st.frozensets(st.sampled_from("abc")), codebook=st.booleans(),
    register=st.booleans(),
)  # fmt: skip


@given(st.lists(CHANGES, max_size=9))
def test_many_put_together_are_one_after_the_other(parts: list[Changes]) -> None:
    assert together("Done", parts) == reduce(or_, parts, Changes(label="Done"))


def test_the_first_label_stands() -> None:
    assert together("", [Changes(label="First"), Changes(label="Second")]).label == "First"


def test_nothing_put_together_changes_nothing() -> None:
    assert together("Done", []) == Changes(label="Done")
