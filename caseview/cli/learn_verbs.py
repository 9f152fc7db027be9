"""The verbs learn and missed: rules learned from decisions, and what rules may have missed."""

import argparse

from caseview.cli.arguments import themes, whole
from caseview.cli.opening import Verbs, add_casebook, add_verb, coder, opened
from caseview.cli.output import Output, note
from caseview.counting.wording import several
from caseview.domain.learned import LearnedRule, Missed
from caseview.wiring.learning import Schooling


def add(verbs: Verbs) -> None:
    """Add the verbs."""
    learn = add_verb(
        verbs,
        "learn",
        "learn from decisions, and suggest by it where that surely helps",
        "learn learning.casebook",
    )
    add_casebook(learn)
    learn.set_defaults(run=_learn)
    missed = add_verb(
        verbs,
        "missed",
        "list passages where the rules may have missed a theme",
        "missed learning.casebook --theme professional_curiosity",
    )
    add_casebook(missed)
    what = missed.add_mutually_exclusive_group(required=True)
    what.add_argument("--theme", metavar="T", help="the theme, by id or name")
    what.add_argument("--like", type=int, metavar="PASSAGE", help="passages like this one instead")
    missed.add_argument(
        "--limit", type=whole(1, 1_000), default=20, metavar="N", help="how many at most"
    )
    missed.set_defaults(run=_missed)


def _learn(args: argparse.Namespace) -> int:
    with opened(args) as (_, casebook):
        done = Schooling(casebook, coder(args)).learn()
        assert done is not None  # noqa: S101 - it is None only when stopped
        with casebook.reading() as work:
            names = {theme.id: theme.name for theme in work.codebook.themes}
    out = Output(args.json)
    if args.json:
        rules = [_shape(rule) for rule in done.rules]
        out.document({"rules": rules, "added": done.added, "removed": done.removed})
        return 0
    if not done.rules:
        print("No theme has enough decisions to learn from yet.")
        return 0
    heads = [
        "Theme",
        "Decided",
        "Reviews read",
        "Rules F1",
        "With learned F1",
        "Gain from",
        "to",
        "On",
    ]
    out.table(heads, [_row(rule, names.get(rule.theme, rule.theme)) for rule in done.rules])
    print(
        f"{several(done.added, 'suggestion')} by learned rules; "
        f"{several(done.removed, 'earlier one')} replaced."
    )
    note("A learned rule is on only where it surely beat the rules on documents it had not seen.")
    return 0


def _row(rule: LearnedRule, name: str) -> tuple[object, ...]:
    trial = rule.trial
    return (
        name, trial.decided, trial.documents, f"{trial.rules.f1:.2f}", f"{trial.learned.f1:.2f}",
        f"{trial.low:+.2f}", f"{trial.high:+.2f}", "yes" if rule.is_on else "no",
    )  # fmt: skip


def _shape(rule: LearnedRule) -> dict[str, object]:
    trial = rule.trial
    weighty = sorted(rule.words, key=lambda word: -rule.words[word][1])[:10]
    return {
        "theme": rule.theme,
        "on": rule.is_on,
        "decided": trial.decided,
        "holding": trial.holding,
        "documents": trial.documents,
        "rules_f1": round(trial.rules.f1, 3),
        "learned_f1": round(trial.learned.f1, 3),
        "gain": {"low": round(trial.low, 3), "high": round(trial.high, 3)},
        "words": weighty,
    }


def _missed(args: argparse.Namespace) -> int:
    with opened(args) as (_, casebook):
        learning = Schooling(casebook, coder(args))
        if args.theme is None:
            found = learning.more_like(args.like, args.limit)
        else:
            with casebook.reading() as work:
                (theme,) = themes(work.codebook, [args.theme])
            found = learning.missed(theme, args.limit)
    out = Output(args.json)
    if args.json:
        out.document([_place(one) for one in found])
        return 0
    heads = ["Document", "Page", "Paragraph", "Likely", "Words that say so", "Passage"]
    out.table(
        heads,
        [
            (one.document_id, one.page or "", one.number, f"{one.likelihood:.2f}",
             ", ".join(one.words), one.text)
            for one in found
        ],
    )  # fmt: skip
    return 0


def _place(one: Missed) -> dict[str, object]:
    return {
        "id": one.passage_id,
        "document": one.document_id,
        "review": one.review_id,
        "start": one.start,
        "end": one.end,
        "text": one.text,
        "page": one.page,
        "number": one.number,
        "likelihood": one.likelihood,
        "words": list(one.words),
    }
