"""Notes, sections and repeated passages of a paper."""

import re
from collections.abc import Callable
from itertools import pairwise
from typing import Any

from papers.locate import Paper, Span
from papers.units import Unit

_URL = re.compile(r"https?://[^\s<>]+")
_NUMBERED = re.compile(r"(\d+)\. (.*)")
_SAME = re.compile(r"[^\w]*ibid\b", re.IGNORECASE)

Record = dict[str, Any]
Say = Callable[[Span], Record]


def notes_of(paper_number: str, units: list[Unit], paper: Paper, span: Say) -> list[Record]:
    """Every note: its mark in the text, its definition, the address that stands in it ("" if none does)."""
    marks = {number: place for unit in units if unit.role != "note" for number, place in unit.marks.items()}
    records: list[Record] = []
    for number, unit in enumerate((unit for unit in units if unit.role == "note"), 1):
        own_mark = unit.marks.get(number)
        words = (own_mark[1], unit.span[1]) if own_mark else unit.span
        url, place = _address(paper, words)
        record = {
            "id": f"note-{paper_number}-{number}",
            "doc": span(unit.span)["doc"],
            "number": number,
            "mark": span(marks[number]),
            "definition": span(unit.span),
            "url": url,
            "url_span": span(place),
        }
        if own_mark:
            record["definition_mark"] = span(own_mark)
        if _SAME.match(paper.text[slice(*words)]):
            record["same_source_as"] = [records[-1]["id"]]
        records.append(record)
    return records


def _address(paper: Paper, words: Span) -> tuple[str, Span]:
    if match := _URL.search(paper.text, *words):
        url = match[0].rstrip(".,;")
        return url, (match.start(), match.start() + len(url))
    piece = paper.text[slice(*words)]
    return "", (words[0] + len(piece) - len(piece.lstrip()), words[1])


def duplicates(paper_number: str, units: list[Unit], span: Say) -> list[Record]:
    """Every sentence of a summary with the sentence of the body that says the same."""
    body = {unit.sheet["text"]: unit for unit in units if unit.role == "sentence"}
    twins = [(unit, body[unit.sheet["text"]]) for unit in units if unit.role == "summary"]
    return [
        {"id": f"dup-{paper_number}-{i}", "first": span(first.span), "second": span(second.span), "keep": "second"}
        for i, (first, second) in enumerate(twins, 1)
    ]


def sections(paper_number: str, units: list[Unit], span: Say) -> list[Record]:
    """The introduction, every numbered section, and every block of notes, in the order of the paper."""
    inner = sorted((unit for unit in units if unit.role not in ("title", "other")), key=lambda unit: unit.span)
    starts = [i for i, unit in enumerate(inner) if i == 0 or unit.role == "heading" or _changes(inner[i - 1], unit)]
    records = []
    for n, (low, high) in enumerate(pairwise([*starts, len(inner)])):
        head = _NUMBERED.fullmatch(inner[low].sheet["text"]) if inner[low].role == "heading" else None
        whole = span((inner[low].span[0], inner[high - 1].span[1]))
        role = "section" if head else "notes" if inner[low].role == "note" else "introduction"
        number, title = (head[1], head[2]) if head else (None, None)
        name = f"sec-{paper_number}-{n}"
        records.append({"id": name, "doc": whole["doc"], "number": number, "title": title, "role": role, "span": whole})
    return records


def _changes(before: Unit, unit: Unit) -> bool:
    return (before.role == "note") != (unit.role == "note")
