"""What is named in several papers and what holds between them: names, events, conflicts, copies, links."""

from collections.abc import Callable, Iterator
from typing import Any

from papers.gold import Annotated, load
from papers.locate import NotThere, Paper, Span

KINDS = ("organisations", "persons", "unnamed_offices", "laws")

Record = dict[str, Any]
Complain = Callable[[str], None]


def names(papers: dict[str, Annotated], complain: Complain) -> dict[str, list[Record]]:
    """Every organisation, person, office and law with all its mentions."""
    listed = load("names.yaml")
    here = {kind: [entry for entry in listed[kind] if not papers.keys().isdisjoint(entry["in"])] for kind in KINDS}
    return {kind: [_named(entry, papers, complain) for entry in entries] for kind, entries in here.items()}


def _named(entry: Record, papers: dict[str, Annotated], complain: Complain) -> Record:
    mentions: list[Record] = []
    present = [number for number in entry["in"] if number in papers]
    for number in present:
        places = _mentions(entry, number, papers[number].paper)
        if not places:
            complain(f"{papers[number].file}: no mention of {entry['id']}")
        mentions += [papers[number].span(place) for place in places]
    for form in entry["forms"]:
        if present == entry["in"] and not any(papers[number].paper.all(form) for number in present):
            complain(f"{entry['id']}: {form!r} stands nowhere")
    kept = {key: value for key, value in entry.items() if key not in ("forms", "in", "cut", "not")}
    return (
        kept
        | {"variants": entry["forms"], "mentions": mentions}
        | ({"says": []} if entry["id"].startswith("law") else {})
    )


def _mentions(entry: Record, number: str, paper: Paper) -> list[Span]:
    """Longest forms first; a shorter form inside a longer one of the same entry is no mention of its own."""
    taken: list[Span] = []
    spans: list[Span] = []
    for form in sorted(entry["forms"], key=len, reverse=True):
        for i, place in enumerate(paper.all(form), 1):
            excluded = f"{number}#{i}" in entry.get("not", {}).get(form, [])
            if excluded or any(place[0] < high and low < place[1] for low, high in taken):
                continue
            taken.append(place)
            inner = entry.get("cut", {}).get(form)
            spans.append(paper.all(inner, place)[-1] if inner else place)
    return sorted(spans)


def relations(papers: dict[str, Annotated], known: dict[str, Record], complain: Complain) -> dict[str, list[Record]]:
    """Events, conflicts, copies and links; ``known`` are the records they may speak of, by id."""
    listed = load("across.yaml")
    files = {number: paper.file for number, paper in papers.items()}
    events = [_event(event, papers, complain) for event in listed["events"]]
    conflicts = [_conflict(conflict, papers, known, complain) for conflict in listed["conflicts"]]
    links = [link | {"docs": [files[number] for number in link["docs"]]} for link in listed["links"]]
    return {"events": events, "conflicts": conflicts, "copies": listed["copies"], "links": links}


def _event(event: Record, papers: dict[str, Annotated], complain: Complain) -> Record:
    return event | {"mentions": [_mention(m, papers[m["doc"]], complain) for m in event["mentions"]]}


def _mention(mention: Record, paper: Annotated, complain: Complain) -> Record:
    try:
        return paper.span(paper.paper.one(mention["quote"], (0, len(paper.paper.text)), mention.get("occurrence")))
    except NotThere as error:
        complain(f"{paper.file}: {error}")
        return paper.span((0, 1))


def _conflict(conflict: Record, papers: dict[str, Annotated], known: dict[str, Record], complain: Complain) -> Record:
    members = []
    for member in conflict["members"]:
        record = known.get(member["ref"])
        if record is None:
            complain(f"{conflict['id']}: no such id: {member['ref']}")
            continue
        members.append(member | {"span": record.get("span") or record["definition"]})
    return conflict | {"members": members, "verdict": conflict["kind"]}


def promises(papers: dict[str, Annotated]) -> Iterator[tuple[str, Record]]:
    """Commitments and assessments, one for each claim of that kind."""
    for paper in papers.values():
        for claim in paper.claims:
            base = {"doc": paper.file, "span": claim["span"], "claims": [claim["id"]]}
            if claim["kind"] == "commitment":
                yield (
                    "commitments",
                    base | {"id": f"com-{claim['id'][4:]}", "kind": "promise or accepted recommendations"},
                )
            if claim["kind"] == "fulfilment":
                yield "assessments", base | {"id": f"ass-{claim['id'][4:]}", "voice": claim["attribution"]["refs"]}
