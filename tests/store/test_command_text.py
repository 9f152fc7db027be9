"""Commands survive being written down."""

from hypothesis import given
from hypothesis import strategies as st

from caseview.domain.attribute import Detail, DetailName
from caseview.domain.journal import (
    AnyCommand,
    Finished,
    SetDecision,
    SetDetails,
    SetFinished,
    SetNote,
    SetReview,
    SetScreening,
    SetTag,
)
from caseview.domain.note import Note
from caseview.domain.reads_as import ReadsAs
from caseview.domain.suggestion import Decision
from caseview.domain.tag import Tag
from caseview.store.command_text import read_commands, write_commands

IDS = st.integers(1, 2**62)
WORDS = st.text()
DECISIONS = st.sampled_from(Decision)
TAGS = st.builds(Tag, id=IDS, reads_as=st.sampled_from(ReadsAs), suggestion_id=st.none() | IDS)
FINISHED = st.none() | st.builds(Finished, coder=WORDS, at=WORDS)
NOTES = st.none() | st.builds(Note, id=IDS, text=WORDS)
DETAILS = st.lists(
    st.builds(Detail, name=st.just(DetailName.AGE), value=WORDS, text=st.none() | WORDS),
    max_size=3,
).map(tuple)
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
)


@given(st.lists(COMMANDS, max_size=5).map(tuple))
def test_commands_come_back_as_they_were_written(commands: tuple[AnyCommand, ...]) -> None:
    assert read_commands(write_commands(commands)) == commands


@given(COMMANDS)
def test_the_inverse_of_an_inverse_is_the_command(command: AnyCommand) -> None:
    assert command.inverse().inverse() == command
