"""Colours can be read and told apart; only tokens give colours."""

import itertools
import re
from pathlib import Path

import pytest
from PySide6.QtGui import QColor, QFontDatabase, QPalette
from PySide6.QtWidgets import QApplication

from caseview.desktop.appearance.contrast import roles_of
from caseview.desktop.appearance.icons import draw
from caseview.desktop.appearance.look import Appearance
from caseview.desktop.appearance.tokens import Scheme, Tokens, load_tokens
from caseview.desktop.window.wishes import chosen, scheme_of
from tests.desktop.colour_science import SIGHT, contrast, distance, seen
from tests.desktop.invented_doorway import InventedDoorway

PACKAGE = Path(__file__).parents[2] / "caseview" / "desktop"
TEXT_PAIRS = [
    *(("text", ground) for ground in ("window", "surface", "sunken", "selected", "found")),
    *(("text2", ground) for ground in ("surface", "sunken", "window", "selected")),
    *(("text3", ground) for ground in ("surface", "window")),
    ("text", "accent_soft"),
    ("accent", "surface"),
    ("accent", "window"),
    ("accent", "accent_soft"),
    ("on_accent", "accent"),
    ("on_accent", "accent_hover"),
    *(
        (name, ground)
        for name in ("ok", "warning", "problem")
        for ground in ("surface", name + "_soft")
    ),
    ("text", "warning_soft"),
    ("text", "problem_soft"),
    ("suggestion", "surface"),
    ("suggestion", "suggestion_soft"),
    ("suggestion_selected", "selected"),
    ("rail_text", "rail"),
    ("rail_here_text", "rail_here"),
    *((f"heat_text{step}", f"heat{step}") for step in range(6)),
    ("page_text", "page"),
]
CONTROL_PAIRS = [
    ("border", "surface"),
    ("focus", "surface"),
    ("focus", "window"),
    ("focus_rail", "rail"),
]


@pytest.fixture(params=list(Scheme))
def tokens(request: pytest.FixtureRequest, resources: Path) -> Tokens:
    return load_tokens(resources / "appearance", request.param)


@pytest.mark.parametrize(("words", "ground"), TEXT_PAIRS)
def test_words_can_be_read_on_their_ground(tokens: Tokens, words: str, ground: str) -> None:
    assert contrast(tokens[words], tokens[ground]) >= 4.5


@pytest.mark.parametrize(("line", "ground"), CONTROL_PAIRS)
def test_controls_stand_out_from_their_ground(tokens: Tokens, line: str, ground: str) -> None:
    assert contrast(tokens[line], tokens[ground]) >= 3


@pytest.mark.parametrize(("words", "ground"), TEXT_PAIRS)
def test_high_contrast_is_seven_to_one_or_more(words: str, ground: str, resources: Path) -> None:
    tokens = load_tokens(resources / "appearance", Scheme.CONTRAST)
    assert contrast(tokens[words], tokens[ground]) >= 7


SYSTEMS = [
    ("#FFFFFF", "#000000"),
    ("#2D3236", "#FFFFFF"),
    ("#FFFAEF", "#3D3D3D"),
    ("#777777", "#888888"),
]


@pytest.mark.parametrize(("ground", "ink"), SYSTEMS)
def test_the_computers_own_contrast_is_kept(ground: str, ink: str, resources: Path) -> None:
    own = QPalette()
    own.setColor(QPalette.ColorRole.Window, QColor(ground))
    own.setColor(QPalette.ColorRole.WindowText, QColor(ink))
    tokens = load_tokens(resources / "appearance", Scheme.CONTRAST, roles_of(own))
    assert (tokens["window"], tokens["text"]) == (ground, ink)
    assert set(tokens.colours.values()) <= {ground, ink, tokens["selected"], tokens["off"]}
    assert {(group.edge, group.tint) for group in tokens.groups} == {(ink, ground)}
    best = contrast(ink, ground)
    for words, behind in TEXT_PAIRS:
        assert contrast(tokens[words], tokens[behind]) >= min(7, best)


@pytest.mark.parametrize(("ground", "ink"), SYSTEMS)
def test_in_high_contrast_what_cannot_be_used_differs_from_what_can(
    ground: str, ink: str, resources: Path
) -> None:
    own = QPalette()
    for group in (QPalette.ColorGroup.Active, QPalette.ColorGroup.Disabled):
        own.setColor(group, QPalette.ColorRole.Window, QColor(ground))
        own.setColor(group, QPalette.ColorRole.WindowText, QColor(ink))
    colours = load_tokens(resources / "appearance", Scheme.CONTRAST)
    asked = load_tokens(resources / "appearance", Scheme.CONTRAST, roles_of(own))
    for tokens in (colours, asked):
        assert tokens["off"] not in {tokens["text"], tokens["surface"]}
    own.setColor(QPalette.ColorGroup.Disabled, QPalette.ColorRole.WindowText, QColor("#3FF23F"))
    assert roles_of(own)["off"] == "#3FF23F"


