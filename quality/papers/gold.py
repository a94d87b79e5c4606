"""Turns the annotation (exact words) into the gold (offsets), in the form of the seeds' ``gold.json``."""

import hashlib
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import yaml

from papers.layout import duplicates, notes_of, sections
from papers.locate import NotThere, Paper, Span
from papers.units import Unit, locate_units, roles

HERE = Path(__file__).resolve().parent
PROCEDURE = ("procedure", "document")
QUOTE = 60

Record = dict[str, Any]
_FIGURE = re.compile(r"[^\W_]+(?:[.,]\d+)*")
_NAMES = "zero,one,two,three,four,five,six,seven,eight,nine,ten,eleven,twelve"
_WORDS = dict(enumerate(_NAMES.split(",")))
_MORE_WORDS = {14: "fourteen", 19: "nineteen", 20: "twenty", 30: "thirty", 60: "sixty"}


def load(name: str) -> Record:
    """One file of the annotation."""
    content: Record = yaml.safe_load((HERE / name).read_text(encoding="utf-8"))
    return content


class Annotated:
    """One paper with its annotation resolved. What cannot be found is told to ``complain``, never passed over."""

    def __init__(self, number: str, paper: Paper, *, complain: Callable[[str], None]) -> None:
        sheet = load(f"annotations/{number}.yaml")
        self.number, self.paper, self.head = number, paper, sheet["paper"]
        self.file: str = self.head["file"]
        self.complain = complain
        self.units = locate_units(paper, sheet["units"], self.head["marks"], self._say)
        self.claims = list(self._claims())
        self.proposals = list(self._proposals())
        self.quotations = list(self._quotations())
        self._name_speakers()

    def _say(self, problem: str) -> None:
        self.complain(f"{self.file}: {problem}")

    def span(self, place: Span) -> Record:
        """A place as the gold writes it; long quotes are shown by their two ends."""
        words = self.paper.text[slice(*place)]
        short = words if len(words) <= QUOTE else f"{words[:28]} … {words[-28:]}"
        return {"doc": self.file, "start": place[0], "end": place[1], "quote": short}

    def document(self) -> Record:
        """What the paper is, its title, furniture, marks and repeats."""
        text, units = self.paper.text, self.units
        title = next((self.span(u.span) for u in units if u.role == "title"), None)
        return {
            "id": f"doc-{self.number}",
            "doc": self.file,
            "characters": len(text),
            "sha256": hashlib.sha256(text.encode()).hexdigest(),
            **{key: self.head[key] for key in ("kind", "style", "state", "review")},
            "title": title,
            "publishers": [{"ref": ref, "basis": "stated"} for ref in self.head["publishers"]],
            "date": {"value": str(self.head["date"]), "basis": "stated"},
            "language": self.head.get("language", "en"),
            "about": [],
            "duplicates": duplicates(self.number, units, self.span),
            "furniture": list(self._furniture()),
            "markup": [{"class": "bold mark", "span": self.span(m.span())} for m in re.finditer(r"\*\*", text)],
            "contact_block": [self.span(u.span) for u in units if u.role == "contact"],
        }

    def _furniture(self) -> Iterator[Record]:
        whole = [(u.sheet["class"], u.span) for u in self.units if u.role == "furniture"]
        parts = [(p["class"], self._find(p, u)) for u in self.units for p in u.sheet.get("furniture", [])]
        for i, (kind, span) in enumerate(whole + parts, 1):
            yield {"id": f"fur-{self.number}-{i}", "class": kind, "span": self.span(span)}

    def unit_records(self) -> list[Record]:
        """Every sentence, bullet, heading and line once, with its roles."""
        found = sorted(self.units, key=lambda unit: unit.span)
        return [
            {"id": f"unit-{self.number}-{i:03}", **self.span(u.span), "roles": roles(u.sheet)}
            for i, u in enumerate(found, 1)
        ]

    def notes(self) -> list[Record]:
        """Every note with mark, definition and address."""
        return notes_of(self.number, self.units, self.paper, self.span)

    def sections(self) -> list[Record]:
        """The parts of a briefing paper with numbered headings; empty for every other paper, as in the seeds."""
        numbered = any(unit.role == "heading" and unit.sheet["text"][:1].isdigit() for unit in self.units)
        parts = self.head["kind"] == "briefing paper" and numbered
        return sections(self.number, self.units, self.span) if parts else []

    def _find(self, thing: Record | str, unit: Unit) -> Span:
        thing = {"quote": thing} if isinstance(thing, str) else thing
        if thing["quote"] == "*":
            return unit.body
        try:
            return self.paper.one(thing["quote"], unit.span, thing.get("occurrence"))
        except NotThere as error:
            self._say(str(error))
            return unit.span

    def _name(self, kind: str, thing: Record, i: int) -> str:
        return f"{kind}-{self.number}-{thing.get('id', f'{i:02}')}"

    def _claims(self) -> Iterator[Record]:
        pairs = ((unit, claim) for unit in self.units for claim in unit.sheet.get("claims", []))
        for i, (unit, claim) in enumerate(pairs, 1):
            place = self._find(claim, unit)
            record = {
                "id": self._name("clm", claim, i),
                "doc": self.file,
                "span": self.span(place),
                "sentence": self.span(unit.body),
                "kind": claim["kind"],
                "core": claim["kind"] not in PROCEDURE,
                "labels": claim["labels"],
                "labels_also_fair": claim.get("labels_also_fair", []),
                "modality": claim.get("modality", "asserted"),
                "check": "specific",
                "attribution": self._attribution(claim),
                "dates": [_date(value) for value in claim.get("dates", [])],
                "figures": [self._figure(figure, place) for figure in claim.get("figures", [])],
                "notes": claim.get("notes", []),
                "notes_of_paragraph": claim.get("notes_of_paragraph", []),
            }
            if claim.get("optional"):
                record["optional"] = True
            if claim.get("also_in_summary"):
                record["also_at"] = [self.span(self._in_summary(claim, unit))]
            yield record

    def _in_summary(self, claim: Record, unit: Unit) -> Span:
        twin = next(u for u in self.units if u.role == "summary" and u.sheet["text"] == unit.sheet["text"])
        return self._find(claim, twin)

    def _attribution(self, claim: Record) -> Record:
        by, own = claim.get("by"), self.head["publishers"]
        if by is None:
            return {"kind": "publisher", "refs": own, "source": "publisher"}
        if by in own:
            return {"kind": "publisher by name", "refs": [by], "source": "publisher"}
        if "mixed" in claim:
            return {"kind": "mixed", "refs": [by, *claim["mixed"]], "source": "mixed"}
        return {"kind": "attributed", "refs": [by], "reported_by": own, "source": "other"}

    def _figure(self, figure: list[Any], place: Span) -> Record:
        value, comparator, counted = figure
        return {
            "value": value,
            "comparator": comparator,
            "counted": counted,
            "span": self.span(self._number(value, place)),
        }

    def _number(self, value: int | None, place: Span) -> Span:
        """The word in figures or letters that gives the value; the whole claim if no single word does."""
        for match in _FIGURE.finditer(self.paper.text, *place):
            word = match[0].casefold()
            if word.replace(",", "") == str(value) or word in (_WORDS.get(value or -1), _MORE_WORDS.get(value or -1)):
                return match.span()
        return place

    def _proposals(self) -> Iterator[Record]:
        pairs = ((unit, proposal) for unit in self.units for proposal in unit.sheet.get("proposals", []))
        for i, (unit, proposal) in enumerate(pairs, 1):
            name, others = self._name("prop", proposal, i), proposal.get("reported_of")
            asks = [self.span(self._find(ask, unit)) for ask in proposal["asks"]]
            record = {
                "id": name,
                "doc": self.file,
                "span": self.span(self._find(proposal, unit)),
                "maker": [others] if others else self.head["publishers"],
                "voice": "reported" if others else "own",
                "addressees": [{"name": to} for to in proposal["to"]],
                "asks": [{"id": f"ask{name[4:]}{'abcdef'[n]}", "span": ask} for n, ask in enumerate(asks)],
                "labels": proposal["labels"],
                "several_asks": len(asks) > 1,
            }
            yield record | ({"optional": True} if proposal.get("optional") else {})

    def _quotations(self) -> Iterator[Record]:
        pairs = ((unit, quoted) for unit in self.units for quoted in unit.sheet.get("quotations", []))
        for i, (unit, quoted) in enumerate(pairs, 1):
            speaker = {"ref": quoted["by"], "organisation": quoted.get("organisation")} if "by" in quoted else None
            span = self.span(self._find(quoted, unit))
            yield {
                "id": f"quo-{self.number}-{i}",
                "kind": quoted["kind"],
                "speaker": speaker,
                "span": span,
                "doc": self.file,
            }

    def _name_speakers(self) -> None:
        """A claim of the publisher inside somebody's speech keeps the person who says it."""
        for claim in self.claims:
            who, (low, high) = claim["attribution"], (claim["span"]["start"], claim["span"]["end"])
            for quoted in self.quotations:
                inside = quoted["span"]["start"] <= low and high <= quoted["span"]["end"]
                if inside and quoted["speaker"] and who["source"] == "publisher":
                    who.update(kind="speaker", person=quoted["speaker"]["ref"])


def _date(value: str) -> Record:
    plain = value.removeprefix("~")
    precision = "period" if "/" in plain else ("year", "month", "day")[plain.count("-")]
    return {"value": plain, "precision": precision} | ({"implied": True} if value.startswith("~") else {})
