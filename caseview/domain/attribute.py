"""Details: what is recorded about a review, each with the words that support it."""

import re
from dataclasses import dataclass
from enum import StrEnum

from caseview.domain.english import English


class DetailName(StrEnum):
    """The details CaseView reads; several values of one name stand as several details."""

    TITLE = "title"
    SUBJECT = "subject"
    REF = "ref"
    PUBLISHED = "published"
    DATE_OF_DEATH = "date_of_death"
    AREA = "area"
    AREA_AS_PRINTED = "area_as_printed"
    BOARD = "board"
    POLICE_FORCE = "police_force"
    REGION = "region"
    AUTHOR = "author"
    CORONER = "coroner"
    CORONER_TITLE = "coroner_title"
    ADDRESSEE = "addressee"
    AGENCY = "agency"
    AGE = "age"
    SEX = "sex"
    RELATIONSHIP = "relationship"
    HARM = "harm"
    REVIEW_PERIOD = "review_period"
    RESPONSE_DUE = "response_due"
    RESPONDS_TO_REF = "responds_to_ref"
    RESPONDS_TO_DATE = "responds_to_date"
    RESPONDS_TO_SUBJECT = "responds_to_subject"

    @property
    def many(self) -> bool:
        """Whether a document can have several values of this detail."""
        return self in {
            DetailName.AUTHOR,
            DetailName.ADDRESSEE,
            DetailName.AGENCY,
            DetailName.AREA,
            DetailName.AREA_AS_PRINTED,
            DetailName.POLICE_FORCE,
            DetailName.REGION,
            DetailName.HARM,
        }

    @property
    def label(self) -> English:
        """The name in words, for people."""
        return English(self.value.replace("_", " ").capitalize())


@dataclass(frozen=True, slots=True)
class Detail:
    """One value of one detail.

    Dates are ISO at the precision known ("2021", "2021-09", "2021-09-14"). `text` is the slice
    `start:end` of the document's text that supports the value; all three are None when a person
    typed the value or it follows from another one (a due date counted from the report's date).
    A guess stays unconfirmed until a person confirms it.
    """

    name: DetailName
    value: str
    text: str | None = None
    start: int | None = None
    end: int | None = None
    confirmed: bool = False
    known: bool = True


def values(details: tuple[Detail, ...], name: DetailName) -> tuple[str, ...]:
    """Return every value of `name`, in order."""
    return tuple(detail.value for detail in details if detail.name is name)


def value(details: tuple[Detail, ...], name: DetailName) -> str | None:
    """Return the first value of `name`, None when it is not recorded."""
    found = values(details, name)
    return found[0] if found else None


_COURTESY = re.compile(r"\b(?:mr|mrs|ms|miss|dr|master|the late)\b\.?", re.IGNORECASE)


def name_key(subject: str) -> str:
    """Return the first and last word of a name, folded, to compare names by.

    Courtesy titles and middle names are left out, for one document has them and another not.
    """
    words = re.findall(r"\w+", _COURTESY.sub(" ", subject).casefold())
    return " ".join(dict.fromkeys((words[0], words[-1]) if words else ()))
