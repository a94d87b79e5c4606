"""Taxonomies in SKOS: Turtle, RDF/XML or JSON-LD, read without opening any address.

A concept is a term: its key is its notation, else the last part of its address; its names are its preferred labels in
all languages; what stands above it is ``skos:broader``, or whoever names it with ``skos:narrower``.
Source: SKOS Simple Knowledge Organization System Reference, W3C Recommendation, 18 August 2009.
"""

import json
from dataclasses import dataclass
from pathlib import PurePath
from typing import TYPE_CHECKING, Any
from xml.sax import SAXException

from defusedxml import ElementTree
from defusedxml.common import DefusedXmlException

from onrecord.model.taxonomy import Term
from onrecord.tasks.deciding import NotAllowed

if TYPE_CHECKING:
    from rdflib import Graph
    from rdflib.term import Node

_FORMATS = {
    ".ttl": "turtle",
    ".turtle": "turtle",
    ".nt": "turtle",  # every N-Triples file is Turtle
    ".rdf": "xml",
    ".owl": "xml",
    ".xml": "xml",
    ".jsonld": "json-ld",
    ".json": "json-ld",
}
SUFFIXES = tuple(_FORMATS)
_MOST = 20 * 1024 * 1024
_NAMES = {"turtle": "Turtle", "xml": "RDF/XML", "json-ld": "JSON-LD"}
# Graph.parse raises what its parsers raise: SAX, JSON and Turtle each have errors of their own.
_BROKEN = (SyntaxError, SAXException, ValueError, TypeError, KeyError, IndexError, AttributeError, RecursionError)


@dataclass(frozen=True, slots=True)
class Skos:
    """What a file holds. ``terms``: each with where it stands in the file; ``several``: names with more than one
    broader concept, of which the first by key was taken."""

    title: str
    terms: tuple[tuple[str, Term], ...]
    several: tuple[str, ...]


def read_skos(content: bytes, name: str) -> Skos:
    """The concepts of a file.

    Args:
        content: its bytes.
        name: its name; the ending tells the format.

    Raises:
        NotAllowed: it cannot be read, holds no concept, would have to open an address, or a concept has no label.
    """
    from rdflib.namespace import RDF, SKOS

    graph = _graph(content, name)
    concepts = sorted(set(graph.subjects(RDF.type, SKOS.Concept)), key=str)
    if not concepts:
        raise NotAllowed(
            "The file holds no concept of SKOS.", advice="Give each term the type skos:Concept.", where=name
        )
    keys = {concept: _key(graph, concept) for concept in concepts}
    above = _above(graph, keys)
    terms = tuple((f"{name}, {concept}", _term(graph, concept, keys, above, name)) for concept in concepts)
    several = tuple(term.name for (_, term), concept in zip(terms, concepts, strict=True) if len(above[concept]) > 1)
    return Skos(_title(graph), terms, several)


def _graph(content: bytes, name: str) -> "Graph":
    kind = _FORMATS[PurePath(name).suffix.lower()]
    if len(content) > _MOST:
        raise NotAllowed(f"The file has {len(content):,} bytes.", advice=f"Give at most {_MOST:,}.", where=name)
    try:
        _require_closed(content, kind, name)
        from rdflib import Graph

        # The address stands for what is written relative to the file; nothing is loaded from it.
        return Graph().parse(data=content, format=kind, publicID="urn:x-taxonomy:")
    except (DefusedXmlException, *_BROKEN) as error:
        said = " ".join(str(error).split())[:200]
        advice = "The ending tells the format: .ttl (Turtle), .rdf (RDF/XML), .jsonld (JSON-LD), .csv."
        raise NotAllowed(f"The file cannot be read as {_NAMES[kind]}: {said}", advice=advice, where=name) from error


def _require_closed(content: bytes, kind: str, name: str) -> None:
    """Refuse what would open an address or grow without end while it is read."""
    if kind == "xml":
        ElementTree.fromstring(content, forbid_dtd=False)  # entities are refused
    if kind == "json-ld" and (outside := _outside(json.loads(content))):
        raise NotAllowed(
            f"The file takes its @context from {outside[:200]}, and Onrecord opens no address.",
            advice="Write the context itself into the file.",
            where=name,
        )


def _outside(part: Any) -> str:  # noqa: ANN401  what JSON gives
    """The first address that a context would be loaded from; "" if none."""
    if isinstance(part, list):
        return next((found for one in part if (found := _outside(one))), "")
    if not isinstance(part, dict):
        return ""
    context = part.get("@context")
    for one in context if isinstance(context, list) else [context]:
        if isinstance(one, str):
            return one
        if isinstance(one, dict) and "@import" in one:
            return str(one["@import"])
    return next((found for one in part.values() if (found := _outside(one))), "")


def _key(graph: "Graph", concept: "Node") -> str:
    from rdflib.namespace import SKOS

    notation = graph.value(concept, SKOS.notation, any=True)
    return str(notation) if notation else str(concept).rstrip("/#").replace("#", "/").replace(":", "/").split("/")[-1]


def _above(graph: "Graph", keys: "dict[Node, str]") -> "dict[Node, list[Node]]":
    """The concepts directly above each, by key; those that the file does not describe are left out."""
    from rdflib.namespace import SKOS

    found: dict[Node, list[Node]] = {}
    for concept in keys:
        broader = {*graph.objects(concept, SKOS.broader), *graph.subjects(SKOS.narrower, concept)}
        found[concept] = sorted((one for one in broader if one in keys), key=lambda one: keys[one])
    return found


def _term(
    graph: "Graph", concept: "Node", keys: "dict[Node, str]", above: "dict[Node, list[Node]]", where: str
) -> Term:
    from rdflib.namespace import SKOS

    names = {one.language or "": " ".join(str(one).split()) for one in _literals(graph, concept, SKOS.prefLabel)}
    if not names:
        advice = "Give each concept a skos:prefLabel."
        raise NotAllowed("A concept has no preferred label.", advice=advice, where=f"{where}, {concept}")
    notes = [*_literals(graph, concept, SKOS.definition), *_literals(graph, concept, SKOS.scopeNote)]
    parent = next((keys[one] for one in above[concept]), "")
    told = tuple(sorted((language, said) for language, said in names.items() if language))
    return Term(keys[concept], parent, _in_english(names), _in_english({n.language or "": str(n) for n in notes}), told)


def _literals(graph: "Graph", concept: "Node", kind: Any) -> list[Any]:  # noqa: ANN401  rdflib's terms
    from rdflib import Literal

    return sorted(one for one in graph.objects(concept, kind) if isinstance(one, Literal))


def _in_english(said: dict[str, str]) -> str:
    """English, else what has no language, else the first language by its code; "" for nothing."""
    for language in ("en", "", *sorted(said)):
        if language in said:
            return " ".join(said[language].split())
    return ""


def _title(graph: "Graph") -> str:
    from rdflib.namespace import DCTERMS, RDF, RDFS, SKOS

    for scheme in sorted(graph.subjects(RDF.type, SKOS.ConceptScheme), key=str):
        for kind in (DCTERMS.title, SKOS.prefLabel, RDFS.label):
            if said := {one.language or "": str(one) for one in _literals(graph, scheme, kind)}:
                return _in_english(said)
    return ""
