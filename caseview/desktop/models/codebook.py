"""The codebook as rows: groups, themes with their figures, rules, and what a change touches."""

from collections.abc import Sequence

from caseview.counting.effect_words import right
from caseview.counting.wording import number
from caseview.desktop.models.cards import Card
from caseview.desktop.models.figures_table import Column, Line
from caseview.desktop.models.themebook import Face, ThemeBook
from caseview.desktop.tongue import several, told, tr
from caseview.domain.codebook import Codebook, Effect, Rule, Theme
from caseview.domain.codebook_effect import Happens, Touched
from caseview.domain.codebook_figures import CodebookFigures
from caseview.domain.english import English
from caseview.domain.suggestion import Level
from caseview.domain.tag import Tag

ALL, MARKERS, RETIRED = "", "·markers", "·retired"
WEAK = "\N{BLACK UP-POINTING TRIANGLE}"
EFFECTS = {
    Effect.GAP: English("Reads as a gap"),
    Effect.TOPIC: English("Names the theme"),
    Effect.GOOD_PRACTICE: English("Reads as good practice"),
    Effect.HINT: English("Weak hint"),
    Effect.FALSE_FRIEND: English("Holds it back"),
}
GROUP_COLUMNS = (Column(English("Group"), is_number=False), Column(English("Themes"), 42))
THEME_COLUMNS = (
    Column(English("Theme"), is_number=False),
    Column(English("Tags"), 56, about=English("Tags that coders gave")),
    Column(English("Reviews"), 66, about=English("Reviews with a tag"), spare=2),
    Column(English("Rules"), 54, spare=1),
    Column(English("Right*"), 66, about=English("Suggestions accepted of those decided")),
)
RULE_COLUMNS = (
    Column(English("Rule"), is_number=False),
    Column(English("Right"), 66, about=English("Suggestions accepted of those decided")),
    Column(English("Of"), 44, about=English("Suggestions decided")),
)
_SIGNS = {
    Happens.ADDED: ("+", "added", "ok"),
    Happens.REMOVED: ("\N{MINUS SIGN}", "removed", "problem"),
    Happens.CHANGED: ("\N{RIGHTWARDS ARROW}", "changed", "accent"),
    Happens.MOVED: ("\N{RIGHTWARDS ARROW}", "moved", "accent"),
    Happens.JOINED: ("\N{WHITE HEAVY CHECK MARK}", "joined", "accent"),
    Happens.GREW: ("\N{LEFT RIGHT ARROW}", "grown", "accent"),
}


def group_lines(codebook: Codebook) -> tuple[tuple[str, Line], ...]:
    """Return the groups with the number of their themes in use, each with what chooses it.

    Retired groups come last, with all their themes.
    """
    book = ThemeBook(codebook)
    living = [theme for theme in codebook.themes if not theme.retired]
    rows: list[tuple[str, str, int, Face | None]] = [(ALL, tr("All themes"), len(living), None)]
    for group in codebook.groups:
        if not group.retired:
            count = sum(theme.group == group.id and not theme.marker for theme in living)
            rows.append((group.id, group.name, count, book.group(group.id)))
    markers = sum(theme.marker for theme in living)
    retired = len(codebook.themes) - len(living)
    rows += [(MARKERS, tr("Markers"), markers, None)] if markers else []
    rows += [(RETIRED, tr("Retired"), retired, None)] if retired else []
    for group in codebook.groups:
        if group.retired:
            count = sum(theme.group == group.id for theme in codebook.themes)
            rows.append((group.id, tr("{0} (retired)", group.name), count, book.group(group.id)))
    return tuple(
        (key, Line((name, number(count)), f"{name}, {several(count, 'theme')}", face))
        for key, name, count, face in rows
    )


def themes_in(codebook: Codebook, chosen: str, typed: str) -> tuple[Theme, ...]:
    """Return the themes of a group (see `group_lines`) that hold the words typed."""
    words = typed.casefold().split()
    gone = {group.id for group in codebook.groups if group.retired}
    if chosen in gone:
        return tuple(theme for theme in codebook.themes if theme.group == chosen)
    return tuple(
        theme
        for theme in codebook.themes
        if _is_in(theme, chosen) and all(word in theme.name.casefold() for word in words)
    )


