"""The one JSON form of everything Onrecord gives out: model objects and finished rows to plain values.

A field of a dataclass is a key of the same name, with a few exceptions that make the keys the same everywhere: the
value of an answer is called ``position``; a place names its paper as ``document`` and its boxes as plain lists;
reasons are an object, from the name of the field to the sentence that says why it has its value.
"""

import json
from collections.abc import Hashable, Mapping
from dataclasses import fields, is_dataclass
from enum import Enum
from functools import cache, singledispatch
from pathlib import PurePath
from typing import Any, cast

from onrecord.errors import OnrecordError
from onrecord.model import Box, Document, Findings, Place, PositionStatement, Recommendation
from onrecord.model.link import Reason
from onrecord.writing.flat_spans import add_found_spans

Json = bool | int | float | str | list["Json"] | dict[str, "Json"] | None
# Signs that JSON lets stand in a string and that line-wise readers take for the end of a line.
_LINE_ENDS = ("\x85", "\u2028", "\u2029")
_PLAIN = (str, int, float, bool, type(None))


@singledispatch
def as_json(value: object) -> Json:
    """``value`` as dictionaries, lists, strings, numbers, truth values and None.

    Raises:
        TypeError: the value is of a kind that has no JSON form (a programming error).
    """
    if is_dataclass(value) and not isinstance(value, type):
        return _form(value)
    raise TypeError(f"no JSON form for {type(value).__name__}")


def to_line(value: object, *, ascii_only: bool = False) -> str:
    """``value`` as one line of JSON Lines, without the line feed.

    Args:
        value: anything that :func:`as_json` takes.
        ascii_only: spell every other sign as ``\\uXXXX``, for outputs that cannot hold it.
    """
    line = json.dumps(as_json(value), ensure_ascii=ascii_only, allow_nan=False)
    for sign in _LINE_ENDS:
        line = line.replace(sign, f"\\u{ord(sign):04x}")
    return line


def paper_form(document: Document, findings: Findings) -> dict[str, Json]:
    """One paper and all that was found in it: what ``onrecord read --json`` prints as one line."""
    form = _form(findings)
    add_found_spans(form, document, findings)
    form["document"] = document_form(document, form.pop("identity"))
    return form


def document_form(document: Document, identity: Json) -> Json:
    """What a paper is: its identity (in JSON form) with reasons, and what the file itself tells."""
    assert isinstance(identity, dict)
    return {
        **identity,
        "sha256": document.sha256,
        "pages": len(document.pages),
        "language": document.language,
        "format": document.metadata.format,
        "recognised": document.metadata.recognised,
        "warnings": list(document.warnings),
    }


def _form(value: Any) -> dict[str, Json]:  # noqa: ANN401  # any dataclass
    form = {name: _field(name, getattr(value, name)) for name in _names(type(value))}
    if form.get("reasons") == {} and _lists_reasons(cast(Hashable, type(value))):
        form["reasons"] = []  # reasons of links are a list: several may be of one kind, and some speak against
    return form


@cache
def _lists_reasons(kind: Any) -> bool:  # noqa: ANN401  # a dataclass
    return any(f.name == "reasons" and "Reason" in str(f.type) for f in fields(kind))


def _field(name: str, value: Any) -> Json:  # noqa: ANN401  # any field
    if type(value) in _PLAIN:  # nine of ten fields: spares them the search for their form
        return cast(Json, value)
    if name == "reasons" and isinstance(value, tuple) and not any(isinstance(one, Reason) for one in value):
        return dict(value)
    if name == "dates" and isinstance(value, tuple) and value and isinstance(value[0], tuple):
        return [{"what": what, "date": date} for what, date in value]
    return as_json(value)


def _names(kind: type) -> tuple[str, ...]:
    return tuple(f.name for f in fields(kind) if not f.name.startswith("_"))


@as_json.register(str)
@as_json.register(int)
@as_json.register(float)
@as_json.register(type(None))
def _(value: bool | float | str | None) -> Json:
    return value


@as_json.register
def _(value: Enum) -> Json:
    return as_json(value.value)


@as_json.register
def _(value: PurePath) -> Json:
    return str(value)


@as_json.register(tuple)
@as_json.register(list)
def _(value: tuple[object, ...] | list[object]) -> Json:
    return [as_json(part) for part in value]


@as_json.register(Mapping)
def _(value: Mapping[str, object]) -> Json:
    return {key: as_json(part) for key, part in value.items()}


@as_json.register
def _(value: Box) -> Json:
    return [value.page, value.left, value.bottom, value.right, value.top]


@as_json.register
def _(value: Place) -> Json:
    return {"document" if key == "symbol" else key: part for key, part in _form(value).items()}


@as_json.register
def _(value: PositionStatement) -> Json:
    return {"position" if key == "value" else key: part for key, part in _form(value).items()}


@as_json.register
def _(value: Recommendation) -> Json:
    return {**_form(value), "position": value.position.value}


@as_json.register
def _(value: OnrecordError) -> Json:
    return {"kind": type(value).__name__, "what": value.what, "where": value.where, "advice": value.advice}
