"""Builds claims of invented papers, to be compared."""

from dataclasses import replace

from onrecord.extraction.papers.figures import figures_in
from onrecord.model import Claim, ClaimKind, Findings, Identity, Place, SourceNote, Voice


def paper(name: str, *claims: Claim, publishers: tuple[str, ...] = (), notes: tuple[SourceNote, ...] = ()) -> Findings:
    return Findings(Identity(state="XAV", publishers=publishers), claims=claims, sources=notes)


def claim(
    where: str,
    text: str,
    *,
    date: str = "",
    source: str = "publisher",
    kind: ClaimKind = ClaimKind.SITUATION,
    notes: tuple[str, ...] = (),
) -> Claim:
    """A claim at ``where``, such as "a:100" (paper a, character 100), that is a sentence of its own."""
    sha256, start = where.split(":")
    place = Place(sha256, "", None, "", int(start), int(start) + len(text))
    voice = Voice.PUBLISHER if source == "publisher" else Voice.OTHER
    return Claim(
        id=f"claim-{where}",
        text=text,
        place=place,
        sentence=place,
        kind=kind,
        source=source,
        voice=voice,
        date=date,
        notes=notes,
        figures=tuple(replace(f, start=f.start + place.start, end=f.end + place.start) for f in figures_in(text)),
    )


def note(sha256: str, number: str, url: str) -> SourceNote:
    return SourceNote(number, Place(sha256, "", None, "", 9000, 9010), url=url)
