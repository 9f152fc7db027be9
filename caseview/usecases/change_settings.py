"""Changes the casebook's own settings, as acts that can be undone."""

from caseview.domain.casebook_settings import CasebookSettings, read_settings
from caseview.domain.changes import Changes
from caseview.domain.journal import SetSetting
from caseview.usecases.work import Casebook

_LABELS = {
    "marking": "Change the marking",
    "screening_reasons": "Change the reasons for screening out",
    "small_numbers": "Change the rule for small numbers",
}


def settings_of(casebook: Casebook) -> CasebookSettings:
    """Return what the team has set for this casebook."""
    with casebook.reading() as work:
        return read_settings(work.saved.settings())


def change_settings(casebook: Casebook, wanted: CasebookSettings, *, coder: str) -> Changes:
    """Set what differs as one undoable act; return what changed."""
    with casebook.writing() as work:
        held = work.saved.settings()
        commands = [
            SetSetting(name, held.get(name), value)
            for name, value in wanted.kept().items()
            if held.get(name) != value
        ]
        if not commands:
            return Changes()
        label = _LABELS[commands[0].name] if len(commands) == 1 else "Change the settings"
        return work.journal.perform(label, commands, coder)
