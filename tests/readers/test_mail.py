"""Messages: who, when, about what; the words; what is attached."""

from email.message import EmailMessage

from caseview.domain.document import DocumentText
from caseview.readers.mail import read_mail


def message(body: str = "", html: str = "") -> EmailMessage:
    made = EmailMessage()
    made["Subject"] = "Response to the Regulation 28 report – Siân"
    made["From"] = "A Trust <trust@example.org>"
    made["To"] = "The Coroner <coroner@example.org>"
    made["Date"] = "Tue, 05 Mar 2024 10:00:00 +0000"
    if body:
        made.set_content(body)
    if html and body:
        made.add_alternative(html, subtype="html")
    elif html:
        made.set_content(html, subtype="html")
    return made


def lines(text: DocumentText) -> list[str]:
    return [text.text[p.start : p.end] for p in text.paragraphs]


OPENING = [
    "Subject: Response to the Regulation 28 report – Siân",
    "From: A Trust <trust@example.org>",
    "To: The Coroner <coroner@example.org>",
    "Date: Tue, 05 Mar 2024 10:00:00 +0000",
]


def test_the_opening_lines_and_the_plain_words_are_read() -> None:
    made = message("Dear Coroner\n\nWe have “trained” our staff.\n", "<p>Not this</p>")
    read = read_mail(made.as_bytes())
    assert lines(read) == [*OPENING, "Dear Coroner", "We have “trained” our staff."]


def test_a_message_that_is_only_a_web_page_is_read() -> None:
    read = read_mail(message(html="<h2>Actions</h2><p>We have trained.</p>").as_bytes())
    assert lines(read) == [*OPENING, "Actions", "We have trained."]
    assert read.paragraphs[4].level == 2


def test_attachments_are_named_and_not_opened() -> None:
    made = message("Words.\n")
    made.add_attachment(b"%PDF-1.4", maintype="application", subtype="pdf", filename="Plan.pdf")
    read = read_mail(made.as_bytes())
    assert lines(read) == [*OPENING, "Words."]
    assert read.remarks == (
        "1 attachment was not opened: “Plan.pdf”. Save it and import it for its words.",
    )


def test_a_message_without_words_has_its_opening_lines() -> None:
    assert lines(read_mail(message().as_bytes())) == OPENING


def test_an_unknown_character_set_stops_nothing() -> None:
    data = b"Subject: A\nContent-Type: text/plain; charset=no-such\n\nWords.\n"
    assert lines(read_mail(data)) == ["Subject: A", "Words."]


def test_parts_nested_without_end_are_read_or_refused() -> None:
    data = b"Subject: A\n" + b"".join(
        b"Content-Type: multipart/mixed; boundary=b%d\n\n--b%d\n" % (n, n) for n in range(300)
    )
    assert lines(read_mail(data))[0] == "Subject: A"


def test_a_message_that_is_one_file_and_nothing_else_says_so() -> None:
    made = message()
    made.set_content(b"%PDF-1.4", maintype="application", subtype="pdf", filename="Plan.pdf")
    read = read_mail(made.as_bytes())
    assert lines(read) == OPENING
    assert "“Plan.pdf”" in read.remarks[-1]
