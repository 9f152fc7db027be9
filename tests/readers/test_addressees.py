"""Addressees of coroners' reports are told apart however the first box is laid out."""

from pathlib import Path

import pytest

from caseview.domain.attribute import DetailName, values
from caseview.readers.describe import Describer
from caseview.readers.lists import load_lists
from caseview.readers.text import read_plain

DESCRIBER = Describer(load_lists(Path(__file__).parents[2] / "resources" / "lists"), {})

FORM = """Regulation 28: Prevention of Future Deaths report

THIS REPORT IS BEING SENT TO:
{sent_to}

1 CORONER
I am Ada Lorne, Assistant Coroner, for the coroner area of Norfolk.

2 CORONER’S LEGAL POWERS
I make this report under paragraph 7, Schedule 5, of the Coroners and Justice Act 2009.

5 CORONER’S CONCERNS
(1) Nobody was told who held the key to the medicine room.

6 ACTION SHOULD BE TAKEN
In my opinion action should be taken to prevent future deaths.
"""


def addressees(sent_to: str) -> list[str]:
    text = read_plain(FORM.format(sent_to=sent_to).encode())
    found = DESCRIBER.describe(text, "report.txt").details
    return list(values(found, DetailName.ADDRESSEE))


LISTS = {
    "a line each": "Harbourside NHS Trust\nWestermere Council\nHome Office",
    "numbers": "1. Harbourside NHS Trust\n2. Westermere Council\n3. Home Office",
    "numbers in brackets": "(1) Harbourside NHS Trust\n(2) Westermere Council\n(3) Home Office",
    "letters": "a) Harbourside NHS Trust\nb) Westermere Council\nc) Home Office",
    "bullets": "• Harbourside NHS Trust\n• Westermere Council\n• Home Office",
    "numbers on one line": "1. Harbourside NHS Trust 2. Westermere Council 3. Home Office",
    "brackets on one line": "Harbourside NHS Trust (2) Westermere Council (3) Home Office",
    "bullets on one line": "Harbourside NHS Trust • Westermere Council • Home Office",
    "semicolons": "Harbourside NHS Trust; Westermere Council; Home Office",
    "cells": "Harbourside NHS Trust | Westermere Council | Home Office",
    "commas": "Harbourside NHS Trust, Westermere Council, Home Office",
    "a comma and a word": "Harbourside NHS Trust, Westermere Council and the Home Office",
    "words": "Harbourside NHS Trust and Westermere Council and the Home Office",
}


@pytest.mark.parametrize("layout", LISTS)
def test_each_body_of_a_list_is_one_addressee(layout: str) -> None:
    assert addressees(LISTS[layout]) == [
        "Harbourside NHS Trust",
        "Westermere Council",
        "Home Office",
    ]


def test_bodies_that_run_on_without_a_mark_are_told_apart() -> None:
    said = "Quillpack Limited Royal Society of Lamps Association National Wicks Regulatory Agency"
    assert addressees(said) == [
        "Quillpack Limited",
        "Royal Society of Lamps Association",
        "National Wicks Regulatory Agency",
    ]


WHOLE = (
    "Norshire and Westermere NHS and Social Care Partnership Trust",
    "Department of Health and Social Care",
    "Department for Digital, Culture, Media and Sport",
    "National Police Chiefs' Council",
    "Medicines and Healthcare products Regulatory Agency",
    "Norshire Police and Crime Commissioner",
    "National Institute for Health and Care Excellence (NICE)",
    "HM Prison and Probation Service",
    "NHS England and NHS Improvement",
    "Chief Medical Officer, Harbour Hospital, Westermere Teaching Hospitals NHS Trust",
    "Norshire County Council Highways Department",
    "Wicks (a trading name of Lamps Limited and Oil Limited) Limited",
)


@pytest.mark.parametrize("name", WHOLE)
def test_one_body_with_a_long_name_stays_whole(name: str) -> None:
    assert addressees(name) == [name]


TOGETHER = {
    "a name, a post, a body": "Mr Ivor Quill\nChief Executive\nHarbourside NHS Trust",
    "a name taken out": "[REDACTED], Head of Wards\nHarbourside NHS Trust",
    "a minister": "Rt Hon Ada Quill MP\nSecretary of State for Transport\nDepartment for Transport",
    "a minister after the department": "Department for Transport\nThe Rt Hon Ada Quill MP",
    "a post after the body": "Quillpack Ltd\nThe Managing Director",
    "two posts of a body": "Chief Executive\nMedical Director, Harbourside NHS Trust",
}