def _is_in(theme: Theme, chosen: str) -> bool:
    if chosen == RETIRED or theme.retired:
        return theme.retired and chosen == RETIRED
    if chosen == MARKERS:
        return theme.marker
    return chosen == ALL or (theme.group == chosen and not theme.marker)


def theme_line(theme: Theme, book: ThemeBook, figures: CodebookFigures) -> Line:
    """Return the row of a theme: its tags, their reviews, its rules, how often they were right."""
    use, record = figures.use(theme.id), figures.of_theme(theme.id)
    weak = f" {WEAK}" if record.is_weak else ""
    cells = (
        tr("{0} (retired)", theme.name) if theme.retired else theme.name,
        number(use.tags),
        number(use.reviews),
        number(len(theme.rules)),
        f"{right(record)}{weak}",
    )
    said = [cells[0], several(use.tags, "tag"), tr("in {0}", several(use.reviews, "review"))]
    said.append(several(len(theme.rules), "rule"))
    if record.decided:
        said.append(
            tr("{0} of {1} decided suggestions accepted", right(record), number(record.decided))
        )
    if record.is_weak:
        said.append(tr("weak"))
    return Line(cells, ", ".join(said), book.face(theme.id))


def weak_first(theme: Theme, figures: CodebookFigures) -> tuple[Rule, ...]:
    """Return the rules of a theme as they are listed: weak ones first, so that they are seen."""
    return tuple(sorted(theme.rules, key=lambda rule: not figures.of_rule(rule.id).is_weak))


def rule_lines(rules: Sequence[Rule], figures: CodebookFigures) -> tuple[Line, ...]:
    """Return rules with how often each was right."""
    lines = []
    for rule in rules:
        record = figures.of_rule(rule.id)
        weak = f" {WEAK}" if record.is_weak else ""
        sign = "\N{MULTIPLICATION SIGN} " if rule.effect is Effect.FALSE_FRIEND else ""
        cells = (f"{sign}{rule.pattern}", f"{right(record)}{weak}", number(record.decided))
        said = f"{EFFECTS[rule.effect]}: {rule.pattern}. "
        said += (
            tr("{0} of {1} accepted", number(record.accepted), number(record.decided))
            if record.decided
            else tr("Nothing decided yet")
        )
        said += tr(", weak") if record.is_weak else ""
        lines.append(Line(cells, said))
    return tuple(lines)


def touched_cards(touched: Sequence[Touched], book: ThemeBook) -> tuple[Card, ...]:
    """Return what a change touches, each with its sentence and its place."""
    return tuple(_touched(at, one, book) for at, one in enumerate(touched))


def _touched(at: int, one: Touched, book: ThemeBook) -> Card:
    sign, said, tone = _SIGNS[one.happens]
    name = book.face(one.theme or one.was).name
    if one.happens in {Happens.MOVED, Happens.JOINED} and one.theme and one.was != one.theme:
        name = f"{book.face(one.was).name} \N{RIGHTWARDS ARROW} {name}"
    weak = (
        tr("  \N{MIDDLE DOT}  level {0} only", Level.READING.value.capitalize()) if one.weak else ""
    )
    reads = f"{one.reads_as.sign} {told(one.reads_as.label)}"
    foot, quoted = f"{place_of(one)}{weak}", one.start < one.end
    return Card(at, name, reads, told(one.text), foot, sign, said, tone, quoted=quoted)


def place_of(one: Touched) -> str:
    """Return where words stand, short enough for a card."""
    if one.page is not None:
        return f"{one.review}, p. {one.page}"
    return tr("{0}, para {1}", one.review, one.paragraph) if one.paragraph else one.review


def tag_card(tag: Tag, review: str, mark: str, name: str) -> Card:
    """Return a tag to be placed, with the sign and the name of the theme it was given."""
    said = tr("goes to {0}", name) if name else "stays"
    title, words = name or tr("Stays where it is"), told(tag.words)
    return Card(
        tag.id, title, tag.coder, words, review, mark, said, "accent", quoted=tag.page is None
    )


def pointer(pattern: str, place: int, room: int = 38) -> str:
    """Return two lines that show a character of a pattern with a sign under it."""
    begin = max(0, min(place - room // 2, len(pattern) - room))
    shown = pattern[begin : begin + room]
    start = "…" if begin else ""
    return f"{start}{shown}\n{' ' * (len(start) + place - begin)}^"
