"""What looks only at the signs between words agrees with what reads every sentence."""

from hypothesis import given
from hypothesis import strategies as st

from caseview.search.expression import Found, Near, Scope
from caseview.search.in_sentence import InSentence, can_tell
from caseview.search.spots import Said, Spots
from caseview.tagging import sentences

WORDS = [
    "staff",
    "risk",
    "harm",
    "The",
    "the",
    "e.g.",
    "Dr.",
    "approx.",
    "Ended. The",
    "3.",
    "iv.",
    "a",
    "\n1.",
]
ENDS = [" ", " ", " ", ". ", "! ", "?” ", ".3 ", ".[4] ", "\n\n", "\n• ", " — ", "; ", "’s ", "é "]
NEAR = Near(scope=Scope.SENTENCE)
WANTED = [("staff", "risk"), ("risk", "harm"), ("staff", "risk", "harm"), ("ris*", "st*")]

texts = st.lists(st.tuples(st.sampled_from(WORDS), st.sampled_from(ENDS)), max_size=14).map(
    lambda parts: "".join(word + end for word, end in parts)
)


@given(texts, st.sampled_from(WANTED))
def test_it_agrees_with_reading_every_sentence(text: str, wanted: tuple[str, ...]) -> None:
    found = Found(tuple(((word,),) for word in wanted), NEAR)
    assert can_tell(found)
    settled = InSentence(found).stands_in(text)
    assert settled in {None, bool(Spots(found).marks(Said(text)))}
    assert (settled is None) == ("é" in text)


def test_every_abbreviation_is_known_to_what_is_sure_of_an_end() -> None:
    found = Found(((("harm",),), (("risk",),)), NEAR)
    for short in sentences._ABBREVIATIONS:
        assert InSentence(found).stands_in(f"a harm {short}. The risk"), short
        assert InSentence(found).stands_in(f"a harm ({short}. The risk"), short
    assert not InSentence(found).stands_in("harm shortened. The risk")
    assert not InSentence(found).stands_in("harm. “Risk")


def test_words_that_could_number_a_line_or_stand_for_both_are_left_to_others() -> None:
    for wanted in (("3", "staff"), ("iv", "staff"), ("a", "staff"), ("st*", "staff")):
        assert not can_tell(Found(tuple(((word,),) for word in wanted), NEAR))
    assert not can_tell(Found(((("social",), ("worker",)), (("risk",),)), NEAR))
