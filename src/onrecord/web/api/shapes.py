"""JSON Schema of everything the API gives out, made from the dataclasses that tasks give back.

The JSON form itself is made by ``writing.as_json``; what differs there from the fields of a dataclass differs here in
the same way, and the tests hold every answer against its schema.
"""

from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from enum import Enum
from inspect import getdoc
from types import NoneType, UnionType
from typing import Any, Union, get_args, get_origin, get_type_hints

from onrecord.errors import OnrecordError
from onrecord.model import Box, Place, PositionStatement
from onrecord.web.api.meanings import MEANINGS

Schema = dict[str, Any]
_PLAIN: Mapping[object, Schema] = {
    str: {"type": "string"},
    int: {"type": "integer"},
    float: {"type": "number"},
    bool: {"type": "boolean"},
    NoneType: {"type": "null"},
    object: {},
    Any: {},
}
_BOX: Schema = {
    "type": "array",
    "description": "page (from 1), left, bottom, right, top in points of 1/72 inch; the origin is at the lower left",
    "prefixItems": [{"type": "integer"}, *({"type": "number"} for _ in range(4))],
    "minItems": 5,
    "maxItems": 5,
}
_REASONS: Schema = {"type": "object", "additionalProperties": {"type": "string"}}
_RENAMED: Mapping[type, Mapping[str, str]] = {Place: {"symbol": "document"}, PositionStatement: {"value": "position"}}
ERROR = "Error"


class Shapes:
    """Collects the schemas of an OpenAPI document; each dataclass stands there once, under its name."""

    def __init__(self) -> None:
        said = {key: {"type": "string", **MEANINGS[key]} for key in ("kind", "what", "where", "advice")}
        self.named: dict[str, Schema] = {
            ERROR: {**whole(said), "description": "What is wrong, where, and what to try."}
        }

    def of(self, kind: Any) -> Schema:  # noqa: ANN401  any type of a field
        """The schema of a type.

        Raises:
            TypeError: the type has no JSON form (a programming error).
        """
        if kind in _PLAIN:
            return dict(_PLAIN[kind])
        if kind is Box:
            return dict(_BOX)
        if isinstance(kind, type) and issubclass(kind, OnrecordError):
            return _ref(ERROR)
        if isinstance(kind, type) and issubclass(kind, Enum):
            return {"type": "string", "enum": [one.value for one in kind]}
        if is_dataclass(kind) and isinstance(kind, type):
            return self._dataclass(kind)
        return self._made_of(kind)

    def _made_of(self, kind: Any) -> Schema:  # noqa: ANN401  any type of a field
        origin, parts = get_origin(kind), get_args(kind)
        if origin in (Union, UnionType):
            return {"anyOf": [self.of(part) for part in parts]}
        if origin in (dict, Mapping):
            return {"type": "object", "additionalProperties": self.of(parts[1])}
        if origin in (tuple, list) and parts[-1] in (parts[0], Ellipsis) and (len(parts) == 1 or parts[1] is Ellipsis):
            return {"type": "array", "items": self.of(parts[0])}
        if origin is tuple:
            row = [self.of(part) for part in parts]
            return {"type": "array", "prefixItems": row, "minItems": len(row), "maxItems": len(row)}
        raise TypeError(f"no schema for {kind}")

    def _dataclass(self, kind: type) -> Schema:
        name = kind.__name__
        if name not in self.named:
            self.named[name] = {}  # it may hold itself
            self.named[name] = {**whole(self.fields_of(kind)), "description": " ".join((getdoc(kind) or "").split())}
        return _ref(name)

    def fields_of(self, kind: type) -> dict[str, Schema]:
        """The schema of each field of a dataclass, by its key in the JSON form."""
        hints, renamed = get_type_hints(kind), _RENAMED.get(kind, {})
        return {
            renamed.get(one.name, one.name): self._field(kind.__name__, one.name, hints[one.name])
            for one in fields(kind)
            if not one.name.startswith("_")
        }

    def _field(self, of: str, name: str, kind: Any) -> Schema:  # noqa: ANN401  any type of a field
        if name == "reasons" and kind is str:  # of an assessment
            return {**self.of(kind), "description": "why, as the assessor says"}
        schema = dict(_REASONS) if name == "reasons" else self.of(kind)
        return {**schema, **MEANINGS.get(f"{of}.{name}", MEANINGS.get(name, {}))}


def rows(of: Schema, more: Mapping[str, Schema] | None = None) -> Schema:
    """The schema of a stretch of a list, with ``more`` beside it."""
    number = {"type": "integer", "minimum": 0}
    return whole(
        {
            "rows": {"type": "array", "items": of},
            "total": {**number, "description": "how many fit in all"},
            "offset": {**number, "description": "number of the first row here, from 0"},
            "next_offset": {
                "anyOf": [number, {"type": "null"}],
                "description": "the `offset` with which the next stretch begins; null at the end",
            },
            **(more or {}),
        }
    )


def whole(properties: Mapping[str, Schema]) -> Schema:
    """The schema of an object that has all these keys and no other."""
    return {
        "type": "object",
        "properties": dict(properties),
        "required": list(properties),
        "additionalProperties": False,
    }


def _ref(name: str) -> Schema:
    return {"$ref": f"#/components/schemas/{name}"}