def test_there_are_eight_group_colours_that_stand_out(tokens: Tokens) -> None:
    assert len(tokens.groups) == 8
    for group in tokens.groups:
        assert contrast(group.edge, tokens["surface"]) >= 3
        assert contrast(tokens["text"], group.tint) >= 4.5


@pytest.mark.parametrize("scheme", [Scheme.LIGHT, Scheme.DARK])
@pytest.mark.parametrize(
    ("sight", "least"), [("normal", 18), ("protan", 12), ("deutan", 12), ("tritan", 7)]
)
def test_group_colours_are_told_apart(
    scheme: Scheme, sight: str, least: float, resources: Path
) -> None:
    tokens = load_tokens(resources / "appearance", scheme)
    assert sight in SIGHT
    colours = [seen(group.edge, sight) for group in tokens.groups]
    assert min(distance(a, b) for a, b in itertools.combinations(colours, 2)) >= least


def test_the_distance_is_that_of_the_published_test_data() -> None:
    assert distance((50, 2.6772, -79.7751), (50, 0, -82.7485)) == pytest.approx(2.0425, abs=1e-4)
    assert distance((50, -1.1848, -84.8006), (50, 0, -82.7485)) == pytest.approx(1.0, abs=1e-4)
    assert distance((60.2574, -34.0099, 36.2677), (60.4626, -34.1751, 39.4387)) == pytest.approx(
        1.2644, abs=1e-4
    )


@pytest.mark.parametrize("scheme", [Scheme.LIGHT, Scheme.DARK])
def test_heat_grows_with_the_percentage(scheme: Scheme, resources: Path) -> None:
    tokens = load_tokens(resources / "appearance", scheme)
    fills = [tokens.heat(percent)[0] for percent in (None, 0, 1, 20, 40, 60, 90)]
    assert fills[0] == fills[1] == tokens["heat0"]
    assert len(set(fills[1:])) == 6


def test_all_appearances_have_the_same_names(resources: Path) -> None:
    tables = [load_tokens(resources / "appearance", scheme) for scheme in Scheme]
    assert {frozenset(table.colours) for table in tables} == {frozenset(tables[0].colours)}


def test_high_contrast_is_a_choice_and_groups_are_all_of_one_ink(appearance: Appearance) -> None:
    appearance.choose(Scheme.CONTRAST)
    ink = appearance.tokens["text"]
    assert QApplication.palette().color(QPalette.ColorRole.Text).name().upper() == ink
    assert {group.edge for group in appearance.tokens.groups} == {ink}
    appearance.choose(Scheme.LIGHT)


def test_a_computer_that_asks_for_contrast_is_given_it_unless_another_was_chosen(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("caseview.desktop.window.wishes.asked_for", lambda: True)
    for kept, wanted in (("", "contrast"), ("follow", "contrast"), ("dark", "dark")):
        door = InventedDoorway()
        door.remember("scheme", kept)
        assert scheme_of(chosen(door).scheme) == wanted


def test_changing_the_appearance_changes_the_palette(appearance: Appearance) -> None:
    told = []
    appearance.changed.connect(lambda: told.append(1))
    appearance.choose(Scheme.DARK)
    window = QApplication.palette().color(QPalette.ColorRole.Window)
    assert window.name().upper() == appearance.tokens["window"]
    assert told
    appearance.choose(Scheme.LIGHT)


def test_the_bundled_faces_are_there(appearance: Appearance) -> None:
    families = QFontDatabase.families()
    assert {"Inter", "CaseView Serif"} <= set(families)
    assert appearance.font().exactMatch()


def test_each_icon_draws_something(appearance: Appearance, resources: Path) -> None:
    for file in (resources / "icons").glob("*.svg"):
        picture = draw(resources / "icons", file.stem, "#123456", 18).toImage()
        assert any(picture.pixelColor(x, y).alpha() > 128 for x in range(36) for y in range(36)), (
            file.stem
        )


@pytest.mark.parametrize("path", sorted(PACKAGE.rglob("*.py")), ids=lambda path: path.name)
def test_no_module_names_a_colour_of_its_own(path: Path) -> None:
    source = path.read_text(encoding="utf-8")
    assert not re.findall(r"#[0-9A-Fa-f]{6}\b|Qt\.GlobalColor\.(?!transparent)", source)


def test_every_icon_that_is_named_is_there(resources: Path) -> None:
    there = {file.stem for file in (resources / "icons").glob("*.svg")}
    for path in PACKAGE.rglob("*.py"):
        for name in re.findall(r'(?:icon|picture)\(\s*"([a-z0-9-]+)"', path.read_text("utf-8")):
            assert name in there, f"{path.name}: {name}"


def test_the_interface_grows_in_known_steps(appearance: Appearance) -> None:
    appearance.resize(150)
    assert appearance.px(12) == 18
    assert QApplication.font().pixelSize() == 20
    appearance.resize(100)
    with pytest.raises(ValueError, match="no such size"):
        appearance.resize(120)
