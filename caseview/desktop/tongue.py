"""The one way words of the interface are put into another language.

English is the key: a call `tr("Show {0} of {1}", a, b)` shows its own words until a translation is
installed (see `packaging/translate.py` for the catalogue). Words of a casebook never go through
here, so that a title or a quote cannot be translated by chance.
"""

from pathlib import Path

from PySide6.QtCore import QCoreApplication, QLocale, QTranslator

from caseview.counting import wording

CONTEXT = "CaseView"


def tr(words: str, *values: object) -> str:
    """Return words in the language in use, with each value put where its number stands."""
    said = QCoreApplication.translate(CONTEXT, words)
    return said.format(*values) if values else said


def several(n: int, singular: str, plural: str = "") -> str:
    """Return a count with its noun, in the plural form that the language in use has for it.

    The key is "%n review"; Welsh has six forms, English two.
    """
    key = f"%n {singular}"
    said = QCoreApplication.translate(CONTEXT, key, "", n)
    if said == key.replace("%n", str(n)):
        return wording.several(n, singular, plural)
    return said


def speak(language: str, folder: Path) -> bool:
    """Install the catalogue of a language ("cy"); return whether there is one to install."""
    application = QCoreApplication.instance()
    if application is None:
        return False
    translator = QTranslator(application)
    if not translator.load(QLocale(language), "caseview", "_", str(folder)):
        return False
    return QCoreApplication.installTranslator(translator)
