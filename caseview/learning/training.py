"""Trains a rule on decisions, and tries it on documents it has not seen.

TF-IDF over words and pairs with logistic regression (DECISIONS 7): it ships no weights and trains
in milliseconds. Each decision is judged by a rule that was trained without its document.
"""

from dataclasses import dataclass
from typing import Any

import numpy as np
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import GroupKFold

from caseview.domain.learned import LearnedRule, Lesson, Score, Trial
from caseview.domain.suggestion import Level

_FOLDS, _DRAWS, _MOST_FEATURES, _STRENGTH = 5, 400, 4_000, 4.0
Numbers = np.ndarray[Any, Any]


def train(lesson: Lesson, at: str) -> LearnedRule | None:
    """Return the rule that a lesson teaches, with its trial; None when there is too little."""
    if not lesson.supply.is_enough:
        return None
    data = _Data.of(lesson)
    sums = _sums_unseen(data)
    slope, base = _platt(sums, data.holds)
    says = 1 / (1 + np.exp(-np.clip(slope * sums + base, -30, 30))) >= Level.NORMAL.least
    trial = _trial(data, data.rules | says)
    vectoriser, fitted = _fit(data, np.arange(len(data.holds)))
    names = vectoriser.get_feature_names_out()
    weights = {
        str(name): (round(float(rare), 5), round(float(weight), 5))
        for name, rare, weight in zip(names, vectoriser.idf_, fitted.coef_[0], strict=True)
    }
    bias = float(fitted.intercept_[0])
    return LearnedRule(lesson.theme, at, trial, weights, bias, slope, base)


@dataclass(frozen=True)
class _Data:
    """A lesson as columns."""

    features: list[tuple[str, ...]]
    holds: Numbers
    rules: Numbers
    documents: Numbers

    @classmethod
    def of(cls, lesson: Lesson) -> "_Data":
        some = lesson.examples
        return cls(
            [example.features for example in some],
            np.array([example.holds for example in some]),
            np.array([example.rules_say for example in some]),
            np.array([example.document_id for example in some]),
        )


def _fit(data: _Data, rows: Numbers) -> tuple[Any, Any]:
    vectoriser = TfidfVectorizer(
        analyzer=list, sublinear_tf=True, min_df=2, max_features=_MOST_FEATURES
    )
    matrix = vectoriser.fit_transform([data.features[row] for row in rows])
    fitted = LogisticRegression(C=_STRENGTH, class_weight="balanced", max_iter=1_000)
    return vectoriser, fitted.fit(matrix, data.holds[rows])


def _sums_unseen(data: _Data) -> Numbers:
    """Return the sum of weights of each example by a rule trained without its document."""
    sums = np.zeros(len(data.holds))
    folds = GroupKFold(min(_FOLDS, len(set(data.documents.tolist()))))
    for known, unseen in folds.split(sums, data.holds, data.documents):
        if len(set(data.holds[known].tolist())) > 1:
            vectoriser, fitted = _fit(data, known)
            matrix = vectoriser.transform([data.features[row] for row in unseen])
            sums[unseen] = fitted.decision_function(matrix)
    return sums


def _platt(sums: Numbers, holds: Numbers) -> tuple[float, float]:
    """Return the slope and base that turn sums into likelihoods."""
    fitted = LogisticRegression(C=1e6).fit(sums.reshape(-1, 1), holds)
    return float(fitted.coef_[0][0]), float(fitted.intercept_[0])


def _trial(data: _Data, both: Numbers) -> Trial:
    """Return how rules alone and rules with what was learned did, and the gain's interval.

    Documents are drawn with replacement, for passages of one document resemble each other
    (B. Efron, "Bootstrap methods", 1979; clusters of documents).
    """
    rows = [np.flatnonzero(data.documents == one) for one in sorted(set(data.documents.tolist()))]
    draw = np.random.default_rng(20)
    gains = []
    for _ in range(_DRAWS):
        picked = np.concatenate([rows[one] for one in draw.integers(0, len(rows), len(rows))])
        holds = data.holds[picked]
        gains.append(_score(both[picked], holds).f1 - _score(data.rules[picked], holds).f1)
    low, high = np.percentile(gains, [2.5, 97.5])
    return Trial(
        decided=len(data.holds),
        holding=int(data.holds.sum()),
        documents=len(rows),
        rules=_score(data.rules, data.holds),
        learned=_score(both, data.holds),
        low=float(low),
        high=float(high),
    )


def _score(says: Numbers, holds: Numbers) -> Score:
    right = int((says & holds).sum())
    precision = right / int(says.sum()) if says.any() else 0.0
    recall = right / int(holds.sum()) if holds.any() else 0.0
    both = precision + recall
    return Score(precision, recall, 2 * precision * recall / both if both else 0.0)
