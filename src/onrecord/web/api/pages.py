"""The page that explains the API, made from its OpenAPI document."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any
from urllib.parse import quote, urlencode

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from onrecord.web.api.document import shapes
from onrecord.web.api.endpoints import api

_SHORT = "#/components/schemas/"


@dataclass(frozen=True, slots=True)
class Key:
    """One parameter of a question, or one key of an answer."""

    name: str
    kind: str  # "text", "number", …
    of: str  # name of the schema that it holds, "" if none
    words: str
    values: tuple[str, ...] = ()
    example: str = ""
    needed: bool = False


@dataclass(frozen=True, slots=True)
class Operation:
    """One address that can be asked."""

    name: str
    path: str
    summary: str
    words: str
    asks: tuple[Key, ...]
    gives: tuple[Key, ...]
    example: str  # an address that can be opened as it is, or shows the form
    opens: bool  # whether it can be opened in every archive


@require_GET
def docs(request: HttpRequest) -> HttpResponse:
    """What can be asked, with an example each, and what the answers hold."""
    document = api.get_openapi_schema()
    context = {
        "about": document["info"],
        "groups": _groups(document),
        "shapes": [
            (name, shape.get("description", ""), tuple(_keys(shape)))
            for name, shape in sorted(document["components"]["schemas"].items())
            if name in shapes.named
        ],
    }
    return render(request, "api/docs.html", context)


def _groups(document: dict[str, Any]) -> dict[str, list[Operation]]:
    """The addresses by the thing they are about, in the order in which they were declared."""
    groups: dict[str, list[Operation]] = {}
    for path, methods in document["paths"].items():
        operation = methods["get"]
        groups.setdefault(operation["tags"][0], []).append(_operation(path, operation, document))
    return groups


def _operation(path: str, operation: dict[str, Any], document: dict[str, Any]) -> Operation:
    asks = tuple(_parameter(one) for one in operation["parameters"])
    answer = operation["responses"][200]["content"]["application/json"]["schema"]
    in_path = [one["name"] for one in operation["parameters"] if one["in"] == "path"]
    return Operation(
        name=operation["operationId"],
        path=path,
        summary=operation["summary"],
        words=operation.get("description", ""),
        asks=asks,
        gives=tuple(_keys(_followed(answer, document))),
        example=_example(path, asks, in_path),
        opens=not in_path,
    )


def _example(path: str, asks: tuple[Key, ...], in_path: list[str]) -> str:
    """An address with the example of everything that must be given, and the first rows of a list."""
    question = {key.name: key.example for key in asks if key.needed and key.name not in in_path}
    question |= {key.name: key.example for key in asks if key.name == "limit"}
    for key in asks:
        if key.name in in_path:
            path = path.replace(f"{{{key.name}}}", quote(key.example))
    return f"{path}?{urlencode(question)}" if question else path


def _parameter(given: dict[str, Any]) -> Key:
    kind, of, values = _type(given["schema"])
    example = given.get("example", "")
    example = str(example[0] if isinstance(example, list) else example)
    return Key(given["name"], kind, of, given.get("description", ""), values, example, given["required"])


def _keys(schema: dict[str, Any]) -> Iterator[Key]:
    for name, part in schema.get("properties", {}).items():
        kind, of, values = _type(part)
        yield Key(name, kind, of, part.get("description", ""), values)


def _type(schema: dict[str, Any]) -> tuple[str, str, tuple[str, ...]]:
    """A schema in words: its kind, the schema that it names, and the values it can have."""
    if "$ref" in schema:
        return "object", schema["$ref"].removeprefix(_SHORT), ()
    if "anyOf" in schema:
        kind, of, values = _type(next(part for part in schema["anyOf"] if part.get("type") != "null"))
        return f"{kind} or null", of, values
    if "items" in schema:
        kind, of, values = _type(schema["items"])
        return f"list of {kind}", of, values
    if isinstance(schema.get("additionalProperties"), dict):
        kind, of, values = _type(schema["additionalProperties"])
        return f"object of {kind}", of, values
    return schema.get("type", "any value"), "", tuple(str(value) for value in schema.get("enum", ()))


def _followed(schema: dict[str, Any], document: dict[str, Any]) -> dict[str, Any]:
    """The schema itself, where another is named."""
    name = schema.get("$ref", "").removeprefix(_SHORT)
    found: dict[str, Any] = document["components"]["schemas"][name] if name else schema
    return found
