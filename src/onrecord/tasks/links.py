"""Links as pages and commands show them: suggestions, with what persons decided on them. A person's word wins."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from onrecord.errors import NotFound
from onrecord.matching.clusters import cluster
from onrecord.model import Kind, Position
from onrecord.model.judgement import VERDICT, Judgement
from onrecord.model.link import Chance, LinkKind
from onrecord.store import judgements, links, tables
from onrecord.store.archive import Archive
from onrecord.store.links import ALIKE, RAISED, REPEAT, TARGET, UPTAKE, Suggested, target_of, texts_of
from onrecord.store.places import unpack_place
from onrecord.store.said import load_proposal
from onrecord.tasks.link_rows import (
    ClusterRow,
    LinkedText,
    LinkRow,
    LinksOfText,
    PaperUptake,
    TakenBy,
    UptakeRow,
)
from onrecord.tasks.linking import answered_by, refresh_links, reports_of
from onrecord.tasks.papers_said import paper_ref
from onrecord.tasks.raising import raised_rows
from onrecord.tasks.rows import PageOf
from onrecord.tasks.said_rows import ProposalRow

_RIGHT, _WRONG = "right", "wrong"
_NONE_FIRST = (LinkKind.NONE, LinkKind.SAME_SUBJECT, LinkKind.SAME_ASK)


def uptake_of(archive: Archive, paper: str) -> PaperUptake:
    """What became of the proposals of a paper in the review that followed it.

    Args:
        archive: open.
        paper: its sha256.

    Raises:
        NotFound: the archive holds no such paper.
    """
    with archive.told_plainly():
        document = tables.Document.objects.using(archive.alias).filter(sha256=paper).first()
    if document is None:
        raise NotFound(f"The archive holds no paper {paper[:64]}.", advice="List the papers again.")
    refresh_links(archive, document.state)
    with archive.told_plainly():
        report = answered_by(reports_of(archive, document.state, texts=False), document.date)
        proposals = document.proposals.filter(voice="publisher").select_related("document").order_by("order")
        rows = tuple(uptake_rows(archive, list(proposals)).values())
        symbol, cycle = (report.symbol, report.cycle) if report else ("", None)
        return PaperUptake(paper_ref(document), symbol, cycle, rows, _taken_by(rows))


def uptake_rows(archive: Archive, proposals: Sequence[tables.Proposal]) -> dict[str, UptakeRow]:
    """By key, what became of proposals of any papers; six queries. Call :func:`refresh_links` before."""
    keys = [row.key for row in proposals]
    near, chances = links.of_proposals(archive, keys), links.chances_of(archive, keys)
    decided = _decisions(archive, near)
    shown = _shown(archive, [one for one in near if one.relation == UPTAKE], decided)
    raised = raised_rows(archive, [one for one in near if one.relation == RAISED], decided)
    found = {}
    for row in proposals:
        said = load_proposal(row, (row.document.sha256, row.document.symbol))
        told = ProposalRow(said, paper_ref(row.document))
        one = _uptake_row(told, shown.get(row.key, ()), chances.get(row.key))
        found[row.key] = replace(one, raised=raised.get(row.key, ()))
    return found


def links_of(archive: Archive, symbol: str, number: str) -> LinksOfText:
    """One recommendation with the earlier and later ones that repeat it.

    Raises:
        NotFound: the archive holds no such report, or the report no such number.
    """
    from onrecord.tasks.recommendations import find

    with archive.told_plainly():
        row = find(archive, symbol, number)
    state, key = row.document.state, row.key
    refresh_links(archive, state)
    with archive.told_plainly():
        both = links.of_text(archive, REPEAT, key)
        later = [one for one in both if one.one == key]
        turned = [replace(one, one=key, other=one.one) for one in both if one.other == key]
        rows = _shown(archive, [*turned, *later]).get(key, ())
        before = {one.other for one in turned}
        group = next((members for members in _clusters(archive, state) if key in members), ())
        around = _texts(archive, [*group, key])
        return LinksOfText(
            around[key],
            tuple(one for one in rows if one.other.key in before),
            tuple(one for one in rows if one.other.key not in before),
            tuple(around[member] for member in group if member in around and member != key),
        )


def list_clusters(archive: Archive, state: str, *, limit: int | None = None, offset: int = 0) -> PageOf[ClusterRow]:
    """Recommendations to a State that ask the same, gathered; the largest first."""
    refresh_links(archive, state)
    with archive.told_plainly():
        groups = _clusters(archive, state)
        stop = None if limit is None else offset + limit
        texts = _texts(archive, [member for group in groups[offset:stop] for member in group])
        rows = tuple(
            ClusterRow(target_of(group[0], group[-1]), tuple(texts[m] for m in group if m in texts))
            for group in groups[offset:stop]
        )
        return PageOf(rows, len(groups), offset)


def asked_again(archive: Archive, state: str) -> frozenset[str]:
    """Ids of recommendations to a State that its next review asked again: the same ask, unless a person said that it is
    not; and those suggested for the same subject of which a person said that they do."""
    refresh_links(archive, state)
    with archive.told_plainly():
        rows = tables.TextLink.objects.using(archive.alias).filter(state=state, relation=REPEAT)
        found = {frozenset((one, other)): (one, kind) for one, other, kind in rows.values_list("one", "other", "kind")}
        together, apart = _decided(archive)
    same = {pair for pair, (_, kind) in found.items() if kind == LinkKind.SAME_ASK} - set(apart)
    return frozenset(found[pair][0] for pair in same | (set(together) & set(found)))


def list_links(
    archive: Archive, state: str, *, relation: str = "", limit: int | None = None, offset: int = 0
) -> PageOf[LinkRow]:
    """All suggested links of a State, nearest first. ``relation``: "uptake", "repeat" or "alike"; "" for all."""
    refresh_links(archive, state)
    with archive.told_plainly():
        rows = tables.TextLink.objects.using(archive.alias).filter(state=state).exclude(relation=RAISED)
        rows = rows.filter(relation=relation) if relation else rows
        stop = None if limit is None else offset + limit
        page = [links.load(row) for row in rows.order_by("-score", "one", "other")[offset:stop]]
        shown = _shown(archive, page)
        by_pair = {(key, one.other.key): one for key, some in shown.items() for one in some}
        return PageOf(
            tuple(by_pair[one.one, one.other] for one in page if (one.one, one.other) in by_pair), rows.count(), offset
        )


def reviewed_states(archive: Archive) -> tuple[str, ...]:
    """States whose Working Group reports are on record, in the order of their codes; one query."""
    with archive.told_plainly():
        rows = tables.Document.objects.using(archive.alias).filter(kind=Kind.WORKING_GROUP_REPORT.value, leads=True)
        return tuple(rows.exclude(state="").order_by("state").values_list("state", flat=True).distinct())


def link_target(one: str, other: str) -> str:
    """What a decision on two texts is recorded of; pass it to :func:`onrecord.tasks.judge`."""
    return target_of(one, other)


def seen_of_link(archive: Archive, target: str) -> object:
    """What the machine suggests for two texts, as a judgement records it; "" if it suggests nothing.

    Raises:
        NotFound: the archive holds no such texts.
    """
    keys = texts_of(target)
    if keys is None or missing_texts(archive, keys):
        raise NotFound(f"The archive holds no such two texts: {target[:200]}.", advice="Load the page again.")
    row = tables.TextLink.objects.using(archive.alias).filter(one__in=keys, other__in=keys).order_by("-score").first()
    return f"{row.kind}, {row.score:.2f}" if row else ""


def missing_texts(archive: Archive, keys: Sequence[str]) -> bool:
    """Whether one of these texts is not in the archive."""
    items = tables.Recommendation.objects.using(archive.alias).filter(key__in=keys).values_list("key", flat=True)
    asked = tables.Proposal.objects.using(archive.alias).filter(key__in=keys).values_list("key", flat=True)
    claimed = tables.Claim.objects.using(archive.alias).filter(key__in=keys).values_list("key", flat=True)
    raised = tables.TextLink.objects.using(archive.alias).filter(relation=RAISED, other__in=keys)
    there = {*items, *asked, *claimed, *raised.values_list("other", flat=True)}
    return bool(set(keys) - there)


def _decisions(archive: Archive, suggested: Sequence[Suggested]) -> dict[str, Judgement]:
    """By target, the verdicts that stand on these links."""
    standing = judgements.standing_on(archive, [one.target for one in suggested])
    return {target: fields[VERDICT] for target, fields in standing.items() if VERDICT in fields}


def _shown(
    archive: Archive, suggested: Sequence[Suggested], decided: Mapping[str, Judgement] | None = None
) -> dict[str, tuple[LinkRow, ...]]:
    """By the key of the first text, its links with the texts at their ends and the decisions; two queries at most."""
    texts = _texts(archive, [one.other for one in suggested])
    decided = _decisions(archive, suggested) if decided is None else decided
    found: defaultdict[str, list[LinkRow]] = defaultdict(list)
    for one in suggested:
        if one.other in texts:
            decision = decided.get(one.target)
            found[one.one].append(
                LinkRow(one.target, one.relation, one.kind, one.score, one.reasons, texts[one.other], decision)
            )
    return {key: tuple(rows) for key, rows in found.items()}


def _texts(archive: Archive, keys: Iterable[str]) -> dict[str, LinkedText]:
    rows = tables.Recommendation.objects.using(archive.alias).filter(key__in=set(keys), document__leads=True)
    wanted = rows.select_related("document").only(
        *("key", "number", "text", "states", "position", "place"),
        *("document__symbol", "document__sha256", "document__cycle"),
    )
    return {row.key: _text(row) for row in wanted}


def _text(row: tables.Recommendation) -> LinkedText:
    document = row.document
    return LinkedText(
        key=row.key,
        document=document.symbol,
        number=row.number,
        text=row.text,
        states=tuple(row.states),
        position=Position(row.position),
        cycle=document.cycle,
        place=unpack_place(row.place, document.sha256, document.symbol),
    )


def _uptake_row(row: ProposalRow, found: Sequence[LinkRow], chance: Chance | None) -> UptakeRow:
    standing = [link for link in found if link.verdict != _WRONG]
    best = max(
        standing, key=lambda link: (link.verdict == _RIGHT, _NONE_FIRST.index(link.kind), link.score), default=None
    )
    decision, score = (best.kind, best.score) if best else (LinkKind.NONE, 0.0)
    return UptakeRow(row, decision, score, tuple(found), chance)


def _rank(link: LinkRow) -> tuple[bool, int, float]:
    return link.verdict == _RIGHT, _NONE_FIRST.index(link.kind), link.score


def _taken_by(rows: Sequence[UptakeRow]) -> tuple[TakenBy, ...]:
    """How many proposals each State took up; a proposal counts once for a State, with the nearest kind."""
    counted: defaultdict[str, list[LinkKind]] = defaultdict(list)
    spoke: Counter[str] = Counter()
    for row in rows:
        best: dict[str, LinkKind] = {}
        for link in row.links:
            for state in link.other.states if link.verdict != _WRONG else ():
                best[state] = max(best.get(state, LinkKind.NONE), link.kind, key=_NONE_FIRST.index)
        for state, kind in best.items():
            counted[state].append(kind)
        spoke.update({state for one in row.raised if one.verdict != _WRONG for state in one.states} - best.keys())
    found = [
        TakenBy(
            state, counted[state].count(LinkKind.SAME_ASK), counted[state].count(LinkKind.SAME_SUBJECT), spoke[state]
        )
        for state in {**counted, **spoke}
    ]
    return tuple(sorted(found, key=lambda one: (-one.same_ask, -one.same_subject, -one.raised, one.state)))


def _clusters(archive: Archive, state: str) -> tuple[tuple[str, ...], ...]:
    """Members of the clusters of a State, as persons left them; two queries."""
    rows = tables.TextLink.objects.using(archive.alias).filter(state=state, relation=ALIKE)
    alike = {frozenset((one, other)): score for one, other, score in rows.values_list("one", "other", "score")}
    items = tables.Recommendation.objects.using(archive.alias).filter(document__state=state, document__leads=True)
    ids = list(items.order_by("document", "order").values_list("key", flat=True))
    together, apart = _decided(archive)
    order = {key: place for place, key in enumerate(ids)}
    found = cluster(ids, alike, together=together, apart=apart)
    return tuple(tuple(sorted(one.members, key=order.__getitem__)) for one in found)


def _decided(archive: Archive) -> tuple[list[frozenset[str]], list[frozenset[str]]]:
    """Pairs that persons put together, and pairs that they put apart."""
    rows = tables.Judgement.objects.using(archive.alias).filter(target__startswith=TARGET, withdrawn_when=None)
    latest: dict[str, Judgement] = {row.target: judgements.load(row) for row in rows.order_by("when", "pk")}
    pairs: dict[str, list[frozenset[str]]] = {_RIGHT: [], _WRONG: []}
    for target, one in latest.items():
        if (keys := texts_of(target)) and str(one.value) in pairs:
            pairs[str(one.value)].append(frozenset(keys))
    return pairs[_RIGHT], pairs[_WRONG]
