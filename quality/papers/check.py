"""Checks the gold of the ten papers: every span slices to its quote, every id is unique, every id spoken of exists."""

import re
from collections import Counter
from collections.abc import Callable, Iterator
from itertools import pairwise
from typing import Any

Record = dict[str, Any]
Complain = Callable[[str], None]

REFERRING = ["ref", "refs", "claims", "of", "not", "person", "organisation"]
REFERRING += ["part_of", "not_same_as", "reported_by", "same_source_as"]
CUT = " … "

_DATE = re.compile(r"(\.\.|\d{4}(-\d\d){0,2})(/(\.\.|\d{4}(-\d\d){0,2}))?")


def check(gold: Record, texts: dict[str, str], complain: Complain) -> None:
    """Tell everything that is wrong with the gold."""
    for path, node in walk(gold):
        if {"doc", "start", "end"} <= node.keys():
            _span(path, node, texts, complain)
    _ids(gold, complain)
    _claims(gold, complain)
    _words(gold, complain)
    _kinds(gold, complain)
    _units(gold, texts, complain)
    _notes(gold, texts, complain)


def walk(node: object, path: str = "") -> Iterator[tuple[str, Record]]:
    """Every record inside, with the way to it."""
    if isinstance(node, dict):
        yield path, node
        for key, value in node.items():
            yield from walk(value, f"{path}.{key}")
    elif isinstance(node, list):
        for i, value in enumerate(node):
            yield from walk(value, f"{path}[{i}]")


def _span(path: str, span: Record, texts: dict[str, str], complain: Complain) -> None:
    piece = texts[span["doc"]][span["start"] : span["end"]]
    if not piece or piece != piece.strip():
        complain(f"{path}: empty, or white space at its ends: {piece[:40]!r}")
    head, _, tail = span.get("quote", "").partition(CUT)
    if tail and not (piece.startswith(head) and piece.endswith(tail)):
        complain(f"{path}: {span['quote']!r} does not fit {piece[:40]!r}")
    if not tail and "quote" in span and piece != span["quote"]:
        complain(f"{path}: {span['quote']!r} is not {piece[:60]!r}")


def _ids(gold: Record, complain: Complain) -> None:
    counts = Counter(node["id"] for _, node in walk(gold) if "id" in node)
    for name, times in counts.items():
        if times > 1:
            complain(f"id {name} is used {times} times")
    for path, node in walk(gold):
        for key in REFERRING:
            value = node.get(key)
            names = value if isinstance(value, list) else [value]
            for name in names:
                if isinstance(name, str) and name not in counts:
                    complain(f"{path}.{key}: no such id: {name}")


def inside(inner: Record, outer: Record) -> bool:
    """Whether one span lies within the other."""
    return bool(inner["doc"] == outer["doc"] and outer["start"] <= inner["start"] and inner["end"] <= outer["end"])


def _claims(gold: Record, complain: Complain) -> None:
    seen: dict[tuple[str, int, int], str] = {}
    notes = {(note["doc"], note["number"]): note for note in gold["notes"]}
    furniture = [f["span"] for document in gold["documents"] for f in document["furniture"]]
    for claim in gold["claims"]:
        span, name = claim["span"], claim["id"]
        place = (span["doc"], span["start"], span["end"])
        if place in seen:
            complain(f"{name}: the same span as {seen[place]}")
        seen[place] = name
        if not inside(span, claim["sentence"]):
            complain(f"{name}: outside its sentence")
        if any(inside(span, f) for f in furniture):
            complain(f"{name}: stands in furniture")
        for number in claim["notes"] + claim["notes_of_paragraph"]:
            if (claim["doc"], number) not in notes:
                complain(f"{name}: no note {number}")
    for proposal in gold["proposals"]:
        for ask in proposal["asks"]:
            if not inside(ask["span"], proposal["span"]):
                complain(f"{ask['id']}: outside its proposal")


def _words(gold: Record, complain: Complain) -> None:
    words = gold["vocabulary"]
    for record in gold["claims"] + gold["proposals"]:
        for label in record["labels"] + record.get("labels_also_fair", []):
            if label not in words["labels"]:
                complain(f"{record['id']}: unknown label {label}")
    for claim in gold["claims"]:
        for key, known in (("kind", "claim_kinds"), ("modality", "modalities"), ("check", "checks")):
            if claim[key] not in words[known]:
                complain(f"{claim['id']}: unknown {key} {claim[key]}")
        for date in claim["dates"]:
            if not _DATE.fullmatch(date["value"]):
                complain(f"{claim['id']}: odd date {date['value']}")


def _kinds(gold: Record, complain: Complain) -> None:
    for plural, kinds in (("conflicts", "conflict_kinds"), ("copies", "copy_kinds"), ("quotations", "quotation_kinds")):
        for record in gold[plural]:
            if record["kind"] not in gold[kinds]:
                complain(f"{record['id']}: unknown kind {record['kind']}")
    for link in gold["links"]:
        if link["strength"] not in gold["link_strengths"]:
            complain(f"{link['id']}: unknown strength {link['strength']}")


def _units(gold: Record, texts: dict[str, str], complain: Complain) -> None:
    for name, text in texts.items():
        spans = sorted((unit["start"], unit["end"]) for unit in gold["units"] if unit["doc"] == name)
        for (_, end), (start, _) in pairwise(spans):
            if start < end:
                complain(f"{name}: units overlap at {start}")
        covered = {i for start, end in spans for i in range(start, end)}
        left = "".join(char if i not in covered else " " for i, char in enumerate(text))
        if words := re.findall(r"[^\W\d_]+", left):
            complain(f"{name}: words outside every unit: {words[:8]}")


def _notes(gold: Record, texts: dict[str, str], complain: Complain) -> None:
    for note in gold["notes"]:
        mark = texts[note["doc"]][note["mark"]["start"] : note["mark"]["end"]]
        digits = mark.strip("[]").translate(str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789"))
        if digits != str(note["number"]):
            complain(f"{note['id']}: the mark is {mark!r}")
        if not inside(note["url_span"], note["definition"]):
            complain(f"{note['id']}: address outside the definition")
