"""Onrecord: what was said about a State's human rights, every line on record with its place.

``onrecord.read(file)`` reads one document; ``onrecord.open_archive(file)`` opens an archive of many. Each loads what it
needs when it is called: reading touches neither the database nor the web.
"""

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from onrecord.matching.ask_texts import Asking
    from onrecord.model import Comparison
    from onrecord.model.label import Labels
    from onrecord.model.link import Repeats, Uptake
    from onrecord.record import Record
    from onrecord.tasks import Archive

__version__ = "0.1.0"

__all__ = ["__version__", "compare", "join", "label", "open_archive", "read", "repeats", "uptake"]


def read(source: str | Path | bytes, *, name: str = "") -> "Record":
    """Read one document: a path or its bytes in, a :class:`~onrecord.record.Record` out.

    Args:
        source: path of a file, or its bytes. What it is comes from the content, never from the name.
        name: what to call it where bytes are given.

    Raises:
        DocumentError: the file cannot be used; its classes say why (empty, locked, damaged, too large …).
    """
    from onrecord.record import read

    return read(source, name=name)


def join(records: "Iterable[Record]") -> "tuple[Record, ...]":
    """The same papers, their recommendations with the history that all of them tell together.

    Args:
        records: papers of one review, in any order: the Working Group report, its addendum, the report of the Council …
    """
    from onrecord.record import join

    return join(records)


def compare(records: "Iterable[Record]") -> "tuple[Comparison, ...]":
    """Where papers tell the same otherwise (conflicts), repeat each other (copies), or may name the same (links).

    Args:
        records: papers of one State; one alone is compared with itself. Nothing is chosen or corrected.
    """
    from onrecord.record import compare

    return compare(records)


def uptake(
    proposals: "Iterable[Asking]", recommendations: "Iterable[Asking]", *, words_only: bool = False
) -> "tuple[Uptake, ...]":
    """Which recommendations take up which proposal: the same ask, the same subject, or none. Suggestions, no facts.

    Args:
        proposals: what an organisation asks: texts, ``{"id", "text"}``, or the proposals of a record.
        recommendations: what States recommended, in the same forms.
        words_only: leave meaning out, words and rules decide alone.
    """
    from onrecord.record import uptake

    return uptake(proposals, recommendations, words_only=words_only)


def repeats(old: "Iterable[Asking]", new: "Iterable[Asking]", *, words_only: bool = False) -> "Repeats":
    """What became of earlier recommendations in a later list: the same ask, the same subject, dropped; what is new.

    Args:
        old: earlier recommendations, in the forms of :func:`uptake`.
        new: later ones.
        words_only: leave meaning out, words and rules decide alone.
    """
    from onrecord.record import repeats

    return repeats(old, new, words_only=words_only)


def label(
    texts: "Iterable[str]", *, threshold: float | None = None, model: str | Path | None = None, words: bool = True
) -> "list[Labels]":
    """Suggest for each text its action (1 to 5) and issues, each with its probability and the words that carried it.

    Args:
        texts: recommendations or other asks, in English.
        threshold: probability from which a label is sure; None for the one that the model was measured with.
        model: a model file; None asks the settings (``ONRECORD_LABELS``), else it is the one that comes with Onrecord.
        words: also tell which words carried each label.

    Raises:
        ModelError: the model file is missing, damaged or no model.
    """
    from onrecord.record import label

    return label(texts, threshold=threshold, model=model, words=words)


def open_archive(location: str | Path, *, passphrase: str | None = None, create: bool = False) -> "Archive":
    """Open an archive: a file, or a database by its URL (``postgresql://user@host/name``). A context manager.

    Args:
        location: path of the archive file, or a PostgreSQL URL.
        passphrase: None asks the settings (``ONRECORD_PASSPHRASE``, ``ONRECORD_PASSPHRASE_FILE``), "" means none.
        create: make a new archive there; refused if there is one already.

    Raises:
        ArchiveError: nothing there, something else there, or made by a newer Onrecord.
        WrongPassphrase: the archive is encrypted and the passphrase is missing or wrong.
    """
    from onrecord.tasks import open_archive

    return open_archive(location, passphrase=passphrase, create=create)
