"""Adds to the JSON form of a paper's findings where they stand in the file's own characters.

``place`` counts characters of the text as read (``Document.text``). ``start`` and ``end`` beside it, and the pairs in
``mention``, ``furniture`` and ``repeated``, count characters of the text exactly as the file gave it
(``Document.found``): for a text file the offsets of the file itself. A stretch may hold note marks and line breaks
there.
"""

from typing import Any

from onrecord.model import AsideKind, Document, Findings, Named, Place, SourceNote

Form = dict[str, Any]


def add_found_spans(form: Form, document: Document, findings: Findings) -> None:
    """Put spans of ``document.found`` into ``form``, the JSON form of ``findings``; changes ``form``."""
    for name in ("claims", "proposals", "quotations", "sections", "goals"):
        for row, thing in zip(form[name], getattr(findings, name), strict=True):
            row.update(_ends(document, thing.place))
    for row, section in zip(form["sections"], findings.sections, strict=True):
        if section.found:
            row["start"], row["end"] = section.found
    for row, claim in zip(form["claims"], findings.claims, strict=True):
        row["date"] = claim.date or None
        row["label"] = claim.rights[0] if claim.rights else None
    for row, proposal in zip(form["proposals"], findings.proposals, strict=True):
        row["voice"] = "own" if proposal.voice.value == "publisher" else "reported"
        for ask, part in zip(row["asks"], proposal.asks, strict=True):
            ask.update(_ends(document, part.place))
    for name in ("laws", "people", "organisations"):
        for row, thing in zip(form[name], getattr(findings, name), strict=True):
            row["mentions"] = _mentions(document, thing)
    form["notes"] = [_note(document, note) for note in findings.sources]
    for name, kind in (("furniture", AsideKind.FURNITURE), ("repeated", AsideKind.REPEATED)):
        form[name] = [
            list(aside.found or _found(document, aside.place)) for aside in findings.asides if aside.kind is kind
        ]


def _found(document: Document, place: Place) -> list[int]:
    """``[start, end]`` in ``found``: from the first character of the stretch to its last."""
    stretches = document.to_found(place.start, place.end)
    return [stretches[0][0], stretches[-1][1]] if stretches else [0, 0]


def _ends(document: Document, place: Place) -> Form:
    start, end = _found(document, place)
    return {"start": start, "end": end}


def _mentions(document: Document, thing: Named) -> list[list[int]]:
    return [_found(document, place) for place in thing.mentions]


def _note(document: Document, note: SourceNote) -> Form:
    return {
        "number": note.number,
        "mark": list(note.mark_found) if note.mark_found else None,
        "definition": list(note.definition_found) if note.definition_found else _found(document, note.definition),
        "url": note.url,
        "same_as": note.same_as,
        "reason": note.reason,
    }
