"""Edits of rules. A rule changed gets a new number, so that its figures are its own."""

from collections.abc import Collection, Iterable
from dataclasses import replace

from caseview.domain.codebook import Codebook, Effect, Rule, Theme
from caseview.domain.english import English
from caseview.domain.errors import CodebookError
from caseview.tagging.codebook_text import EFFECT_ORDER
from caseview.tagging.editing.themes import put_theme
from caseview.tagging.notation import parse, parse_named


def add_rule(
    codebook: Codebook, theme_id: str, effect: Effect, pattern: str, *, taken: Collection[str] = ()
) -> Codebook:
    """Return the codebook with a new rule for a theme.

    `taken` holds ids of rules once used, which no new rule gets. Raises NotationError when the
    pattern cannot be read, CodebookError when the theme is unknown or has this rule already.
    """
    theme = codebook.theme(theme_id)
    said = _checked(codebook, theme, effect, pattern)
    return put_theme(codebook, _with(theme, effect, said, taken))


def edit_rule(
    codebook: Codebook, rule_id: str, effect: Effect, pattern: str, *, taken: Collection[str] = ()
) -> Codebook:
    """Return the codebook with a rule that reads otherwise, under a number of its own.

    A rule that stays as it is keeps its number. Raises as `add_rule` does.
    """
    rule = rule_of(codebook, rule_id)
    if (rule.effect, rule.pattern) == (effect, pattern.strip()):
        return codebook
    taken = {*taken, rule_id}
    return add_rule(remove_rule(codebook, rule_id), rule.theme, effect, pattern, taken=taken)


def remove_rule(codebook: Codebook, rule_id: str) -> Codebook:
    """Return the codebook without a rule. Raises CodebookError when there is none."""
    theme = codebook.theme(rule_of(codebook, rule_id).theme)
    kept = tuple(rule for rule in theme.rules if rule.id != rule_id)
    return put_theme(codebook, replace(theme, rules=kept))


def rule_of(codebook: Codebook, rule_id: str) -> Rule:
    """Return a rule by its id. Raises CodebookError when there is none."""
    for theme in codebook.themes:
        for rule in theme.rules:
            if rule.id == rule_id:
                return rule
    raise CodebookError(
        English("The codebook has no rule “{0}”.", rule_id), "Look at the theme's rules."
    )


def holds_back(rule: Rule) -> bool:
    """Return whether a rule holds its theme back."""
    return rule.effect is Effect.FALSE_FRIEND


def given_rules(theme: Theme, rules: Iterable[Rule]) -> Theme:
    """Return a theme with rules of another theme as well, but for those it has already."""
    given = theme
    for rule in rules:
        if (rule.effect, rule.pattern) not in {(one.effect, one.pattern) for one in given.rules}:
            given = _with(given, rule.effect, rule.pattern, ())
    return given


def _checked(codebook: Codebook, theme: Theme, effect: Effect, pattern: str) -> str:
    said = pattern.strip()
    parse(said, parse_named(codebook.words))
    if any((rule.effect, rule.pattern) == (effect, said) for rule in theme.rules):
        raise CodebookError(
            English("“{0}” has the rule “{1}” already.", theme.name, said), "Write another one."
        )
    return said


def _with(theme: Theme, effect: Effect, pattern: str, taken: Collection[str]) -> Theme:
    start = f"{theme.id}.{effect.value}."
    used = [one.removeprefix(start) for one in [*taken, *(rule.id for rule in theme.rules)]]
    number = 1 + max((int(one) for one in used if one.isdecimal()), default=0)
    rules = [*theme.rules, Rule(f"{start}{number}", theme.id, effect, pattern)]
    rules.sort(key=lambda rule: EFFECT_ORDER.index(rule.effect))
    return replace(theme, rules=tuple(rules))
