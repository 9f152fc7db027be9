"""What is written in the Codebook view: themes, rules, splits, merges; each becomes the draft."""

from functools import partial

from PySide6.QtCore import QObject, QPoint

from caseview.desktop.desk import Desk
from caseview.desktop.jobs import Failure, Job
from caseview.desktop.models.themebook import ThemeBook
from caseview.desktop.pages.codebook.applying import Applying
from caseview.desktop.pages.codebook.editing import Drafting
from caseview.desktop.pages.codebook.group_form import NEW
from caseview.desktop.pages.codebook.panes import Parts
from caseview.desktop.session.session import Session
from caseview.desktop.tongue import tr
from caseview.desktop.widgets.theme_picker import ThemePicker
from caseview.domain.codebook import Effect, Rule, Theme, ThemeGroup
from caseview.domain.errors import CaseViewError
from caseview.domain.query import Search
from caseview.domain.tag import Tag
from caseview.tagging.editing.joining import Half
from caseview.tagging.editing.rules import rule_of
from caseview.usecases.try_rule import Attempt, Trial

Placed = tuple[tuple[Tag, ...], dict[int, str]]


class Writing(QObject):
    """Joins the forms at the right with the draft."""

    def __init__(self, desk: Desk, drafting: Drafting, parts: Parts, applying: Applying) -> None:
        super().__init__(parts)
        self._desk = desk
        self._drafting = drafting
        self._parts = parts
        self._applying = applying
        self._halves = ("", "", "")
        about, rule, split = parts.about, parts.rule, parts.split
        about.edit_wanted.connect(self.edit_theme)
        about.rule_wanted.connect(self.edit_rule)
        about.split_wanted.connect(self.split)
        about.merge_wanted.connect(self.merge)
        about.retire_wanted.connect(self.retire)
        about.remake_wanted.connect(self.remake)
        parts.group.kept.connect(self._keep_group)
        parts.group.retire_wanted.connect(self._retire_group)
        parts.form.kept.connect(self._keep_theme)
        rule.kept.connect(self._keep_rule)
        rule.out.connect(self._take_out)
        rule.tried.connect(self._try)
        rule.search_chosen.connect(self._from_search)
        split.wanted.connect(self._split)
        split.placed.connect(self._place)
        split.done.connect(applying.preview)

    def new_theme(self) -> None:
        """Show an empty form, in the group of the theme gone to."""
        after = self._drafting.draft.after
        here = self._parts.about.theme
        living = [one.id for one in after.groups if not one.retired]
        group = here.group if here and here.group in living else living[0]
        self._parts.show_right(self._parts.form)
        self._parts.form.show_theme(Theme("", "", group, ""), after)

    def edit_theme(self) -> None:
        """Show the form of the theme gone to."""
        if (theme := self._parts.about.theme) is not None:
            self._parts.show_right(self._parts.form)
            self._parts.form.show_theme(theme, self._drafting.draft.after)

    def new_group(self) -> None:
        """Show an empty form for a group."""
        self._parts.show_right(self._parts.group)
        self._parts.group.show_group(NEW, self._drafting.draft.after)

    def edit_group(self, group_id: str) -> None:
        """Show the form of a group, where it is one."""
        after = self._drafting.draft.after
        group = next((one for one in after.groups if one.id == group_id), None)
        if group is None:
            self._desk.events.say(tr("Go to a group at the left first."))
            return
        self._parts.show_right(self._parts.group)
        self._parts.group.show_group(group, after)

    def remake(self, rule_id: str, effect: str) -> None:
        """Take a rule out ("") or let it do something else, and show what that would do."""
        rule = rule_of(self._drafting.draft.after, rule_id)
        done = (
            self._drafting.remake_rule(rule, Effect(effect))
            if effect
            else self._drafting.take_out(rule_id)
        )
        if done:
            self._applying.preview()

    def new_rule(self) -> None:
        """Show an empty rule for the theme gone to."""
        self.edit_rule("")

    def rule_from(self, search: Search) -> None:
        """Show a new rule for the theme gone to, made of a search."""
        self.new_rule()
        self._from_search(search)

    def edit_rule(self, rule_id: str) -> None:
        """Show a rule of the theme gone to, a new one for ""."""
        if (theme := self._parts.about.theme) is not None:
            after = self._drafting.draft.after
            rule = rule_of(after, rule_id) if rule_id else None
            self._parts.show_right(self._parts.rule)
            self._parts.rule.show_rule(theme, rule, after)

    def merge(self) -> None:
        """Ask which theme takes in the one gone to, then show what that would do."""
        theme = self._parts.about.theme
        if theme is None or theme.retired or theme.marker:
            return
        book = ThemeBook(self._drafting.draft.after)
        picker = ThemePicker(self._parts, self._desk.appearance, book, partial(self._into, theme))
        picker.show_at(self._parts.right.mapToGlobal(QPoint(20, 40)))

    def split(self) -> None:
        """Ask for the two halves of the theme gone to."""
        theme = self._parts.about.theme
        if theme is not None and not theme.retired and not theme.marker:
            self._parts.show_right(self._parts.split)
            self._parts.split.show_theme(theme)

    def retire(self) -> None:
        """Retire the theme gone to, or bring it back, and show what that would do."""
        theme = self._parts.about.theme
        if theme is not None and self._drafting.retire(theme):
            self._applying.preview()

    def _into(self, theme: Theme, goal: str) -> None:
        if self._drafting.merge(theme.id, goal):
            name = self._drafting.draft.after.theme(goal).name
            self._applying.preview((theme.name, name))

    def _keep_theme(self, theme: Theme) -> None:
        if (theme_id := self._drafting.keep_theme(theme)) is not None:
            self._back(theme_id)

    def _keep_group(self, group: ThemeGroup, place: int, joining: set[str]) -> None:
        if self._drafting.keep_group(group, place, joining):
            self._applying.preview()

    def _retire_group(self, group: ThemeGroup) -> None:
        if self._drafting.retire_group(group):
            self._applying.preview()

    def _keep_rule(self, rule: Rule) -> None:
        if self._drafting.keep_rule(rule):
            self._back()

    def _take_out(self, rule_id: str) -> None:
        if self._drafting.take_out(rule_id):
            self._back()

    def _back(self, theme_id: str = "") -> None:
        self._parts.show_right(self._parts.tabs)
        if theme_id:
            self._desk.events.say(tr("Kept in the draft. F5 shows what it would do."))
        self._parts.themes.setFocus()

    def _try(self, attempt: Attempt) -> None:
        self._desk.look(
            "rule-tried",
            tr("Try the rule"),
            partial(_tried, attempt),
            self._parts.rule.show_trial,
            self._not_tried,
        )

    def _not_tried(self, failure: Failure) -> None:
        if isinstance(failure.error, CaseViewError):
            self._parts.rule.show_trouble(failure.error)
        else:
            self._desk.jobs.failed.emit(failure)

    def _from_search(self, search: Search) -> None:
        def failed(failure: Failure) -> None:
            self._not_tried(failure)

        self._desk.look(
            "search-as-rule",
            tr("Read the search as a rule"),
            lambda session, _job: session.revising.rule_of(search),
            self._parts.rule.write,
            failed,
        )

    def _split(self, halves: tuple[Half, Half], second_rules: set[str]) -> None:
        theme = self._parts.split.theme
        if theme is None:
            return
        found = self._drafting.split(theme.id, halves, second_rules)
        if found is not None:
            self._halves = ("", *found)
            names = (halves[0].name, halves[1].name)

            def show(read: Placed) -> None:
                self._parts.split.show_tags(*read, names)

            self._desk.read(tr("Read the tags of a theme"), partial(_tags, theme.id), show)

    def _place(self, tag_id: int, half: int) -> None:
        self._drafting.place(tag_id, self._halves[half] or None)


def _tried(attempt: Attempt, session: Session, job: Job[Trial]) -> Trial:
    return session.revising.try_rule(attempt, job.stopped)


def _tags(theme: str, session: Session) -> Placed:
    titles = {review.id: review.title for review in session.reading.library()}
    return session.revising.tags_of(theme), titles
