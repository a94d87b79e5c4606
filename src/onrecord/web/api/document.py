"""The OpenAPI document: what can be asked, and the schema of every answer."""

from typing import Any

from ninja import NinjaAPI
from ninja.openapi.schema import OpenAPISchema
from ninja.operation import Operation

from onrecord.web.api.shapes import ERROR, Schema, Shapes, rows, whole

shapes = Shapes()


class Api(NinjaAPI):
    """An API whose answers are described by the dataclasses that tasks give back."""

    def get_openapi_schema(self, **given: Any) -> OpenAPISchema:  # noqa: ANN401  as in the base class
        """The document, with the schemas of all answers."""
        document = super().get_openapi_schema(**given)
        named = document["components"]["schemas"]
        for operations in document["paths"].values():
            for part in operations["get"]["parameters"]:
                _straighten(part, named)
        document["components"]["schemas"] = dict(shapes.named)
        return document

    def get_openapi_operation_id(self, operation: Operation) -> str:
        """The name of the function."""
        return operation.view_func.__name__


def _straighten(parameter: dict[str, Any], named: dict[str, Any]) -> None:
    """As OpenAPI wants it: one example, its values in its own place, and no null, which no address can hold."""
    schema = parameter["schema"]
    examples = parameter.pop("examples", None)
    schema.pop("examples", None)
    if schema.get("default", "") in (None, "", []):
        schema.pop("default", None)
    if examples:
        parameter["example"] = examples[0] if schema.get("type") != "array" else examples
    ways = [way for way in schema.pop("anyOf", ()) if way.get("type") != "null"]
    for way in ways:
        schema |= {**named.get(way.get("$ref", "").rpartition("/")[2], way), "description": schema["description"]}


def gives(kind: Any, **more: Any) -> dict[str, Any]:  # noqa: ANN401  any type with a JSON form
    """Answers with one thing; ``more`` stands beside its own keys."""
    if not more:
        return _answers(shapes.of(kind))
    beside = {name: shapes.of(one) for name, one in more.items()}
    return _answers(whole({**shapes.fields_of(kind), **beside}))


def gives_object(**parts: Any) -> dict[str, Any]:  # noqa: ANN401  types with a JSON form
    """Answers with an object of these parts."""
    return _answers(whole({name: shapes.of(one) for name, one in parts.items()}))


def gives_rows(kind: Any, **more: Any) -> dict[str, Any]:  # noqa: ANN401  any type with a JSON form
    """Answers with a stretch of a list; ``more`` stands beside its rows."""
    return _answers(rows(shapes.of(kind), {name: shapes.of(one) for name, one in more.items()}))


def _answers(schema: Schema) -> dict[str, Any]:
    wrong = {"$ref": f"#/components/schemas/{ERROR}"}
    return {
        "responses": {
            200: _content("What was asked for", schema),
            400: _content("The question holds a sign that no text has", wrong),
            403: _content("This client has not come in by the link", wrong),
            404: _content("The archive holds no such thing", wrong),
            414: _content("The address is too long", wrong),
            422: _content("A part of the question makes no sense", wrong),
        }
    }


def _content(words: str, schema: Schema) -> dict[str, Any]:
    return {"description": words, "content": {"application/json": {"schema": schema}}}
