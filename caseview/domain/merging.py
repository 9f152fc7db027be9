"""What merging another casebook into this one would bring, and what it brought."""

from dataclasses import dataclass

from caseview.domain.changes import Changes


@dataclass(frozen=True, slots=True)
class MergePreview:
    """What another casebook holds that this one does not.

    `new_reviews` have no document here, `shared_reviews` have one at least; `tags` would come in,
    `known_tags` are here already; `clashes` are what coders decided otherwise, and will be listed
    under Agreement; `reread` are tags whose own coder reads the same words otherwise there;
    `unplaced` tags whose words are not in the document here become notes; `themes` are names that
    only the other codebook has and would be added; `still_tagging` documents are tagged by other
    coders there and not finished here by whoever is at work on them; `register` is how much comes
    into the register of recommendations: words, standings, groups, and answers to concerns;
    `saved` are searches, cross-tabs, filters and views under a name.
    """

    name: str
    new_reviews: int = 0
    shared_reviews: int = 0
    new_documents: int = 0
    tags: int = 0
    known_tags: int = 0
    clashes: int = 0
    reread: int = 0
    unplaced: int = 0
    decisions: int = 0
    notes: int = 0
    register: int = 0
    saved: int = 0
    themes: tuple[str, ...] = ()
    coders: tuple[str, ...] = ()
    still_tagging: int = 0

    @property
    def brings_nothing(self) -> bool:
        """Whether a merge would leave this casebook as it is."""
        people = self.tags, self.unplaced, self.decisions, self.notes, self.register, self.saved
        return not any((self.new_documents, *people)) and not self.themes


@dataclass(frozen=True, slots=True)
class Merged:
    """What a merge brought, and what changed."""

    preview: MergePreview
    changes: Changes
