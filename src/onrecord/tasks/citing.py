"""What references of written papers lead to: words, States, answers, places. So many queries, however many."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from django.db.models import Q

from onrecord.model import Position, PositionStatement, Stage
from onrecord.model.written import Cited, CitedPaper, Cites, Reference
from onrecord.store import documents, tables
from onrecord.store.archive import Archive
from onrecord.tasks.cited_rows import cited_claim, cited_paper, cited_proposal
from onrecord.tasks.comparing import CONFLICT, COPY, shown
from onrecord.tasks.followed_up import assessed, cited_assessments
from onrecord.tasks.recommendations import finished
from onrecord.tasks.rows import RecommendationRow
from onrecord.tasks.said_rows import ComparisonRow, Side
from onrecord.vocabulary import published

_LONGEST_SENTENCE = 500  # letters; of a longer one its part alone is quoted
# Long columns that no note says anything of.
_UNUSED = ("document__dates", "document__related", "document__reasons", "document__warnings")


def cite(
    archive: Archive, references: Iterable[Reference], *, before: str = "", language: str = "en"
) -> dict[str, Cited]:
    """What each reference leads to, by its id; those that lead nowhere are missing.

    Args:
        archive: open.
        references: of a paper.
        before: EDTF; answers of the State and assessments that were given later are left out.
        language: in which levels of assessments are told.
    """
    wanted: dict[Cites, list[str]] = {kind: [] for kind in Cites}
    for reference in references:
        wanted[reference.kind].append(reference.key)
    items = {*wanted[Cites.RECOMMENDATION], *wanted[Cites.ANSWER]}
    found = [
        *recommendations(archive, _items(archive, items), before=before, language=language),
        *claims(archive, wanted[Cites.CLAIM], before=before),
        *_proposals(archive, wanted[Cites.PROPOSAL]),
        *_passages(archive, wanted[Cites.PASSAGE]),
        *cited_assessments(archive, wanted[Cites.ASSESSMENT], before=before, language=language),
    ]
    return {one.id: one for one in found}


def recommendations(
    archive: Archive, rows: Iterable[RecommendationRow], *, before: str = "", language: str = "en"
) -> list[Cited]:
    """Each recommendation, and behind it its last answer where there is one; so many queries, however many rows."""
    chosen = list(rows)
    shas = {row.place.sha256 for row in chosen} | {one.place.sha256 for row in chosen for one in row.history}
    papers = _papers(archive, shas)
    became = assessed(archive, {row.id for row in chosen}, before=before, language=language)
    found = []
    for row in chosen:
        history = tuple(one for one in row.history if not before or published.before(one.date, before))
        cited = Cited(
            f"{Cites.RECOMMENDATION.value}:{row.id}",
            Cites.RECOMMENDATION,
            row.text,
            papers[row.place.sha256],
            row.place,
            states=row.states,
            number=row.number,
            position=_position(history),
            history=history,
            followed=became.get(row.id, ()),
        )
        found += [cited, *_answer(cited, papers)]
    return found


def claims(archive: Archive, keys: Sequence[str], *, before: str = "") -> list[Cited]:
    """Claims with what other papers say against them; five queries."""
    if not keys:
        return []
    rows = tables.Claim.objects.using(archive.alias).filter(key__in=set(keys), document__leads=True)
    found = [cited_claim(row) for row in rows.select_related("document").defer(*_UNUSED)]
    against = _conflicts(archive, [one.id.partition(":")[2] for one in found], before)
    found = with_sentences(archive, found)
    return [replace(one, conflicts=against.get(one.id.partition(":")[2], ())) for one in found]


def with_sentences(archive: Archive, claims: Sequence[Cited]) -> list[Cited]:
    """Claims that begin in the middle of a sentence ("took away the files") with the whole of it; one query for all."""
    parts = {one.paper.sha256 for one in claims if _is_part(one)}
    rows = tables.Document.objects.using(archive.alias).filter(sha256__in=parts).select_related("reading")
    texts = {row.sha256: documents.load(row).text for row in rows}
    found = []
    for one in claims:
        if _is_part(one) and one.sentence and one.paper.sha256 in texts:
            sentence = " ".join(texts[one.paper.sha256][slice(*one.sentence)].split())
            if len(sentence) < _LONGEST_SENTENCE:
                one = replace(one, around=sentence)  # noqa: PLW2901
        found.append(one)
    return found


def _is_part(claim: Cited) -> bool:
    return bool(claim.text) and claim.text[0].islower()


def sides_of(archive: Archive, comparisons: Sequence[ComparisonRow]) -> list[tuple[Cited, ...]]:
    """For each comparison the passages that stand against each other, with who says them; one query for all."""
    keys = {side.claim for one in comparisons for side in one.sides if side.claim}
    rows = tables.Claim.objects.using(archive.alias).filter(key__in=keys).select_related("document").defer(*_UNUSED)
    known = {row.key: cited_claim(row) for row in rows}
    return [
        tuple(known.get(side.claim) or _passage(side) for side in one.sides if side.place is not None)
        for one in comparisons
    ]


def _passage(side: Side) -> Cited:
    """A side that is no claim."""
    paper = side.paper
    assert side.place is not None
    key = f"{side.place.sha256[:12]}#{side.place.start}-{side.place.end}"
    cited = CitedPaper(paper.sha256, paper.symbol, paper.title, paper.kind, paper.state, paper.publishers, paper.date)
    return Cited(f"{Cites.PASSAGE.value}:{key}", Cites.PASSAGE, side.quote, cited, side.place)


def _items(archive: Archive, keys: set[str]) -> list[RecommendationRow]:
    if not keys:
        return []
    rows = tables.Recommendation.objects.using(archive.alias).filter(key__in=keys, document__leads=True)
    return list(finished(archive, rows.select_related("document").order_by("order")))


def _position(history: Sequence[PositionStatement]) -> Position:
    binding = [one for one in history if not one.tentative]
    return binding[-1].value if binding else Position.PENDING


def _answer(cited: Cited, papers: Mapping[str, CitedPaper]) -> list[Cited]:
    """The last answer, at its own place; the State's own word before a list that others made."""
    binding = [one for one in cited.history if not one.tentative]
    said = [one for one in binding if one.stage is not Stage.LIST] or binding
    if not said:
        return []
    last = said[-1]
    key = cited.id.partition(":")[2]
    return [
        replace(
            cited,
            id=f"{Cites.ANSWER.value}:{key}",
            kind=Cites.ANSWER,
            text=last.words,
            paper=papers[last.place.sha256],
            place=last.place,
            number=last.place.paragraph,
            states=(),
        )
    ]


