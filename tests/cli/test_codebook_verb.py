"""The codebook goes out, comes back changed, and is previewed exactly before it is applied."""

from collections.abc import Callable
from pathlib import Path

from tests.cli.conftest import Caller, Said

Run = Callable[..., Said]


def edited(caller: Caller, words: str = "a risk is known") -> Path:
    """Return the codebook in a file, with one rule more for staffing."""
    path = caller.folder / "codebook.toml"
    caller.run("codebook", caller.casebook, "--to", path)
    text = path.read_text(encoding="utf-8")
    theme = text.index('id = "staffing')
    at = text.index("[theme.rules.topic]", theme)
    path.write_text(f'{text[:at]}[theme.rules.topic]\n900 = "{words}"\n{text[at + 20 :]}', "utf-8")
    return path


def test_the_codebook_is_listed_with_its_figures(caller: Caller, filled: Run) -> None:
    found = caller.json("codebook", caller.casebook)
    assert set(found) == {"id", "name", "version", "groups", "themes", "versions"}
    theme = found["themes"][0]
    assert {"id", "name", "tags", "reviews", "right", "rules", "maps_to", "retired"} <= set(theme)
    assert sum(theme["open"] for theme in found["themes"]) > 0
    said = filled("codebook", caller.casebook).out
    assert "Professional curiosity" in said
    assert "Right: suggestions accepted of those decided." in said


def test_a_preview_says_what_taking_it_then_does(caller: Caller, filled: Run) -> None:
    path = edited(caller)
    before = caller.json("suggestions", caller.casebook)
    said = caller.json("codebook", caller.casebook, "--preview", path)
    assert said["added"] > 0
    assert caller.json("suggestions", caller.casebook) == before
    done = caller.json("codebook", caller.casebook, "--from", path)
    assert {k: done[k] for k in said} == said
    assert set(done) - set(said) == {"done"}
    after = caller.json("suggestions", caller.casebook)
    assert len(after) - len(before) == said["added"] - said["removed"]
    assert caller.json("codebook", caller.casebook)["version"] == said["version"] == "2"
    filled("undo", caller.casebook)
    assert caller.json("suggestions", caller.casebook) == before


def test_the_same_codebook_changes_nothing(caller: Caller, filled: Run) -> None:
    path = caller.folder / "same.xlsx"
    filled("codebook", caller.casebook, "--to", path)
    said = filled("codebook", caller.casebook, "--from", path).out
    assert "Nothing to change." in said
    assert len(caller.json("codebook", caller.casebook)["versions"]) == 1


def test_a_rule_that_cannot_be_read_is_refused_with_its_character(
    caller: Caller, filled: Run
) -> None:
    path = edited(caller, "who (else lived there")
    said = filled("codebook", caller.casebook, "--from", path, expect=1).err
    assert "character 5 “(” opens a bracket that is never closed" in said
    filled("codebook", caller.casebook, "--from", caller.folder / "absent.toml", expect=1)
    filled("codebook", caller.casebook, "--to", caller.folder / "book.odt", expect=2)
