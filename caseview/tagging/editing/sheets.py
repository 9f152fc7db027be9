"""A codebook as plain tables that people fill in, and the codebook that such tables stand for."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from caseview.domain.codebook import Codebook, Effect, Theme
from caseview.domain.english import English
from caseview.domain.errors import CodebookError
from caseview.domain.frameworks import FRAMEWORKS, framework_name
from caseview.domain.reads_as import ReadsAs
from caseview.tagging.codebook_text import EFFECT_ORDER, from_table, to_table
from caseview.tagging.editing.themes import new_id

Rows = Sequence[Sequence[str]]
BOOK, GROUPS, THEMES, RULES, LISTS = "Codebook", "Groups", "Themes", "Rules", "Lists"
_FIXED = (
    ("id", "Id"),
    ("name", "Theme"),
    ("group", "Group"),
    ("definition", "What it is"),
    ("use_when", "Use it when"),
    ("not_when", "Do not use it when"),
    ("default_reads_as", "Reads as"),
)
_FLAGS = (("extended", "Extended"), ("marker", "Marker"), ("retired", "Retired"))
_LINES = (("sources", "Sources"), ("came_from", "Came from"))
_EXAMPLE, _MAPS = "Example: ", "Maps to: "
_USUAL_EXAMPLES = tuple(reads.value for reads in (ReadsAs.GAP, ReadsAs.GOOD_PRACTICE))
_LIST_TABLES = ("sources", "words", "cues", "headings", "telling")
_YES, _NO = "yes", ""


@dataclass(frozen=True, slots=True)
class Sheet:
    """One table: its name, its headings and its rows, every cell as text."""

    name: str
    headings: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


def to_sheets(codebook: Codebook) -> tuple[Sheet, ...]:
    """Return the tables of a codebook; `from_sheets` gives the same codebook back."""
    table = to_table(codebook)
    facts = ("id", "name", "version", "language", "notes")
    groups = tuple(
        (one.id, one.name, one.letters, one.colour, _YES if one.retired else _NO)
        for one in codebook.groups
    )
    rules = tuple(
        (theme.id, theme.name, rule.effect.value, rule.id.rsplit(".", 1)[-1], rule.pattern)
        for theme in codebook.themes
        for rule in theme.rules
    )
    return (
        Sheet(BOOK, ("What", "Value"), tuple((name, table[name]) for name in facts)),
        Sheet(GROUPS, ("Id", "Group", "Letters", "Colour", "Retired"), groups),
        _themes(codebook),
        Sheet(RULES, ("Theme id", "Theme", "Effect", "Number", "Rule"), rules),
        Sheet(LISTS, ("List", "Name", "Value"), tuple(_lists(table))),
    )


def from_sheets(sheets: Mapping[str, Rows]) -> Codebook:
    """Return the codebook that tables stand for; each begins with its headings.

    A theme without an id gets one from its name, a rule without a number the next one. Raises
    CodebookError, naming the sheet and its row, when something is missing or cannot be used.
    """
    facts = {row["What"]: row["Value"] for _, row in _records(sheets, BOOK, ("What", "Value"))}
    table: dict[str, object] = {name: said for name, said in facts.items() if said}
    groups = _records(sheets, GROUPS, ("Id", "Group", "Letters"))
    table["group"] = [
        {
            "id": row["Id"] or new_id(row["Group"], ()),
            "name": row["Group"],
            "letters": row["Letters"],
            "colour": row.get("Colour", "").strip().lower(),
            "retired": row.get("Retired", "").lower() == _YES,
        }
        for _, row in groups
    ]
    themes = [dict(one) for one in _read_themes(sheets)]
    _read_rules(sheets, themes)
    table["theme"] = themes
    table |= _read_lists(sheets)
    return from_table(table)


def _themes(codebook: Codebook) -> Sheet:
    groups = {group.id: group.name for group in codebook.groups}
    shown = dict.fromkeys([*_USUAL_EXAMPLES, *(k for t in codebook.themes for k in t.examples)])
    maps = dict.fromkeys([*FRAMEWORKS, *(k for theme in codebook.themes for k in theme.maps_to)])

    def cells(theme: Theme) -> Iterator[str]:
        for field, _ in _FIXED:
            said = str(getattr(theme, field))
            yield groups.get(said, said) if field == "group" else said
        yield from (theme.examples.get(name, "") for name in shown)
        yield from (theme.maps_to.get(name, "") for name in maps)
        yield from (_YES if getattr(theme, field) else _NO for field, _ in _FLAGS)
        yield from ("\n".join(getattr(theme, field)) for field, _ in _LINES)

    headings = (
        *(heading for _, heading in _FIXED),
        *(_EXAMPLE + name for name in shown),
        *(_MAPS + framework_name(name) for name in maps),
        *(heading for _, heading in (*_FLAGS, *_LINES)),
    )
    return Sheet(THEMES, headings, tuple(tuple(cells(theme)) for theme in codebook.themes))


def _read_themes(sheets: Mapping[str, Rows]) -> Iterator[dict[str, object]]:
    groups = {
        row["Group"]: _group_id(row)
        for _, row in _records(sheets, GROUPS, ("Id", "Group", "Letters"))
    }
    frameworks = {said: name for name, said in FRAMEWORKS.items()}
    rows = list(_records(sheets, THEMES, ("Id", "Theme", "Group", "What it is")))
    taken = {row["Id"] for _, row in rows}
    for number, row in rows:
        if not row["Theme"]:
            raise _wrong(THEMES, number, "has no theme", "Write its name under “Theme”.")
        theme: dict[str, object] = {
            field: row[heading] for field, heading in _FIXED if row.get(heading)
        }
        if not row["Id"]:
            theme["id"] = new_id(row["Theme"], taken)
            taken.add(str(theme["id"]))
        theme["definition"] = row["What it is"]
        if row["Group"]:
            theme["group"] = groups.get(row["Group"], row["Group"])
        theme["examples"] = _named(row, _EXAMPLE, {})
        theme["maps_to"] = _named(row, _MAPS, frameworks)
        theme |= {field: row.get(heading, "").lower() == _YES for field, heading in _FLAGS}
        theme |= {
            field: row.get(heading, "").split("\n") for field, heading in _LINES if row.get(heading)
        }
        yield theme


def _group_id(row: Mapping[str, str]) -> str:
    return row["Id"] or new_id(row["Group"], ())


def _named(row: Mapping[str, str], start: str, names: Mapping[str, str]) -> dict[str, str]:
    found = {h.removeprefix(start): said for h, said in row.items() if h.startswith(start) and said}
    return {names.get(name, name): said for name, said in found.items()}


def _read_rules(sheets: Mapping[str, Rows], themes: Sequence[dict[str, object]]) -> None:
    """Give the themes their rules, each under its effect and number."""
    by_id = {str(theme["id"]): theme for theme in themes}
    by_name = {str(theme["name"]): theme for theme in themes}
    for number, row in _records(sheets, RULES, ("Theme id", "Theme", "Effect", "Number", "Rule")):
        theme = by_id.get(row["Theme id"]) or by_name.get(row["Theme"])
        effect = row["Effect"].strip().lower().replace(" ", "_")
        if theme is None:
            raise _wrong(
                RULES, number, f"names no theme of the sheet {THEMES}", "Correct its name."
            )
        if effect not in {one.value for one in Effect}:
            raise _wrong(
                RULES,
                number,
                f"has “{row['Effect']}” for its effect",
                f"Use one of {', '.join(EFFECT_ORDER)}.",
            )
        rules = theme.setdefault("rules", {})
        assert isinstance(rules, dict)  # noqa: S101 - made on the line before
        held = rules.setdefault(effect, {})
        free = str(1 + max((int(one) for one in held if one.isdecimal()), default=0))
        if row["Number"] in held:
            raise _wrong(RULES, number, "repeats the number of another rule", "Leave it empty.")
        held[row["Number"] or free] = row["Rule"]


def _lists(table: Mapping[str, Mapping[str, str | list[str]]]) -> Iterator[tuple[str, str, str]]:
    for name in _LIST_TABLES:
        for key, said in table[name].items():
            for one in [said] if isinstance(said, str) else said:
                yield name, key, one


def _read_lists(sheets: Mapping[str, Rows]) -> dict[str, object]:
    found: dict[str, dict[str, list[str]]] = {}
    for number, row in _records(sheets, LISTS, ("List", "Name", "Value")):
        if row["List"] not in _LIST_TABLES:
            raise _wrong(
                LISTS, number, "is of no list there is", f"Use one of {', '.join(_LIST_TABLES)}."
            )
        found.setdefault(row["List"], {}).setdefault(row["Name"], []).append(row["Value"])
    single = {"sources", "words", "telling"}
    return {
        name: {key: said[0] if name in single else said for key, said in held.items()}
        for name, held in found.items()
    }


def _records(
    sheets: Mapping[str, Rows], name: str, needed: Sequence[str]
) -> Iterator[tuple[int, dict[str, str]]]:
    """Yield the rows of a sheet by heading, with their numbers as a person counts them."""
    rows = sheets.get(name)
    if not rows or any(heading not in rows[0] for heading in needed):
        raise CodebookError(
            English(
                "The workbook has no sheet “{0}” with the headings {1}.", name, ", ".join(needed)
            ),
            "Save the codebook to Excel once, and fill in the workbook that makes.",
        )
    headings = rows[0]
    for number, cells in enumerate(rows[1:], start=2):
        if any(cell.strip() for cell in cells):
            padded = [*cells, *[""] * (len(headings) - len(cells))]
            said = zip(headings, padded, strict=False)
            yield number, {heading: cell.strip() for heading, cell in said}


def _wrong(sheet: str, row: int, what: str, advice: str) -> CodebookError:
    return CodebookError(English("In the sheet {0}, row {1} {2}.", sheet, row, what), advice)
