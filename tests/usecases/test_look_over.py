"""A casebook that was not closed is looked over, and one line says how it stands."""

import pytest

from caseview.domain.info import Finding
from caseview.store.casebook import StoredCasebook
from caseview.usecases.look_over import look_over


def test_what_is_there_is_said(casebook: StoredCasebook) -> None:
    said = look_over(casebook)
    assert said == "This casebook did not close properly. It was checked and nothing is amiss."


def test_what_is_amiss_is_said_with_what_to_do(
    casebook: StoredCasebook, monkeypatch: pytest.MonkeyPatch
) -> None:
    amiss = (Finding("2 passages are not in the index.", "Run caseview check --repair."),)
    monkeypatch.setattr(StoredCasebook, "check", lambda *_, **__: amiss)
    assert look_over(casebook).endswith(
        "It was checked: 2 passages are not in the index. Run caseview check --repair."
    )
