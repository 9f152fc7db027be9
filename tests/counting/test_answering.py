"""What a response says to each concern: by number, by repeated words, or by what is nearest."""

import pytest

from caseview.counting.answering import offered
from caseview.counting.replies import reply
from caseview.domain.document import ParagraphStyle
from caseview.domain.passage import Passage
from caseview.domain.recommendation import Concern
from caseview.domain.register import Reply
from caseview.domain.section import SectionRole

VISITS = "Home visits that are overdue are shown to nobody and eight months passed unseen."
LOADS = "The number of offenders allocated to each officer was between 78 and 95."
ALARM = "The door of the sluice room has no alarm fitted to it at night."
CONCERNS = tuple(
    Concern(str(n), words, None, 0, len(words)) for n, words in enumerate((VISITS, LOADS, ALARM), 1)
)


def letter(*parts: str | tuple[str, ParagraphStyle]) -> tuple[Passage, ...]:
    """Return the passages of a letter; a part alone is a body paragraph."""
    made: list[Passage] = []
    at = 0
    for number, part in enumerate(parts, 1):
        text, style = part if isinstance(part, tuple) else (part, ParagraphStyle.BODY)
        made.append(
            Passage(at, at + len(text), text, number, 1, SectionRole.IMPROVEMENT, style=style)
        )
        at += len(text) + 2
    return tuple(made)


def test_answers_stand_under_the_number_of_the_concern() -> None:
    found = offered(
        9,
        CONCERNS,
        letter(
            "Thank you for your report about this sad death.",
            ("Concern 2", ParagraphStyle.HEADING),
            "We have approved nine further posts and five officers have started.",
            ("Matter of concern one: visits", ParagraphStyle.HEADING),
            "I accept this concern.",
            "Yours sincerely",
        ),
    )
    assert [one.reply for one in found] == [Reply.ACCEPTED, Reply.ACTION, Reply.SILENT]
    assert found[1].text.startswith("We have approved")
    assert (found[2].start, found[2].end, found[2].text) == (None, None, "")


def test_a_numbered_paragraph_answers_where_the_numbers_go_through_all_concerns() -> None:
    parts = (
        "(1) The Trust accepts that visits were missed. A shared board was introduced in April.",
        "(2) All officers now have fewer cases than before.",
        "(3) The Trust does not agree that a further alarm is needed.",
    )
    found = offered(9, CONCERNS, letter("Thank you for your report.", *parts))
    assert [one.reply for one in found] == [Reply.ACTION, Reply.ACTION, Reply.REJECTED]
    assert [one.text for one in found] == list(parts)
    some = offered(9, CONCERNS, letter(parts[0], parts[2]))
    assert some[2].text != parts[2] or some[0].text != parts[0], "a list of other things is none"


def test_answers_stand_under_the_words_of_the_concern_repeated() -> None:
    passages = letter(
        ("Home visits that are overdue are shown to nobody.", ParagraphStyle.QUOTE),
        "Visits seven days overdue are now shown to the sergeant each morning.",
        ("The number of offenders allocated to each officer.", ParagraphStyle.QUOTE),
        "We do not propose to change how offenders are allocated.",
    )
    found = offered(9, CONCERNS, passages)
    assert found[0].restated == "Home visits that are overdue are shown to nobody."
    assert (found[0].start, found[0].end) == (passages[1].start, passages[1].end)
    assert found[1].reply is Reply.REJECTED
    assert found[2].reply is Reply.SILENT


def test_where_no_concern_is_taken_up_the_nearest_paragraph_is_offered() -> None:
    found = offered(
        9,
        CONCERNS,
        letter(
            "We extend our condolences to everyone who knew the family and worked with them.",
            "An alarm has been fitted to the door of the sluice room, which sounds all night.",
        ),
    )
    assert [one.reply for one in found] == [Reply.SILENT, Reply.SILENT, Reply.ACTION]
    assert found[2].text.startswith("An alarm has been fitted")


def test_a_response_without_words_is_silent_on_everything() -> None:
    assert {one.reply for one in offered(9, CONCERNS, ())} == {Reply.SILENT}
    assert offered(9, (), letter("We have acted.")) == ()


@pytest.mark.parametrize(
    ("words", "meant"),
    [
        ("The Trust accepts this. Whiteboards have been withdrawn.", Reply.ACTION),
        ("We will repeat the audit each quarter.", Reply.ACTION),
        ("I accept this concern.", Reply.ACCEPTED),
        ("We do not dispute the figures.", Reply.ACCEPTED),
        ("We are unable to offer a full response. Changes are planned.", Reply.REJECTED),
        ("The Council does not accept that its staff were at fault.", Reply.REJECTED),
        ("This falls outside the remit of the force.", Reply.REJECTED),
        ("The Trust respectfully disagrees. Nurses are trained elsewhere.", Reply.REJECTED),
        ("The audit was repeated in February.", Reply.ACTION),
        ("A shared record goes live in June.", Reply.ACTION),
        ("A policy has been written. No further action is proposed.", Reply.ACTION),
    ],
)
def test_a_reply_is_told_by_its_sentences(words: str, meant: Reply) -> None:
    assert reply(words) is meant
