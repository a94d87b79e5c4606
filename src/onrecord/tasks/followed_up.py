"""What became of what was recommended and proposed, as written papers and the public site tell it.

The one place where assessments and uptake enter them, for all keys in a constant number of queries. A level is always
told with who says so; a link that nobody has looked at is told as suggested, with its score.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace

from onrecord.assessment import side_by_side
from onrecord.model import Assessment, Assessor, EvidenceKind, Place
from onrecord.model.link import LinkKind
from onrecord.model.written import Cited, CitedPaper, Cites
from onrecord.store import assessments, committee, tables
from onrecord.store.archive import Archive
from onrecord.store.places import unpack_place
from onrecord.tasks.assessing import assessments_on
from onrecord.tasks.cited_rows import cited_claim, cited_paper, cited_proposal
from onrecord.tasks.link_rows import LinkRow, RaisedRow, UptakeRow
from onrecord.tasks.linking import ReportTexts, answered_by, refresh_links, reports_of
from onrecord.tasks.links import uptake_rows
from onrecord.vocabulary import paper_words, published, states

# Words to be shown, each with what is cited for them: "Partially implemented, says Selm Watch, 2024" → its evidence.
Told = tuple[str, tuple[Cited, ...]]

_MOST_LINKS = 5  # beside one proposal; how many more there are is told
_LONGEST_REASONS = 300  # letters; longer ones are read in the workbench
_IN_THE_ARCHIVE = (EvidenceKind.PASSAGE, EvidenceKind.CLAIM, EvidenceKind.RECOMMENDATION)


def assessed(
    archive: Archive,
    keys: Collection[str],
    *,
    before: str = "",
    language: str = "en",
    voices: Collection[str] | None = None,
) -> dict[str, tuple[Told, ...]]:
    """For each recommendation ("A/HRC/28/10#126.44") what voices say of its fulfilment, side by side.

    Args:
        archive: open.
        keys: of recommendations.
        before: EDTF; what was said on this day or later is left out.
        language: one of ``paper_words.LANGUAGES``.
        voices: names of assessors, whatever the capitals; None for all.
    """
    found = {key: [one.last for one in on] for key, on in assessments_on(archive, keys).items()}
    if before:  # what a voice said until then, not what it says now
        early = {key: [one for one in said if _is_early(one, before)] for key, said in _every(archive, found).items()}
        found = {key: [one.last for one in side_by_side(said)] for key, said in early.items()}
    if voices is not None:
        wanted = {voice_name(voice) for voice in voices}
        found = {key: [one for one in said if voice_name(one.name) in wanted] for key, said in found.items()}
    papers = _papers(archive, [one for said in found.values() for one in said])
    return {key: tuple((told(one, language), _evidence(one, papers)) for one in said) for key, said in found.items()}


def told(one: Assessment, language: str) -> str:
    """ "Not implemented, says Selm Watch, 4 May 2031: the reasons, if they are short." """
    key = {"1": "fully", "0.5": "partially", "0": "not"}.get(one.level, one.level)
    level = paper_words.say(f"level.{key}", language) if paper_words.has(f"level.{key}") else one.level
    who = one.name
    if one.assessor is Assessor.OURSELVES:
        who = paper_words.say("assessed_ourselves", language, who=who)
    said = paper_words.say("assessed", language, level=level, who=who, date=paper_words.date(one.date, language))
    reasons = " ".join(one.reasons.split())
    said += f": {reasons.rstrip('.')}" if reasons and len(reasons) <= _LONGEST_REASONS else ""
    outside = [evidence.text for evidence in one.evidence if evidence.kind not in _IN_THE_ARCHIVE]
    sources = paper_words.listed(outside, language)
    return f"{said} ({paper_words.say('assessed_source', language, source=sources)})" if sources else said


def taken_up(
    archive: Archive, rows: Sequence[tables.Proposal], *, before: str = "", language: str = "en"
) -> dict[str, tuple[Told, ...]]:
    """For each proposal which recommendations of the next review took it up, and how closely.

    Args:
        archive: open.
        rows: proposals, with their papers.
        before: EDTF; a review whose report is of this day or later is not looked at.
        language: one of ``paper_words.LANGUAGES``.

    Returns:
        By key; proposals that no review on record followed are missing.
    """
    states = {row.document.state for row in rows}
    for state in states:
        refresh_links(archive, state)
    with archive.told_plainly():
        reports = {state: reports_of(archive, state, texts=False) for state in states}
        followed = {row.key: _next(reports[row.document.state], row.document, before) for row in rows}
        found = uptake_rows(archive, [row for row in rows if followed[row.key]])
        places = [link.other.place for one in found.values() for link in one.links]
        places += [raised.place for one in found.values() for raised in one.raised]
        papers = _papers_of(archive, {place.sha256 for place in places})
    return {
        key: _uptake(one, report.symbol, papers, language)
        for key, one in found.items()
        if (report := followed[key]) is not None
    }


def made_for(archive: Archive, rows: Sequence[tables.Proposal], cycle: int) -> list[tables.Proposal]:
    """Those whose paper was written for the review of this cycle, or next before it."""
    reports = {state: reports_of(archive, state, texts=False) for state in {row.document.state for row in rows}}
    found = []
    for row in rows:
        report = _next(reports[row.document.state], row.document, "")
        known = row.document.cycle
        if known == cycle or (known is None and report is not None and report.cycle == cycle):
            found.append(row)
    return found


def cited_assessments(archive: Archive, keys: Sequence[str], *, before: str = "", language: str = "en") -> list[Cited]:
    """What references of the form ``[@assessment:ID]`` lead to; those that were withdrawn or lead nowhere are missing.

    The place is that of what is assessed; ``followed`` holds the evidence; ``conflicts`` what other voices say.
    """
    if not keys:
        return []
    rows = tables.Assessment.objects.using(archive.alias).filter(uid__in=set(keys), withdrawn_when=None)
    found = [one for one in map(assessments.load, rows) if not before or _is_early(one, before)]
    targets = _targets(archive, {one.target for one in found})
    papers, others = _papers(archive, found), assessments_on(archive, {one.target for one in found})
    cited = []
    for one in found:
        if (target := targets.get(one.target)) is None:
            continue
        against = tuple(
            ((f"{Cites.ASSESSMENT.value}:{voice.last.id}",), told(voice.last, language))
            for voice in others.get(one.target, ())
            if voice.last.id != one.id
            and voice.last.level != one.level
            and (not before or _is_early(voice.last, before))
        )
        words = told(one, language)
        cited.append(
            replace(
                target,
                id=f"{Cites.ASSESSMENT.value}:{one.id}",
                kind=Cites.ASSESSMENT,
                text=words,
                said_by="",
                conflicts=against,
                followed=((words, _evidence(one, papers)),),
            )
        )
    return cited


def _is_early(one: Assessment, before: str) -> bool:
    return published.before(one.date, before)


def voice_name(name: str) -> str:
    """A name by which a voice is known again, whatever the capitals."""
    return " ".join(name.casefold().split())


def _every(archive: Archive, keys: Iterable[str]) -> dict[str, tuple[Assessment, ...]]:
    with archive.told_plainly():
        return assessments.of_targets(archive, keys)


def _papers(archive: Archive, said: Iterable[Assessment]) -> dict[str, CitedPaper]:
    return _papers_of(archive, {e.place.sha256 for one in said for e in one.evidence if e.place})


def _papers_of(archive: Archive, shas: Collection[str]) -> dict[str, CitedPaper]:
    if not shas:
        return {}
    rows = tables.Document.objects.using(archive.alias).filter(sha256__in=shas)
    return {row.sha256: cited_paper(row) for row in rows.defer("dates", "related", "reasons", "warnings")}


def _evidence(one: Assessment, papers: Mapping[str, CitedPaper]) -> tuple[Cited, ...]:
    """What it rests on in papers of the archive; outside sources stand in the words themselves."""
    found = []
    for evidence in one.evidence:
        place = evidence.place
        if place and place.sha256 in papers:
            key = f"{Cites.PASSAGE.value}:{place.sha256[:12]}#{place.start}-{place.end}"
            found.append(Cited(key, Cites.PASSAGE, evidence.text, papers[place.sha256], place))
    return tuple(found)


def _next(reports: Sequence[ReportTexts], paper: tables.Document, before: str) -> ReportTexts | None:
    """The review that followed a paper; None where none on record did, or not before that day."""
    report = answered_by(reports, paper.date)
    if report is None or (paper.date and paper.date > report.date and paper.cycle != report.cycle):
        return None
    return None if before and not published.before(report.date, before) else report


def _uptake(row: UptakeRow, report: str, papers: Mapping[str, CitedPaper], language: str) -> tuple[Told, ...]:
    """Links of the nearest kind, each with its note; where nothing was found it is told where."""
    links = [link for link in row.links if link.verdict != "wrong" and link.kind is row.decision]
    if row.decision is LinkKind.NONE or not links:
        raised = [_raised(one, papers, language) for one in row.raised if one.verdict != "wrong"][:_MOST_LINKS]
        return ((paper_words.say("uptake.none", language, report=report), ()), *raised)
    shown = [_linked(link, papers, language) for link in links[:_MOST_LINKS]]
    more = len(links) - len(shown)
    return (*shown, *([(paper_words.say("uptake.more", language, n=more), ())] if more else []))


def _linked(link: LinkRow, papers: Mapping[str, CitedPaper], language: str) -> Told:
    key = "uptake.same_ask" if link.kind is LinkKind.SAME_ASK else "uptake.same_subject"
    said = paper_words.say(key, language, numbers=link.other.number)
    if link.verdict != "right":
        said = paper_words.say("uptake.suggested", language, told=said, score=f"{link.score:.2f}")
    other = link.other
    cited = Cited(
        f"{Cites.RECOMMENDATION.value}:{other.key}",
        *(Cites.RECOMMENDATION, other.text, papers[other.place.sha256], other.place),
        states=other.states,
        number=other.number,
        position=other.position,
    )
    return said, (cited,)


def _raised(one: RaisedRow, papers: Mapping[str, CitedPaper], language: str) -> Told:
    """ "raised in the dialogue by Selm, para. 17": weaker than a recommendation, and told so."""
    who = paper_words.listed([states.name(code, language) for code in one.states], language)
    key = f"raised.{one.kind}"
    said = paper_words.say(key, language, who=who, number=one.place.paragraph)
    if one.verdict != "right":
        said = paper_words.say("uptake.suggested", language, told=said, score=f"{one.score:.2f}")
    place = one.place
    cited = f"{Cites.PASSAGE.value}:{place.sha256[:12]}#{place.start}-{place.end}"
    return said, (Cited(cited, Cites.PASSAGE, one.text, papers[place.sha256], place),)


def _targets(archive: Archive, keys: Collection[str]) -> dict[str, Cited]:
    """What assessments are about, by key: recommendations, claims and proposals, recommendations of committees."""
    items = tables.Recommendation.objects.using(archive.alias).filter(key__in=keys, document__leads=True)
    found = {row.key: _item(row) for row in items.select_related("document")}
    claims = tables.Claim.objects.using(archive.alias).filter(key__in=keys, document__leads=True)
    found |= {row.key: cited_claim(row) for row in claims.select_related("document")}
    asked = tables.Proposal.objects.using(archive.alias).filter(key__in=keys, document__leads=True)
    found |= {row.key: cited_proposal(row) for row in asked.select_related("document")}
    left = {key.rpartition("#")[0] for key in keys if key not in found} - {""}
    return found | (_of_committees(archive, left) if left else {})


def _item(row: tables.Recommendation) -> Cited:
    place = unpack_place(row.place, row.document.sha256, row.document.symbol)
    return _numbered(row.key, row.text, row.document, place, row.number)


def _numbered(key: str, text: str, document: tables.Document, place: Place, number: str) -> Cited:
    cited = f"{Cites.RECOMMENDATION.value}:{key}"
    return Cited(cited, Cites.RECOMMENDATION, text, cited_paper(document), place, number=number)


def _of_committees(archive: Archive, symbols: Collection[str]) -> dict[str, Cited]:
    found = {}
    parts = tables.PaperParts.objects.using(archive.alias).filter(document__symbol__in=symbols, document__leads=True)
    for row in parts.select_related("document"):
        said = committee.unpack(row.said, (row.document.sha256, row.document.symbol))
        for one in said["committee_recommendations"]:
            key = f"{row.document.symbol}#{one.number}"
            found[key] = _numbered(key, one.text, row.document, one.place, one.number)
    return found