def _proposals(archive: Archive, keys: Sequence[str]) -> list[Cited]:
    if not keys:
        return []
    rows = tables.Proposal.objects.using(archive.alias).filter(key__in=set(keys), document__leads=True)
    return [cited_proposal(row) for row in rows.select_related("document").defer(*_UNUSED)]


def _passages(archive: Archive, keys: Sequence[str]) -> list[Cited]:
    """Passages by paper and letters; each paper is loaded once, all in one query."""
    if not keys:
        return []
    wanted = Q(pk__in=())
    for sha in {key.partition("#")[0] for key in keys}:
        wanted |= Q(sha256__startswith=sha)
    rows = list(tables.Document.objects.using(archive.alias).filter(wanted).select_related("reading"))
    read = {row.sha256: documents.load(row) for row in rows}
    found = []
    for key in dict.fromkeys(keys):
        sha, _, span = key.partition("#")
        start, end = (int(part) for part in span.split("-"))
        for row in rows:
            document = read[row.sha256]
            if row.sha256.startswith(sha) and start < end <= len(document.text):
                paragraph = next((p.number for p in document.paragraphs if p.start <= start < p.end), "")
                place = document.place(start, end, symbol=row.symbol, paragraph=paragraph)
                found.append(Cited(f"passage:{key}", Cites.PASSAGE, document.text[start:end], cited_paper(row), place))
                break
    return found


def _conflicts(
    archive: Archive, keys: Sequence[str], before: str
) -> dict[str, tuple[tuple[tuple[str, ...], str], ...]]:
    """For each claim the words of others against it, each with its copies elsewhere."""
    compared = tables.Comparison.objects.using(archive.alias).filter(members__claim__in=keys, kind=CONFLICT).distinct()
    rows = shown(archive, compared.order_by("order"))
    copies = _copies(archive, {side.claim for row in rows for side in row.sides if side.claim})
    found: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for comparison in rows:
        for side in comparison.sides:
            others = [
                (copies.get(one.claim, (f"claim:{one.claim}",)), f"{one.paper.label}: “{one.quote}”")
                for one in comparison.sides
                if one is not side and not (before and one.paper.date and not published.before(one.paper.date, before))
            ]
            found.setdefault(side.claim, []).extend(others)
    return {key: tuple(dict.fromkeys(words)) for key, words in found.items()}


def _copies(archive: Archive, keys: set[str]) -> dict[str, tuple[str, ...]]:
    """For each claim the references to it and to its copies."""
    members = tables.ComparisonMember.objects.using(archive.alias)
    copied = members.filter(comparison__kind=COPY, claim__in=keys).values("comparison")
    by_copy: dict[int, list[str]] = {}
    for comparison, claim in members.filter(comparison__in=copied).values_list("comparison", "claim"):
        by_copy.setdefault(comparison, []).append(claim)
    found = {key: {key} for key in keys}
    for claims_ in by_copy.values():
        for key in keys.intersection(claims_):
            found[key].update(claims_)
    return {key: tuple(sorted(f"claim:{one}" for one in some if one)) for key, some in found.items()}


def _papers(archive: Archive, shas: set[str]) -> dict[str, CitedPaper]:
    rows = tables.Document.objects.using(archive.alias).filter(sha256__in=shas)
    return {row.sha256: cited_paper(row) for row in rows.defer("dates", "related", "reasons", "warnings")}