@pytest.mark.parametrize("lines", TOGETHER.values(), ids=TOGETHER)
def test_a_person_or_a_post_goes_with_the_body_served(lines: str) -> None:
    assert addressees(lines) == [lines.replace("\n", ", ")]


APART = {
    "two bodies with posts": "Chief Executive, HC Oil\nManaging Director, Lamps Ltd",
    "a minister and an agency": "Rt Hon Ada Quill MP\nChief Executive, Lamps Agency",
    "departments of two ministers": "Secretary of State for Transport\nDepartment of Health",
    "a manager of their own": "Governor of HMP Westermere\nHarbourside NHS Trust",
    "two people of two bodies": "[REDACTED], Lamps Commissioning\n[REDACTED], Oil Partnership",
}


@pytest.mark.parametrize("lines", APART.values(), ids=APART)
def test_those_who_serve_different_bodies_are_two(lines: str) -> None:
    assert addressees(lines) == lines.split("\n")


ADDRESSES = (
    "{body}\nTrust Headquarters\n9 Quill Street\nWestermere\nWM1 8DE",
    "{body}\n12-14 Lamp Road\nWestermere WM1 8DE",
    "{body}, 2 Tower Rd, Westermere, WM1 8DE",
    "{body} 9 Quill Street Westermere WM1 8DE",
    "{body}\nPO Box 12\nTel: 01632 960000\nlamps@example.org",
    "{body} Trust Headquarters 9 Quill Street Westermere WM1 8DE",
    "{body} 6th Floor, Lamp House, Westermere",
    "{body} Lamp House Quill Hill Westermere WM1 8DE",
)


@pytest.mark.parametrize("layout", ADDRESSES)
def test_a_postal_address_is_no_addressee(layout: str) -> None:
    body = "Westermere Lamps NHS Trust"
    found = addressees(layout.format(body=body) + "\nQuillpack Care Limited")
    assert [one.removesuffix(", Trust Headquarters") for one in found] == [
        body,
        "Quillpack Care Limited",
    ]


def test_a_house_number_does_not_go_on_with_the_list() -> None:
    said = "1. Quillpack Limited, The Lamps, 2 Tower Road, Westermere WM1 8DE"
    assert addressees(said) == ["Quillpack Limited, The Lamps"]


def test_a_second_address_on_the_line_opens_another_addressee() -> None:
    said = "Quillpack Limited 2 Tower Road WM1 8DE The Department for Lamps 100 Oil Street WM2 2BQ"
    assert addressees(said) == ["Quillpack Limited", "The Department for Lamps"]


def test_a_name_that_no_word_of_a_body_marks_is_kept() -> None:
    assert addressees("Change, Glow, Live\nRavenscroft\nHome Office") == [
        "Change, Glow, Live",
        "Ravenscroft",
        "Home Office",
    ]


def test_what_was_taken_out_is_shown_only_where_nothing_else_is_left() -> None:
    assert addressees("[REDACTED]\nQuillpack Limited") == ["Quillpack Limited"]
    assert addressees("[REDACTED]") == ["[REDACTED]"]


def test_those_who_are_only_sent_a_copy_are_left_out() -> None:
    said = "Quillpack Limited\nThe Chief Coroner\nI am also sending this to Lamps Ltd"
    assert addressees(said) == ["Quillpack Limited"]


ONE_BODY = {
    "Chair, Harbourside NHS Trust\nChief Executive of the Harbourside NHS Trust": [
        "Chair, Harbourside NHS Trust; Chief Executive of the Harbourside NHS Trust"
    ],
    "Chief Executive Officer\nHead of Nursing\nHarbourside NHS Trust": [
        "Chief Executive Officer; Head of Nursing, Harbourside NHS Trust"
    ],
    "Harbourside NHS Trust\nHarbourside NHS Trust": ["Harbourside NHS Trust"],
    "Chair, Harbourside NHS Trust\nChair, Quay NHS Trust": [
        "Chair, Harbourside NHS Trust",
        "Chair, Quay NHS Trust",
    ],
    "Department of Health\nDepartment for Transport": [
        "Department of Health",
        "Department for Transport",
    ],
}


@pytest.mark.parametrize(("sent_to", "listed"), ONE_BODY.items())
def test_posts_of_one_body_are_one_addressee(sent_to: str, listed: list[str]) -> None:
    assert addressees(sent_to) == listed
