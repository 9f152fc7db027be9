"""Commands survive being written down."""

from typing import get_args

from hypothesis import find, given
from hypothesis import strategies as st

from caseview.domain.agreement import Settlement, Verdict
from caseview.domain.attribute import Detail, DetailName
from caseview.domain.document import Form, Kind
from caseview.domain.journal import (
    AnyCommand,
    Finished,
    ReadAs,
    SetAnswer,
    SetAsked,
    SetCell,
    SetCodebook,
    SetCoded,
    SetDecision,
    SetDetails,
    SetFinished,
    SetGroup,
    SetKind,
    SetNote,
    SetReplaced,
    SetReview,
    SetSaved,
    SetScreening,
    SetSetting,
    SetSettled,
    SetStanding,
    SetSuggestions,
    SetTag,
)
from caseview.domain.matrix import MatrixCell
from caseview.domain.note import Note
from caseview.domain.reads_as import ReadsAs
from caseview.domain.recommendation import Recommendation
from caseview.domain.register import (
    ConcernAnswer,
    Placed,
    Progress,
    RecommendationGroup,
    Reply,
    Standing,
    Strength,
)
from caseview.domain.saved import Saved, SavedKind
from caseview.domain.suggestion import Decision, FiledSuggestion, Suggestion
from caseview.domain.tag import Tag
from caseview.store.command_text import read_commands, write_commands

IDS = st.integers(1, 2**62)
WORDS = st.text()
DECISIONS = st.sampled_from(Decision)
TAGS = st.builds(
    Tag,
    id=IDS,
    passage_id=IDS,
    reads_as=st.sampled_from(ReadsAs),
    suggestion_id=st.none() | IDS,
    page=st.none(),
) | st.builds(
    Tag,
    id=IDS,
    passage_id=st.none(),
    start=st.just(7),
    end=st.just(7),
    text=st.just(""),
    reads_as=st.sampled_from(ReadsAs),
    page=IDS,
)
FINISHED = st.none() | st.builds(Finished, coder=WORDS, at=WORDS)
NOTES = st.none() | st.builds(Note, id=IDS, text=WORDS)
DETAILS = st.lists(
    st.builds(Detail, name=st.just(DetailName.AGE), value=WORDS, text=st.none() | WORDS),
    max_size=3,
).map(tuple)
MAYBE_ID, MAYBE = st.none() | IDS, st.none() | WORDS
PLACES = st.builds(Placed, document_id=IDS, position=IDS)
FILED = st.lists(
    st.builds(
        FiledSuggestion,
        id=IDS,
        passage_id=IDS,
        suggestion=st.builds(
            Suggestion,
            reads_as=st.sampled_from(ReadsAs),
            confidence=st.floats(0, 1),
            restated=st.booleans(),
        ),
        decision=DECISIONS,
    ),
    max_size=2,
).map(tuple)
READ_AS = st.builds(
    ReadAs,
    kind=st.sampled_from(Kind),
    kind_also=st.none() | st.sampled_from(Kind),
    form=st.sampled_from(Form),
)
SAVED = st.none() | st.builds(Saved, kind=st.sampled_from(SavedKind))
ASKED = st.none() | st.builds(Recommendation)
STANDINGS = st.builds(
    Standing,
    progress=st.sampled_from(Progress),
    strength=st.sampled_from(Strength),
    addressee=WORDS,
    confirmed=st.booleans(),
)
GROUPS = st.none() | st.builds(
    RecommendationGroup,
    members=st.lists(PLACES, max_size=2).map(tuple),
    refused=st.lists(PLACES, max_size=2).map(tuple),
)
ANSWERS = st.none() | st.builds(ConcernAnswer, reply=st.sampled_from(Reply))
SETTLED = st.none() | st.builds(
    Settlement,
    id=IDS,
    coders=st.tuples(WORDS, WORDS),
    verdict=st.sampled_from(Verdict),
    before=st.lists(TAGS, max_size=2).map(tuple),
    reason=WORDS,
)
CELLS = st.none() | st.builds(
    MatrixCell, review_id=IDS, theme=WORDS, words=WORDS, coder=WORDS, at=WORDS
)
COMMANDS: st.SearchStrategy[AnyCommand] = st.one_of(
    st.builds(SetTag, before=st.none() | TAGS, after=st.none() | TAGS),
    st.builds(SetDecision, suggestion_id=IDS, before=DECISIONS, after=DECISIONS),
    st.builds(SetFinished, document_id=IDS, before=FINISHED, after=FINISHED),
    st.builds(SetScreening, review_id=IDS, before=st.none() | WORDS, after=st.none() | WORDS),
    st.builds(
        SetDetails,
        document_id=IDS,
        name=st.sampled_from(DetailName),
        before=DETAILS,
        after=DETAILS,
    ),
    st.builds(SetReview, document_id=IDS, before=IDS, after=IDS),
    st.builds(SetNote, before=NOTES, after=NOTES),
    st.builds(SetSuggestions, document_id=IDS, before=FILED, after=FILED),
    st.builds(SetCodebook, before=IDS, after=IDS),
    st.builds(SetKind, document_id=IDS, before=READ_AS, after=READ_AS),
    st.builds(SetReplaced, document_id=IDS, before=MAYBE_ID, after=MAYBE_ID),
    st.builds(SetCoded, document_id=IDS, coder=WORDS, before=MAYBE, after=MAYBE),
    st.builds(SetSaved, before=SAVED, after=SAVED),
    st.builds(SetSetting, name=WORDS, before=MAYBE, after=MAYBE),
    st.builds(SetAsked, place=PLACES, before=ASKED, after=ASKED),
    st.builds(SetStanding, place=PLACES, before=STANDINGS, after=STANDINGS),
    st.builds(SetGroup, before=GROUPS, after=GROUPS),
    st.builds(SetAnswer, place=PLACES, before=ANSWERS, after=ANSWERS),
    st.builds(SetSettled, before=SETTLED, after=SETTLED),
    st.builds(SetCell, before=CELLS, after=CELLS),
)


@given(st.lists(COMMANDS, max_size=5).map(tuple))
def test_commands_come_back_as_they_were_written(commands: tuple[AnyCommand, ...]) -> None:
    assert read_commands(write_commands(commands)) == commands


def test_every_command_is_among_those_tried() -> None:
    tried = {type(find(one, lambda _: True)) for one in COMMANDS.branches}
    assert tried == set(get_args(AnyCommand))


@given(COMMANDS)
def test_the_inverse_of_an_inverse_is_the_command(command: AnyCommand) -> None:
    assert command.inverse().inverse() == command
