"""Tells how the work in a casebook was done, in sentences for an annex."""

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import combinations

from caseview.counting import agreement_wording
from caseview.counting.flow_wording import flow_sentences
from caseview.counting.wording import joined, number, several
from caseview.domain.agreement import Per
from caseview.domain.casebook_settings import read_settings
from caseview.domain.codebook_version import CodebookVersion
from caseview.domain.review import Review, Status
from caseview.domain.suggestion import Decision
from caseview.usecases.compare_coders import coders_of, compare_coders
from caseview.usecases.ports import Now
from caseview.usecases.tell_flow import flow_in
from caseview.usecases.work import Casebook, Work

MOST_CODERS = 4
"""How many coders are compared pair by pair; with more the pairs would be a page of their own."""


def tell_method(casebook: Casebook, now: Now) -> str:
    """Return one paragraph: what was read, screened, coded by whom with which codebook, how sure.

    Every figure is that of the casebook as it stands. Nothing is said of what was not done, but
    that it was not where a reader would ask: a second coder, a rule for small numbers.
    """
    with casebook.reading() as work:
        reviews = work.reviews.all()
        if not reviews:
            return "No review is in this casebook yet, so there is no method to tell."
        sentences = [*_sample(reviews), *flow_sentences(flow_in(work)), *_tags(work)]
        sentences += _codebook(work)
        sentences += _decisions(work)
        threshold = read_settings(work.saved.settings()).small_numbers
    sentences += _agreement(casebook, now)
    sentences.append(_small_numbers(threshold))
    return " ".join(sentences)


def _sample(reviews: Sequence[Review]) -> Iterator[str]:
    documents = sum(len(review.documents) for review in reviews)
    kinds = Counter(review.kind for review in reviews)
    named = [f"{number(count)} {kind.label}" for kind, count in kinds.most_common()]
    yield (
        f"{several(len(reviews), 'review')} in {several(documents, 'document')} were read into "
        f"CaseView: {joined(named)}."
    )
    finished = sum(review.status is Status.FINISHED for review in reviews)
    yield f"{number(finished)} of them {'is' if finished == 1 else 'are'} finished."


def _tags(work: Work) -> Iterator[str]:
    tags = work.decisions.tags()
    by = Counter(tag.coder for tag in tags)
    if not by:
        yield "No passage has been tagged yet."
        return
    named = [f"{coder} ({several(count, 'tag')})" for coder, count in by.most_common()]
    yield f"Passages were tagged by {joined(named)}."
    whole = sum(tag.page is not None for tag in tags)
    if whole:
        stand = "stands on a whole page" if whole == 1 else "stand on whole pages"
        yield f"{number(whole)} of these {stand} of scans, which have no words that could be read."


def _codebook(work: Work) -> Iterator[str]:
    used: list[CodebookVersion] = list(work.codebooks.versions())
    now = next(one for one in used if one.in_use)
    said = f"The codebook was “{now.name}”, version {now.version}"
    themes = sum(not theme.retired for theme in work.codebook.themes)
    if len(used) > 1:
        said += f", the last of {number(len(used))} versions"
    yield f"{said}, with {several(themes, 'theme')}."


def _decisions(work: Work) -> Iterator[str]:
    accepted, rejected, undecided, skipped = (
        work.decisions.of_state(one)
        for one in (Decision.ACCEPTED, Decision.REJECTED, Decision.UNDECIDED, Decision.SKIPPED)
    )
    decided = accepted + rejected
    if not decided:
        return
    share = int(100 * accepted / decided + 0.5)
    yield (
        "Rules of the codebook put suggestions forward, and coders decided them one by one or, "
        f"for one rule in one document, together: {number(accepted)} of {number(decided)} decided "
        f"({share}%) were accepted. {number(undecided + skipped)} are undecided and are no tags."
    )


def _agreement(casebook: Casebook, now: Now) -> Iterator[str]:
    known = coders_of(casebook)[:MOST_CODERS]
    told = False
    for pair in combinations(known, 2):
        found = compare_coders(casebook, pair, Per.REVIEW, now=now)
        if found.shared:
            told = True
            yield agreement_wording.base_sentence(found)
            kappa = agreement_wording.kappa_sentence(found.overall, found.per)
            yield f"Kappa {kappa}" if kappa[:1].isdigit() else kappa
    if not told:
        yield "No document was finished by two coders, so agreement was not measured."


def _small_numbers(threshold: int) -> str:
    if not threshold:
        return "No rule for small numbers was set: every count is shown as it is."
    return (
        f"In cross-tabs that leave the casebook, counts under {threshold} are not shown, nor a "
        "second count where a total would give one away."
    )
