"""Messages (.eml): who wrote to whom, when and about what, and the words of the message."""

from email import policy
from email.errors import MessageError
from email.message import EmailMessage, Message
from email.parser import BytesParser

from caseview.domain.document import DocumentText
from caseview.domain.errors import ReadError
from caseview.readers.assemble import Piece, assemble
from caseview.readers.characters import one_spaced, plain
from caseview.readers.limits import USUAL, Limits, check_size
from caseview.readers.text import read_plain
from caseview.readers.web_page import read_web_page

_LINES = (("subject", "Subject"), ("from", "From"), ("to", "To"), ("cc", "Cc"), ("date", "Date"))
_LONGEST_LINE = 2_000
_SHOWN = 10
_NO_MESSAGE = ReadError(
    "This does not look like a saved message: it has no subject, sender or date.",
    "Save the message again from the mail program, as .eml or as text.",
)


def read_mail(data: bytes, limits: Limits = USUAL) -> DocumentText:
    """Return a message's subject, from, to and date as its opening lines, then its words.

    Its plain text is read where it has one, else its web page. What is attached is named in a
    remark and not opened. Raises ReadError for what is no message.
    """
    check_size(len(data), limits.file)
    try:
        message = BytesParser(EmailMessage, policy=policy.default).parsebytes(data)
        opening = _opening(message)
        body, remarks = _body(message, limits)
        attached = _attached(message)
    except (RecursionError, MessageError, ValueError, LookupError, AttributeError) as broken:
        raise ReadError(
            "The message is damaged. Nothing was imported from it.",
            "Save it again from the mail program, as .eml or as text.",
        ) from broken
    if not opening:
        raise ReadError(_NO_MESSAGE.message, _NO_MESSAGE.advice)
    pieces = [*(Piece(line) for line in opening), *body]
    return assemble(pieces, remarks=[*remarks, *attached])


def _opening(message: EmailMessage) -> list[str]:
    lines = []
    for header, label in _LINES:
        words = one_spaced(plain(" ".join(str(message.get(header, "")).split())))
        if words:
            lines.append(f"{label}: {words[:_LONGEST_LINE]}")
    return lines


def _body(message: EmailMessage, limits: Limits) -> tuple[list[Piece], tuple[str, ...]]:
    part = message.get_body(("plain", "html"))
    if part is None:
        return [], ("The message has no words of its own.",)
    held = part.get_payload(decode=True)
    if not isinstance(held, bytes) or not held.strip():
        return [], ("The message has no words of its own.",)
    if part.get_content_type() == "text/html":
        text = read_web_page(_in_utf8(held, part), limits)
    else:
        text = read_plain(_in_utf8(held, part), limits)
    return [
        Piece(text.text[p.start : p.end], p.style, p.level, p.printed, bold=p.bold)
        for p in text.paragraphs
    ], text.remarks


def _in_utf8(held: bytes, part: Message) -> bytes:
    """Return the part's characters in UTF-8 where it says in which set they are."""
    declared = part.get_content_charset()
    if declared is None:
        return held
    try:
        return held.decode(declared, errors="replace").encode("utf-8")
    except LookupError:
        return held


def _attached(message: EmailMessage) -> list[str]:
    parts = list(message.iter_attachments())
    if message.get_content_maintype() not in {"text", "multipart", "message"}:
        # The whole message is one file.
        parts = [message]
    names = [one_spaced(plain(part.get_filename() or part.get_content_type())) for part in parts]
    if not names:
        return []
    shown = ", ".join(f"“{name[:100]}”" for name in names[:_SHOWN]) + " …" * (len(names) > _SHOWN)
    if len(names) == 1:
        return [f"1 attachment was not opened: {shown}. Save it and import it for its words."]
    return [f"{len(names)} attachments were not opened: {shown}. Save and import them."]
