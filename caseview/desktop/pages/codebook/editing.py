"""The work on a draft: what each act makes of it, and what is kept of it between two acts."""

from collections.abc import Callable, Collection
from dataclasses import replace

from PySide6.QtCore import QObject, Signal

from caseview.domain.codebook import Codebook, Effect, Rule, Theme, ThemeGroup
from caseview.domain.codebook_figures import CodebookFigures
from caseview.domain.errors import CaseViewError
from caseview.tagging.editing.draft import Draft
from caseview.tagging.editing.groups import bring_group_back, keep_group, retire_group
from caseview.tagging.editing.joining import Half
from caseview.tagging.editing.rules import add_rule, edit_rule, remove_rule
from caseview.tagging.editing.themes import add_theme, bring_back, put_theme, retire
from caseview.tagging.editing.versions import adopt


class Drafting(QObject):
    """Holds the draft; `changed()` when it is another one, `refused(CaseViewError)` when not."""

    changed = Signal()
    refused = Signal(object)

    def __init__(self, codebook: Codebook) -> None:
        super().__init__()
        self.draft = Draft.of(codebook)
        self.figures = CodebookFigures()

    def begin(self, codebook: Codebook) -> bool:
        """Begin anew from a codebook; a draft of the same one stays.

        Return whether edits were lost, because another codebook is in use than they began with.
        """
        other = codebook != self.draft.before
        lost = other and not self.draft.is_empty
        if other:
            self.draft = Draft.of(codebook)
        self.changed.emit()
        return lost

    def discard(self) -> None:
        """Let go of every edit."""
        self.draft = Draft.of(self.draft.before)
        self.changed.emit()

    def keep_theme(self, theme: Theme) -> str | None:
        """Put a theme in, as new where it has no id; return its id, None when it cannot be."""

        def put(codebook: Codebook) -> Codebook:
            if theme.id:
                return put_theme(codebook, theme)
            added = add_theme(codebook, theme.name, theme.group, theme.definition)
            new = _new(codebook, added)
            return put_theme(added, replace(theme, id=new.id))

        before = self.draft.after
        if not self._edit(put):
            return None
        return theme.id or _new(before, self.draft.after).id

    def keep_rule(self, rule: Rule) -> bool:
        """Put a rule in, as new where it has no id; return whether it could be."""
        taken = self.figures.rules
        if rule.id:
            return self._edit(
                lambda book: edit_rule(book, rule.id, rule.effect, rule.pattern, taken=taken)
            )
        return self._edit(
            lambda book: add_rule(book, rule.theme, rule.effect, rule.pattern, taken=taken)
        )

    def take_out(self, rule_id: str) -> bool:
        """Take a rule out; return whether it could be."""
        return self._edit(lambda book: remove_rule(book, rule_id))

    def retire(self, theme: Theme) -> bool:
        """Retire a theme, or bring a retired one back with its group; return whether it could."""

        def back(book: Codebook) -> Codebook:
            gone = not theme.marker and book.group(theme.group).retired
            return bring_back(bring_group_back(book, theme.group) if gone else book, theme.id)

        return self._edit(back if theme.retired else lambda book: retire(book, theme.id))

    def keep_group(self, group: ThemeGroup, place: int, joining: Collection[str]) -> bool:
        """Put a group in at a place, with the themes that join it; return whether it could be."""
        return self._edit(lambda book: keep_group(book, group, place, joining))

    def retire_group(self, group: ThemeGroup) -> bool:
        """Retire a group with its themes, or bring it back alone; return whether it could be."""
        turn = bring_group_back if group.retired else retire_group
        return self._edit(lambda book: turn(book, group.id))

    def remake_rule(self, rule: Rule, effect: Effect) -> bool:
        """Let a rule do something else; return whether it could be."""
        return self.keep_rule(replace(rule, effect=effect))

    def merge(self, theme_id: str, into: str) -> bool:
        """Merge a theme into another; return whether it could be."""
        return self._set(lambda draft: draft.merging(theme_id, into))

    def split(
        self, theme_id: str, halves: tuple[Half, Half], second_rules: set[str]
    ) -> tuple[str, str] | None:
        """Split a theme; return the ids of the two new ones, None when it cannot be."""
        before = {theme.id for theme in self.draft.after.themes}
        if not self._set(lambda draft: draft.splitting(theme_id, halves, second_rules)):
            return None
        first, second = (one.id for one in self.draft.after.themes if one.id not in before)
        return first, second

    def place(self, tag_id: int, theme_id: str | None) -> None:
        """Give a tag to a theme, or leave it where it is."""
        self._set(lambda draft: draft.placing(tag_id, theme_id))

    def take(self, other: Codebook) -> bool:
        """Take a codebook from a file in place of the one in use."""
        return self._edit(lambda _: adopt(self.draft.before, other))

    def _edit(self, change: Callable[[Codebook], Codebook]) -> bool:
        return self._set(lambda draft: draft.with_codebook(change(draft.after)))

    def _set(self, change: Callable[[Draft], Draft]) -> bool:
        try:
            self.draft = change(self.draft)
        except CaseViewError as error:
            self.refused.emit(error)
            return False
        self.changed.emit()
        return True


def _new(before: Codebook, after: Codebook) -> Theme:
    known = {theme.id for theme in before.themes}
    return next(theme for theme in after.themes if theme.id not in known)
