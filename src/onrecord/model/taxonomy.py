"""A taxonomy of one's own: terms under terms, in versions."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Term:
    """One term. ``parent`` is the key of the term above it, "" at the top."""

    key: str
    parent: str
    name: str
    note: str = ""


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
