"""The veil laid over whatever a task gives back: rows, texts, places, errors. New kinds of rows need nothing here."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import fields, is_dataclass, replace
from enum import Enum
from typing import Any

from onrecord.errors import OnrecordError
from onrecord.model import Document
from onrecord.tasks.veil_text import Veil

_ARGUMENTS = ("what", "advice", "where")  # of our own errors


def laid_over(veil: Veil, value: Any) -> Any:  # noqa: ANN401  # whatever a task gives back
    """The same value, of the same type, without withheld names; untouched parts are the same objects."""
    for kinds, laid in _WAYS:
        if isinstance(value, kinds):
            return laid(veil, value)
    return _row(veil, value) if is_dataclass(value) and not isinstance(value, type) else value


def document(veil: Veil, read: Document) -> Document:
    """A document as read, with the same offsets: what is withheld takes as many characters as the name."""
    text, found = veil.same_length(read.text), veil.same_length(read.found)
    # A name may be broken over two lines where it was found: there the text knows better.
    for start, end in veil.spans(read.text):
        for low, high in read.to_found(start, end):
            if found[low:high] == read.found[low:high]:
                found = f"{found[:low]}{'█' * (high - low)}{found[high:]}"
    if (text, found) == (read.text, read.found):
        return replace(read, metadata=_row(veil, read.metadata), warnings=_several(veil, read.warnings))
    return replace(
        read,
        text=text,
        found=found,
        paragraphs=tuple(replace(part, text=text[part.start : part.end]) for part in read.paragraphs),
        notes=tuple(replace(note, text=text[note.start : note.end]) for note in read.notes),
        metadata=_row(veil, read.metadata),
        warnings=_several(veil, read.warnings),
    )


def without_names(veil: Veil, error: BaseException) -> BaseException:
    """The same error; its words, and those of the errors behind it, name nobody any more."""
    seen: set[int] = set()
    at: BaseException | None = error
    while at is not None and id(at) not in seen:
        seen.add(id(at))
        at.args = tuple(laid_over(veil, part) for part in at.args)
        for name in _ARGUMENTS if isinstance(at, OnrecordError) else ():
            setattr(at, name, veil.text(getattr(at, name)))
        if hasattr(at, "theirs"):
            at.theirs = laid_over(veil, at.theirs)
        at = at.__cause__ or at.__context__
    return error


def _row(veil: Veil, row: Any) -> Any:  # noqa: ANN401
    # Marks of a hit are counted in its sentence.
    counted = {"sentence"} if hasattr(row, "marks") and hasattr(row, "sentence") else set()
    changed = {}
    for part in fields(row):
        if not part.init:
            continue
        before = getattr(row, part.name)
        after = veil.same_length(before) if part.name in counted else laid_over(veil, before)
        if after is not before:
            changed[part.name] = after
    return replace(row, **changed) if changed else row


def _mapping(veil: Veil, value: Mapping[Any, Any]) -> Mapping[Any, Any]:
    """Two names may become one key: counts are added up, of anything else the first stays."""
    found: dict[Any, Any] = {}
    for key, part in value.items():
        shown, after = laid_over(veil, key), laid_over(veil, part)
        if isinstance(after, int) and isinstance(found.get(shown), int):
            found[shown] += after
        else:
            found.setdefault(shown, after)
    same = len(found) == len(value) and all(found.get(key, value) is part for key, part in value.items())
    return value if same else found


def _several(veil: Veil, value: Any) -> Any:  # noqa: ANN401
    parts = [laid_over(veil, part) for part in value]
    if all(after is before for after, before in zip(parts, value, strict=True)):
        return value
    return type(value)(*parts) if hasattr(value, "_fields") else type(value)(parts)


def _words(veil: Veil, text: str) -> str:
    return text if isinstance(text, Enum) else veil.text(text)


def _one_by_one(veil: Veil, parts: Iterator[Any]) -> Iterator[Any]:
    return (laid_over(veil, part) for part in parts)


_WAYS: tuple[tuple[Any, Callable[[Veil, Any], Any]], ...] = (
    (str, _words),
    (OnrecordError, without_names),
    (Document, document),
    (Mapping, _mapping),
    ((tuple, list, set, frozenset), _several),
    (Iterator, _one_by_one),
)
