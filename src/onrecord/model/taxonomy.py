"""A taxonomy of one's own: terms under terms, in versions."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Term:
    """One term. ``parent`` is the key of the term above it, "" at the top.

    ``name`` is what labels are filed by, in English where there is English; ``names``: language (BCP 47) and name.
    """

    key: str
    parent: str
    name: str
    note: str = ""
    names: tuple[tuple[str, str], ...] = ()

    def name_in(self, language: str) -> str:
        """Its name in this language, else the one it is filed by."""
        return dict(self.names).get(language, self.name)


@dataclass(frozen=True, slots=True)
class Taxonomy:
    """One version of a taxonomy; its key is the scheme of the labels that are given with it."""

    key: str
    title: str
    version: int
    terms: tuple[Term, ...]
    file: str
    when: str  # ISO 8601, UTC
    who: str
