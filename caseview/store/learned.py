"""Rules learned from decisions, kept whole; they can be learned anew at any time."""

import json
from collections.abc import Iterable
from dataclasses import asdict
from typing import Any

from sqlalchemy import Connection, delete, insert, select

from caseview.domain.learned import LearnedRule, Score, Trial
from caseview.store.tables_team import LearnedRuleRow


class StoredLearned:
    """The learned rules inside one transaction."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def all(self) -> tuple[LearnedRule, ...]:
        """Return every learned rule, by theme."""
        row = LearnedRuleRow
        return tuple(
            _made(text) for text in self._connection.scalars(select(row.rule).order_by(row.theme))
        )

    def keep(self, rules: Iterable[LearnedRule]) -> None:
        """Keep these in place of all there were."""
        self._connection.execute(delete(LearnedRuleRow))
        rows = [
            {"theme": rule.theme, "trained_at": rule.trained_at, "rule": json.dumps(asdict(rule))}
            for rule in rules
        ]
        if rows:
            self._connection.execute(insert(LearnedRuleRow), rows)


def _made(text: str) -> LearnedRule:
    said: dict[str, Any] = json.loads(text)
    tried: dict[str, Any] = said.pop("trial")
    tried |= {name: Score(**tried[name]) for name in ("rules", "learned")}
    words = {word: (rarity, weight) for word, (rarity, weight) in said.pop("words").items()}
    return LearnedRule(trial=Trial(**tried), words=words, **said)
