"""Forms of one word are one family; words that only look alike are not."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from caseview.search.families import Families, FamilyTable, read_table
from tests.search.desk import Desk

SHIPPED = Path(__file__).parents[2] / "resources" / "lists" / "word_families.txt"
TOGETHER = [
    "staff staffing staffed",
    "curious curiosity curiously",
    "escalate escalated escalating escalation escalations",
    "organise organize organised organizing organisation organizations",
    "analyse analyze analysed",
    "assess assesses assessed assessment assessments",
    "vulnerable vulnerability vulnerabilities",
    "policy policies",
    "care cares cared caring",
    "plan plans planned planning",
    "refer refers referred referring",
    "control controlled controlling",
    "call calls called calling",
    "manage managed management",
    "secure security securely",
    "dependent dependence dependency",
    "urgent urgency urgently",
    "aware awareness",
    "try tries tried trying",
    "house houses housing",
    "homeless homelessness",
]
SHIPPED_TOO = [
    "refer referral referrals referring",
    "child children",
    "disclose disclosed disclosure disclosures",
    "analysis analyse analyzed",
    "die dies died dying",
    "take takes taking took taken",
    "decide decision decisions",
    "suicide suicidal",
]
APART = [
    "care car",
    "plan plane",
    "carer care",
    "policy police",
    "placement place",
    "statement state",
    "authority author",
    "university universe",
    "direction direct",
    "patient patience",
    "general generation",
    "station state",
    "harm ham",
    "medication medic",
    "public publicity",
]


@pytest.fixture(scope="module")
def shipped() -> Families:
    return Families(read_table(SHIPPED.read_text(encoding="utf-8")))


@pytest.mark.parametrize("family", TOGETHER)
def test_rules_know_a_family(family: str) -> None:
    families = Families(FamilyTable())
    assert len({families.root(word) for word in family.split()}) == 1


@pytest.mark.parametrize("family", TOGETHER + SHIPPED_TOO)
def test_the_shipped_table_knows_a_family(shipped: Families, family: str) -> None:
    assert len({frozenset(shipped.roots(word)) for word in family.split()}) == 1


@pytest.mark.parametrize("pair", APART)
def test_words_that_only_look_alike_stay_apart(shipped: Families, pair: str) -> None:
    one, other = pair.split()
    assert not set(shipped.roots(one)) & set(shipped.roots(other))


def test_no_word_of_the_shipped_table_stands_twice() -> None:
    table = read_table(SHIPPED.read_text(encoding="utf-8"))
    members = [word for family in table.together for word in family]
    assert len(members) == len(set(members))


stems = st.text("abcdeilmnoprstuvyz", min_size=1, max_size=8)
ENDINGS = (
    "s es ies ied ed ing ly ily ity ility osity ous ness iness ment ise ize ised izing isation "
    "ization ation tion sion ence ency ance able ably ate ll lled ff y e"
)
endings = st.sampled_from(ENDINGS.split())


@given(st.builds(str.__add__, stems, endings))
def test_every_member_begins_as_its_family_is_looked_up(word: str) -> None:
    families = Families(FamilyTable())
    assert word.startswith(families.beginnings(families.roots(word)))


def test_a_team_can_write_its_own_table(desk: Desk) -> None:
    desk.texts("A MASH meeting.", "The hub met.", "Stations and a station.", "The state.")
    table = read_table("mash hub  # one front door\napart: stations\n")
    desk.finder = type(desk.finder)(table)
    assert desk.marked("hub") == [["MASH"], ["hub"]]
    assert desk.ask("hub").also_finding == ("mash",)
