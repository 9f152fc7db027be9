"""The one way words of the interface are put into another language.

English is the key: `tr("Show {0} of {1}", a, b)` shows its own words until a translation is
installed (see `packaging/interface_words.py` for the catalogue). Other rooms speak English too, as
`English`, which keeps its sentence and its values: `told` puts such words into the language in use.
Words of a casebook are ordinary strings and pass `told` as they are, so that a title or a quote
cannot be translated by chance.
"""

from pathlib import Path

from PySide6.QtCore import QCoreApplication, QLocale, QTranslator

from caseview.domain import english
from caseview.domain.english import Case, English

CONTEXT = "CaseView"


def tr(words: str, *values: object) -> str:
    """Return words in the language in use, with each value put where its number stands."""
    if isinstance(words, English):
        return told(words)
    said = QCoreApplication.translate(CONTEXT, words) if words else ""
    return said.format(*(_value(one) for one in values)) if values else said


def told(words: str) -> str:
    """Return what another room says in the language in use; words of a casebook as they are."""
    if not isinstance(words, English):
        return words
    said = _translated(words)
    if words.case is Case.CAPITAL:
        return said[:1].upper() + said[1:]
    return said.lower() if words.case is Case.SMALL else said


def _translated(words: English) -> str:
    if words.n is None:
        return tr(words.words, *words.values)
    said = QCoreApplication.translate(CONTEXT, words.words, "", words.n)
    untranslated = said == words.words.replace("%n", str(words.n))
    return str(words) if untranslated else said


def several(n: int, singular: str, plural: str = "") -> str:
    """Return a count with its noun, in the plural form that the language in use has for it.

    The key is "%n review"; Welsh has six forms, English two.
    """
    return told(english.counted(n, singular, plural))


def speak(language: str, folder: Path) -> bool:
    """Install the catalogue of a language ("cy"); return whether there is one to install."""
    application = QCoreApplication.instance()
    if application is None:
        return False
    translator = QTranslator(application)
    if not translator.load(QLocale(language), "caseview", "_", str(folder)):
        return False
    return QCoreApplication.installTranslator(translator)


def _value(one: object) -> object:
    return told(one) if isinstance(one, str) else one
